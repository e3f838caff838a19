import { readFile, stat } from 'node:fs/promises'
import { prefilledReport } from '../../shared/notice/prefill.ts'
import { infoReportDocument } from '../../shared/notice/print.ts'
import { reportingOf } from '../../shared/notice/reporting.ts'
import { addressed, reportName } from '../../shared/notice/reports.ts'
import type { Document } from '../../shared/report/document.ts'
import { documentLines } from '../../shared/report/plain.ts'
import { AppError } from '../../shared/result.ts'
import type { CommandContext, Handlers, QueryContext } from '../context.ts'
import { readDossier } from '../db/dossier.ts'
import { fileName } from '../report/handlers.ts'
import { bureauName, loadReport } from './load.ts'
import { render } from './render.ts'
import { sendReport } from './send.ts'

type NoticeHandlers = Pick<
  Handlers,
  'case.reporting' | 'case.infoReportText' | 'infoReport.begin' | 'infoReport.send' | 'infoReport.print'
>

const DOCX = 'docxSha256'
const PDF = 'pdfSha256'

export const noticeHandlers: NoticeHandlers = {
  'case.reporting': async ({ statements, now }, { caseId }) => reportingOf(readDossier(statements, caseId), now),

  'case.infoReportText': async (context, { caseId, id }) => {
    const loaded = loadReport(context, caseId, id)
    const { release } = loaded
    const document = release === null ? draftOf(context, loaded) : await sentDocument(context, release.contentSha256)
    return {
      lines: [...documentLines(document)],
      sentAt: release?.releasedAt ?? null,
      sentBy: release?.releasedBy ?? null,
    }
  },

  'infoReport.begin': async (context, { caseId, kind }) => {
    const dossier = readDossier(context.statements, caseId)
    const bureau = bureauName(context)
    const { report, figures } = prefilledReport(dossier, kind, { now: context.now, bureau })
    const id = context.newId()
    const writer = context.write(caseId)
    await writer.insert('infoReport', id, report)
    await writer.insert('casualtyCount', context.newId(), { ...figures, infoReportId: id })
    context.describe(`写${reportName(report)}`)
    return { id }
  },

  'infoReport.send': (context, input) => sendReport(context, input),

  'infoReport.print': async (context, { caseId, id, format }) => {
    const { document, stored } = await context.read(async (reading) => {
      const loaded = loadReport(reading, caseId, id)
      const { release } = loaded
      if (release === null) return { document: draftOf(reading, loaded), stored: null }
      return {
        document: await sentDocument(reading, release.contentSha256),
        stored: release[format === 'docx' ? DOCX : PDF],
      }
    })
    const name = `${fileName(document.title)}${stored === null ? '（草稿）' : ''}.${format}`
    // what was sent is handed out as it was sent, never made anew
    const made = stored === null ? await render(context, document, format) : null
    const path = made?.path ?? context.files.pathOf(stored ?? '')
    const token = context.staging.add({ path, name, isOwn: made !== null })
    return { token, name, bytes: (await stat(path)).size, warnings: [...(made?.warnings ?? [])] }
  },
}

type Loaded = ReturnType<typeof loadReport>

/** As it would be sent now, to where it is to go if that is known. */
function draftOf(context: QueryContext | CommandContext, { dossier, report }: Loaded): Document {
  const sending = addressed(dossier, report.id)
  return infoReportDocument(dossier, report, { bureau: bureauName(context), sending, isDraft: true, now: context.now })
}

/** The document as it was frozen. */
async function sentDocument({ files }: Pick<QueryContext, 'files'>, sha256: string | null): Promise<Document> {
  const text = sha256 === null ? null : await readFile(files.pathOf(sha256), 'utf8').catch(() => null)
  if (text === null)
    throw new AppError('not-found', '没有找到发出时保存的文件，可能已损坏；请检查案卷库，或从备份恢复。')
  // our own writer made it
  return JSON.parse(text) as Document
}
