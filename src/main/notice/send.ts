/** 发出: what is sent is made once, kept in the file store, and its report is frozen from then on. Not undone. */
import { rm } from 'node:fs/promises'
import type { Parsed } from '../../shared/contract.ts'
import { dayOf } from '../../shared/dates.ts'
import { infoReportDocument } from '../../shared/notice/print.ts'
import { beforeAccident } from '../../shared/notice/reporting.ts'
import { basisOfKind, deliveriesOf, figuresOf, type InfoReport, reportName } from '../../shared/notice/reports.ts'
import { AppError } from '../../shared/result.ts'
import { emptyValues } from '../../shared/rows.ts'
import type { CommandContext, TaskContext } from '../context.ts'
import { noteFile } from '../files/note.ts'
import type { StoredFile } from '../files/store.ts'
import { bureauName, loadReport } from './load.ts'
import { render } from './render.ts'

type Input = Parsed<'infoReport.send'>

const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export async function sendReport(context: TaskContext, input: Input): Promise<{ documentId: string }> {
  const { caseId, id } = input
  const made = await context.read(async (reading) => {
    const loaded = loadReport(reading, caseId, id)
    refuse(reading, loaded, input)
    const sending = { ...sendingOf(input), receivedAt: null }
    const options = { bureau: bureauName(reading), sending, isDraft: false, now: context.now }
    return { document: infoReportDocument(loaded.dossier, loaded.report, options), seen: versionOf(loaded) }
  })
  const content = await context.files.putBytes(Buffer.from(JSON.stringify(made.document)))
  const [docx, pdf] = await Promise.all([stored(context, made.document, 'docx'), stored(context, made.document, 'pdf')])
  return context.transact(
    '发出信息报告',
    async (command) => {
      const loaded = loadReport(command, caseId, id)
      refuse(command, loaded, input)
      if (versionOf(loaded) !== made.seen)
        throw new AppError('stale', '发出之前报告刚被修改过，没有发出；请核对后再发。')
      noteFile(command.statements, content, 'application/json')
      noteFile(command.statements, docx, DOCX_TYPE)
      noteFile(command.statements, pdf, 'application/pdf')
      return freeze(command, input, loaded, { title: made.document.title, content, docx, pdf })
    },
    { isUndoable: false },
  )
}

type Loaded = ReturnType<typeof loadReport>

function refuse(
  context: Parameters<typeof bureauName>[0],
  { dossier, report, release }: Loaded,
  { sentAt }: Input,
): void {
  if (release !== null)
    throw new AppError('sealed', '这份报告已经发出，不能再发一次；报给别的机关请添加报送记录，需要更正请另写续报。')
  if (report.direction !== 'sent') throw new AppError('refused', '收到的报告不用发出；请在报送记录中登记收到时间。')
  if (!report.reportedBy?.trim() && bureauName(context) === '')
    throw new AppError('refused', '没有写明由哪个单位报告；请填写“报告人（单位）”，或在设置中填写机关名称。')
  const problem = beforeAccident(dossier, sentAt)
  if (problem !== null) throw new AppError('refused', problem, { fields: { sentAt: problem } })
}

/** The versions of what is printed: another one in between must not be frozen unseen. */
function versionOf({ dossier, report }: Loaded): string {
  return [report.rev, figuresOf(dossier, report.id)?.rev ?? 0, dossier.caseFile.rev].join()
}

function sendingOf({ fromLevel, toLevel, toBody, channel, sentAt }: Input) {
  return { fromLevel, toLevel, toBody, channel, sentAt }
}

async function stored(context: TaskContext, document: Parameters<typeof render>[1], format: 'docx' | 'pdf') {
  const { path } = await render(context, document, format)
  try {
    return await context.files.putFile(path)
  } finally {
    await rm(path, { force: true })
  }
}

type Files = {
  readonly title: string
  readonly content: StoredFile
  readonly docx: StoredFile
  readonly pdf: StoredFile
}

async function freeze(command: CommandContext, input: Input, { dossier, report }: Loaded, files: Files) {
  const { caseId, id, sentAt, toBody } = input
  const writer = command.write(caseId)
  const documentId = command.newId()
  await writer.insert('document', documentId, {
    ...blankDocument,
    kind: documentKind(report),
    direction: 'issued',
    aboutTable: 'infoReport',
    aboutId: id,
    title: files.title,
    issuer: report.reportedBy?.trim() || bureauName(command),
    addressee: toBody,
    datedOn: dayOf(sentAt),
    status: 'final',
    secrecy: dossier.caseFile.secrecy,
  })
  const figures = figuresOf(dossier, id)
  if (figures !== null) await writer.update('casualtyCount', figures.id, { basis: basisOfKind[report.kind] })
  await writer.update('infoReport', id, { documentId })
  const planned = deliveriesOf(dossier, id).find(
    (row) => row.toLevel === input.toLevel && (row.sentAt === null || row.sentAt === sentAt),
  )
  if (planned !== undefined) await writer.update('infoReportDelivery', planned.id, sendingOf(input))
  else
    await writer.insert('infoReportDelivery', command.newId(), {
      infoReportId: id,
      ...sendingOf(input),
      receivedAt: null,
      receivedBy: null,
    })
  // last: from here on the database refuses every change of the report and its figures
  await writer.insert('documentRelease', command.newId(), {
    ...blankRelease,
    documentId,
    name: '发出稿',
    edition: 'internal',
    caseRev: dossier.caseFile.rev,
    contentSha256: files.content.sha256,
    docxSha256: files.docx.sha256,
    pdfSha256: files.pdf.sha256,
    releasedAt: command.now,
    releasedBy: command.actor.name,
  })
  command.describe(`发出${reportName(report)}`)
  return { documentId }
}

const documentKind = ({ kind }: InfoReport): string =>
  kind === 'phone'
    ? 'phone_report'
    : kind === 'follow_up' || kind === 'supplement'
      ? 'follow_up_report'
      : kind === 'verified'
        ? 'verified_report'
        : 'initial_report'

const blankDocument = {
  documentNo: null,
  template: null,
  optionsJson: null,
  ...emptyValues('document'),
}
const blankRelease = { scanSha256: null, supersedesId: null, reason: null, ...emptyValues('documentRelease') }
