import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ReportOptions } from '../../shared/report/investigation/options.ts'
import { documentText } from '../../shared/report/plain.ts'
import { bindText, wordedInlines } from '../../shared/report/wording.ts'
import { AppError } from '../../shared/result.ts'
import { emptyValues } from '../../shared/rows.ts'
import type { CommandContext, Handlers } from '../context.ts'
import { readRow } from '../db/dossier.ts'
import { renderReport } from './render.ts'
import { buildReport, formalRefusal, REPORT_KIND, reportView } from './view.ts'

type ReportHandlers = Pick<Handlers, Extract<keyof Handlers, `report.${string}`>>

export const reportHandlers: ReportHandlers = {
  'report.get': async ({ statements }, { caseId, template }) =>
    reportView(buildReport(statements, caseId, { template })),

  'report.text': async ({ statements }, { caseId, template }) => {
    const { document } = buildReport(statements, caseId, { template })
    return { text: documentText(document), missing: document.missing.map(({ label }) => label), pages: null }
  },

  'report.setOptions': async (context, { caseId, template, options }) => {
    const parsed = ReportOptions.safeParse({ ...options, template })
    if (!parsed.success) throw new AppError('invalid-input', '报告设置不正确；请重新选择。')
    const id = await recordOf(context, caseId)
    await context.write(caseId).update('document', id, {
      template,
      optionsJson: JSON.parse(JSON.stringify(parsed.data)),
    })
    return {}
  },

  'report.reword': async (context, { caseId, blockId, text }) => {
    const report = buildReport(context.statements, caseId, {})
    const { generated } = report
    const base = wordedInlines(generated.blocks, blockId)
    if (base === undefined) throw new AppError('not-found', '报告中已没有这一段，文字没有保存；请刷新报告后再改。')
    if (text.trim() === '') throw new AppError('invalid-input', '这一段不能改成空白；不需要的内容请在案卷中移走。')
    const documentId = await recordOf(context, caseId, report)
    const writer = context.write(caseId)
    const id = `${documentId}+${blockId}`
    const values = {
      ...emptyValues('documentBlock'),
      documentId,
      blockKey: blockId,
      mode: 'reworded' as const,
      afterKey: null,
      contentJson: jsonOf(bindText(text.trim(), base, generated)),
      baseJson: jsonOf(base),
      status: 'drafting' as const,
      reviewer: null,
    }
    if (readRow(context.statements, 'documentBlock', caseId, id) === undefined)
      await writer.insert('documentBlock', id, values)
    else await writer.update('documentBlock', id, { ...values, isRemoved: false })
    return {}
  },

  'report.reset': async (context, { caseId, blockId }) => {
    const documentId = await recordOf(context, caseId)
    await context.write(caseId).update('documentBlock', `${documentId}+${blockId}`, { isRemoved: true })
    return {}
  },

  'report.export': async (context, { caseId, template, format, isDraft }) => {
    const built = await context.read(async ({ statements }) => buildReport(statements, caseId, { template, isDraft }))
    const refusal = isDraft ? null : formalRefusal(built)
    if (refusal !== null) throw new AppError('refused', refusal)
    const { document } = built
    const jobId = context.jobs.start(`导出${format === 'docx' ? 'Word 文档' : 'PDF'}`, async (report) => {
      const path = await context.staging.newPath(`.${format}`)
      const { warnings } = await renderReport({
        document,
        format,
        target: path,
        now: context.now,
        program: context.program,
        originalOf: context.files.pathOf,
        report,
      })
      const name = `${fileName(document.title)}${isDraft ? '（草稿）' : ''}.${format}`
      const token = context.staging.add({ path, name, isOwn: true })
      return {
        token,
        name: basename(name),
        bytes: (await stat(path)).size,
        warnings: [...warnings],
      }
    })
    return { jobId }
  },
}

/** The row of the report; made when the first choice or wording needs it. */
async function recordOf(
  context: CommandContext,
  caseId: string,
  { record, generated } = buildReport(context.statements, caseId, {}),
): Promise<string> {
  if (record !== undefined) return record.id
  const id = REPORT_KIND
  await context.write(caseId).insert('document', id, {
    ...emptyValues('document'),
    kind: REPORT_KIND,
    direction: 'issued',
    aboutTable: null,
    aboutId: null,
    title: generated.title,
    documentNo: null,
    issuer: null,
    addressee: null,
    datedOn: null,
    template: null,
    optionsJson: null,
    status: 'draft',
    secrecy: 'internal',
  })
  return id
}

function jsonOf(value: unknown): ReturnType<typeof JSON.parse> {
  return JSON.parse(JSON.stringify(value))
}

/** A title as the name of a file: characters that Windows refuses become full-width ones. */
export function fileName(title: string): string {
  const wide: Readonly<Record<string, string>> = {
    '\\': '＼',
    '/': '／',
    ':': '：',
    '*': '＊',
    '?': '？',
    '"': '”',
    '<': '＜',
    '>': '＞',
    '|': '｜',
  }
  const safe = title
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be removed
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/[\\/:*?"<>|]/g, (character) => wide[character] ?? '')
    .trim()
  return safe.slice(0, 120) || '调查报告'
}
