import { basename } from 'node:path'
import { fileTypeFromFile } from 'file-type'
import type { FileOutcome } from '../../shared/evidence/contract.ts'
import { AppError } from '../../shared/result.ts'
import { emptyValues } from '../../shared/rows.ts'
import type { Handlers, TaskContext } from '../context.ts'
import { noteFile } from '../files/note.ts'
import { notShown, pictureMeta } from './picture.ts'

type Attached = {
  readonly token: string
  readonly kind?: 'photo' | 'drawing' | 'documentary' | string | undefined
  readonly title?: string | undefined
  readonly reportPlace?: 'site' | 'course' | 'cause' | 'attachment' | null | undefined
}

/** Larger files belong on an archive disk, not into a case file that is copied and packed. */
const MAX_BYTES = 2 * 1024 ** 3

export const evidenceHandlers: Pick<Handlers, 'evidenceFile.attach' | 'evidenceFile.place' | 'evidenceFile.update'> = {
  'evidenceFile.attach': async (context, { caseId, files }) => {
    const outcomes: FileOutcome[] = []
    for (const file of files) outcomes.push(await attach(context, caseId, file))
    return { outcomes }
  },
  'evidenceFile.place': async (context, { caseId, ids, reportPlace }) => {
    for (const id of ids) await context.write(caseId).update('evidenceFile', id, { reportPlace })
    return {}
  },
  'evidenceFile.update': async (context, { caseId, id, rev, values }) => {
    const row = await context.write(caseId).update('evidenceFile', id, values, rev)
    return { id: row.id, rev: row.rev }
  },
}

async function attach(context: TaskContext, caseId: string, file: Attached): Promise<FileOutcome> {
  let name = ''
  try {
    const staged = context.staging.get(file.token)
    name = basename(staged.name).slice(0, 200)
    const stored = await context.files.putFile(staged.path)
    if (stored.bytes === 0) throw new AppError('refused', `“${name}”是空文件，没有加入；请核对后重新选择。`)
    if (stored.bytes > MAX_BYTES)
      throw new AppError('refused', `“${name}”超过2GB，没有加入；请改用移动硬盘存档并登记。`)
    const type = (await fileTypeFromFile(staged.path))?.mime ?? 'application/octet-stream'
    const isImage = type.startsWith('image/')
    const message = isImage ? await notShown(context.files.pathOf(stored.sha256), name, type) : null
    const isPicture = isImage && message === null
    const meta = isImage ? await pictureMeta(staged.path) : { takenAt: null, device: null }
    const outcome = await context.transact(`添加附件“${name}”`, async (command) => {
      const known = command.statements.get(
        // an archived one is not seen by anybody: the file is added again
        `select f.evidence_id from evidence_file f join evidence e on e.case_id = f.case_id and e.id = f.evidence_id
         where f.case_id = ? and f.sha256 = ? and f.removed = 0 and e.removed = 0`,
        [caseId, stored.sha256],
      )
      if (known !== undefined)
        return {
          state: 'known' as const,
          name,
          evidenceId: String(known.evidence_id),
          message: `“${name}”与已有附件内容相同，没有重复加入。`,
        }
      noteFile(command.statements, stored, type)
      const writer = command.write(caseId)
      const evidenceId = command.newId()
      const title = (file.title ?? name.replace(/\.[^.]+$/, '')).slice(0, 200)
      await writer.insert('evidence', evidenceId, {
        ...blankEvidence,
        kind: kindOf(file.kind, type),
        title,
      })
      const fileId = command.newId()
      await writer.insert('evidenceFile', fileId, {
        ...blankFile,
        evidenceId,
        sha256: stored.sha256,
        originalName: name,
        caption: title,
        takenAt: meta.takenAt,
        device: meta.device,
        reportPlace: isPicture ? (file.reportPlace ?? null) : null,
      })
      return { state: 'added' as const, name, evidenceId, fileId, sha256: stored.sha256, isPicture, message }
    })
    await context.staging.drop(file.token)
    return outcome
  } catch (error) {
    if (error instanceof AppError) return { state: 'refused', name, message: error.message }
    throw error
  }
}

const KINDS = [
  'physical',
  'documentary',
  'audio_visual',
  'electronic',
  'statement',
  'inspection',
  'opinion',
  'drawing',
  'photo',
  'scene_video',
] as const

function kindOf(given: string | undefined, type: string): (typeof KINDS)[number] {
  const known = KINDS.find((kind) => kind === given)
  if (known !== undefined) return known
  if (type.startsWith('image/')) return 'photo'
  if (type.startsWith('video/') || type.startsWith('audio/')) return 'audio_visual'
  return 'documentary'
}

const blankEvidence = {
  evidenceNo: null,
  tFrom: null,
  tTo: null,
  tPrecision: null,
  tText: null,
  place: null,
  obtainedBy: null,
  obtainedFrom: null,
  unitId: null,
  form: null,
  copyCheckedBy: null,
  copySource: null,
  pages: null,
  storagePlace: null,
  secrecy: 'internal',
  documentId: null,
  description: null,
}

const blankFile = {
  role: 'original' as const,
  direction: null,
  longitudeE7: null,
  latitudeE7: null,
  rotation: null,
  durationMs: null,
  pageCount: null,
  metaJson: null,
  textContent: null,
  ...emptyValues('evidenceFile'),
}
