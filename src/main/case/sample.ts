/** The fictional sample case that comes with the program, with its photographs and drawings. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dayOf } from '../../shared/dates.ts'
import { AppError } from '../../shared/result.ts'
import { z } from '../../shared/schema.ts'
import type { Handlers, TaskContext } from '../context.ts'
import { noteFile } from '../files/note.ts'
import type { StoredFile } from '../files/store.ts'
import { type WholeCase, writeWholeCase } from './write-rows.ts'

const Given = z.record(z.string(), z.json())

/** `files` are pictures beside the data, by the evidence that they belong to. */
const Sample = z.strictObject({
  format: z.literal('anjuan-sample/1'),
  caseFile: Given,
  accident: Given,
  rows: z.record(z.string(), z.array(z.looseObject({ id: z.string() }))),
  files: z
    .array(z.strictObject({ file: z.string(), mediaType: z.string(), evidence: Given, evidenceFile: Given }))
    .optional(),
})

type Json = z.output<typeof Given>

const SAMPLE = 'shuolan'

export const sampleHandlers: Pick<Handlers, 'case.sample'> = {
  'case.sample': async (context) => {
    const earlier = await context.read(async ({ statements }) =>
      statements.get(`select id from case_file where purpose = 'training' and removed = 0 and id = ?`, [SAMPLE_ID]),
    )
    if (earlier !== undefined) return { caseId: SAMPLE_ID }
    await createSample(context)
    return { caseId: SAMPLE_ID }
  },
}

/** Fixed, so that opening the sample twice does not make two. */
const SAMPLE_ID = 'sample-shuolan'

async function createSample(context: TaskContext): Promise<void> {
  const folder = join(context.program.resourcesDir, 'samples')
  const sample = Sample.parse(JSON.parse(await readFile(join(folder, `${SAMPLE}.json`), 'utf8')))
  const stored: (StoredFile & { name: string; mediaType: string; evidence: Json; evidenceFile: Json })[] = []
  for (const { file, ...rest } of sample.files ?? [])
    stored.push({ ...rest, name: file, ...(await context.files.putFile(join(folder, SAMPLE, file))) })
  await context.transact(
    '打开示例案卷',
    async (command) => {
      const { statements } = command
      const taken = statements.get('select removed from case_file where id = ?', [SAMPLE_ID])
      if (taken !== undefined) throw new AppError('refused', '示例案卷已在“已移走的案卷”中；请到案卷列表恢复它。')
      const evidence: WholeCase['rows'][string][number][] = []
      const evidenceFile: WholeCase['rows'][string][number][] = []
      for (const file of stored) {
        noteFile(statements, file, file.mediaType)
        const id = String(file.evidence.id)
        evidence.push({ ...file.evidence, id })
        evidenceFile.push({
          ...file.evidenceFile,
          id: `${id}-file`,
          evidenceId: id,
          sha256: file.sha256,
          originalName: file.name,
        })
      }
      const { id: _id, ...caseFile } = sample.caseFile
      await writeWholeCase(command, SAMPLE_ID, {
        caseFile: {
          ...caseFile,
          purpose: 'training',
          ownerBureauId: command.bureauId,
          registeredOn: caseFile.registeredOn ?? dayOf(command.now),
        },
        accident: withoutId(sample.accident),
        rows: { ...sample.rows, ...(stored.length === 0 ? {} : { evidence, evidenceFile }) },
      })
    },
    { isUndoable: false },
  )
}

function withoutId({ id: _id, ...values }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return values
}
