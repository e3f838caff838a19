/** Files from the picker or from a drop: staged by the host, then attached; what became of each is told by name. */
import { useState } from 'react'
import type { FileOutcome } from '../../../../shared/evidence/contract.ts'
import { run } from '../../../api.ts'
import { pickFiles, type StagedFile, stageFile } from '../../../host.ts'
import { inTurn } from '../../../save/queue.ts'
import { useToast } from '../../../ui/use-toast.ts'
import type { ReportPlace } from './PlaceChoice.tsx'

export type Busy = { readonly done: number; readonly total: number }

export type AddFiles = {
  readonly busy: Busy | null
  readonly outcomes: readonly FileOutcome[]
  readonly pick: () => Promise<void>
  readonly drop: (files: readonly File[]) => Promise<void>
  readonly clear: () => void
  /** puts pictures of the case to a place in the report, all at once */
  readonly place: (ids: readonly string[], reportPlace: ReportPlace) => Promise<void>
}

/** Attached a few at a time, so that the count moves and the first are seen early. */
const BATCH = 4

/** A picture that is added is meant for the report, most often as a view of the scene. */
const USUAL_PLACE = 'site'

export function useAddFiles(caseId: string): AddFiles {
  const message = useToast()
  const [busy, setBusy] = useState<Busy | null>(null)
  const [outcomes, setOutcomes] = useState<readonly FileOutcome[]>([])
  const attach = async (staged: readonly StagedFile[], before: readonly FileOutcome[]) => {
    const told = [...before]
    const total = before.length + staged.length
    for (let at = 0; at < staged.length; at += BATCH) {
      setBusy({ done: told.length, total })
      const files = staged.slice(at, at + BATCH).map(({ token }) => ({ token, reportPlace: USUAL_PLACE }) as const)
      const result = await inTurn(caseId, () => run('evidenceFile.attach', { caseId, files }))
      if (!result.ok) {
        message.error(result.error.message, 8)
        break
      }
      told.push(...result.value.outcomes)
      setOutcomes([...told])
    }
    setBusy(null)
  }
  const failed = (name: string, error: unknown): FileOutcome => ({
    state: 'refused',
    name: name.slice(0, 200),
    message:
      error instanceof Error && /[一-鿿]/.test(error.message) ? error.message : `“${name}”没有读取成功，请重新选择。`,
  })
  return {
    busy,
    outcomes,
    clear: () => setOutcomes([]),
    place: async (ids, reportPlace) => {
      const result = await inTurn(caseId, () => run('evidenceFile.place', { caseId, ids: [...ids], reportPlace }))
      if (!result.ok) message.error(result.error.message, 8)
    },
    pick: async () => {
      try {
        const staged = await pickFiles({ isMultiple: true, extensions: [] })
        if (staged.length > 0) await attach(staged, [])
      } catch (error) {
        setOutcomes([failed('所选文件', error)])
      }
    },
    drop: async (files) => {
      const staged: StagedFile[] = []
      const refused: FileOutcome[] = []
      for (const file of files) {
        setBusy({ done: staged.length + refused.length, total: files.length })
        try {
          staged.push(await stageFile(file))
        } catch (error) {
          refused.push(failed(file.name, error))
        }
      }
      setOutcomes(refused)
      await attach(staged, refused)
    },
  }
}
