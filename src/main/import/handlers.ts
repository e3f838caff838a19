import type { ImportOutcome as Outcome } from '../../shared/case/contract.ts'
import { dayOf } from '../../shared/dates.ts'
import type { CaseRows } from '../../shared/import/row.ts'
import { reserveCaseNo, takeCaseNo } from '../case/numbers.ts'
import { writeWholeCase } from '../case/write-rows.ts'
import type { Handlers, QueryContext, TaskContext } from '../context.ts'
import { noteFile } from '../files/note.ts'
import type { StoredFile } from '../files/store.ts'
import { newId } from '../new-id.ts'
import { type ImportOutcome, importFiles, type KnownCase } from './import-files.ts'

export const importHandlers: Pick<Handlers, 'case.import'> = {
  'case.import': async (context, { tokens }) => {
    const files = tokens.map((token) => context.staging.get(token))
    const outcomes = await importFiles(files, depsOf(context, new Map()))
    for (const token of tokens) await context.staging.drop(token)
    return { outcomes: outcomes.map(outcomeOf) }
  },
}

/** The library behind the import: each case is one transaction of its own. `stored` remembers sizes for the file's row. */
function depsOf(context: TaskContext, stored: Map<string, StoredFile>): Parameters<typeof importFiles>[1] {
  return {
    findBatch: (sha256) => context.read(async (query) => knownCase(query, 'file_sha256', sha256)),
    findSource: (externalId) => context.read(async (query) => knownCase(query, 'external_id', externalId)),
    storeFile: async (bytes) => {
      const file = await context.files.putBytes(bytes)
      stored.set(file.sha256, file)
    },
    writeCase: (rows) => writeCase(context, rows, stored),
    newId,
    now: () => context.now,
    ownerBureauId: context.bureauId,
    registeredOn: dayOf(context.now),
    purpose: 'reference',
  }
}

function knownCase(
  { statements }: QueryContext,
  column: 'file_sha256' | 'external_id',
  value: string,
): KnownCase | null {
  const row = statements.get(
    `select c.id, c.case_no, c.name from import_batch b join case_file c on c.id = b.case_id
     where b.${column} = ? order by c.removed, b.id limit 1`,
    [value],
  )
  return row === undefined
    ? null
    : {
        caseId: String(row.id),
        caseNumber: row.case_no === null ? null : String(row.case_no),
        name: String(row.name),
      }
}

async function writeCase(
  context: TaskContext,
  rows: CaseRows,
  stored: ReadonlyMap<string, StoredFile>,
): Promise<{ caseId: string; caseNumber: string | null }> {
  const { name, occurredFrom, registeredOn, purpose } = rows.caseFile
  return context.transact(
    `导入案卷“${name.slice(0, 60)}”`,
    async (command) => {
      const caseId = command.newId()
      const on = occurredFrom === null ? registeredOn : dayOf(occurredFrom)
      const caseNo = rows.caseFile.caseNo ?? takeCaseNo(command, on, purpose === 'reference')
      if (rows.caseFile.caseNo !== null) reserveCaseNo(command, caseNo, null)
      for (const { fileSha256 } of rows.rows.importBatch ?? []) {
        const file = stored.get(fileSha256)
        if (file !== undefined) noteFile(command.statements, file, 'application/json')
      }
      await writeWholeCase(command, caseId, { ...rows, caseFile: { ...rows.caseFile, caseNo } })
      return { caseId, caseNumber: caseNo }
    },
    { isUndoable: false },
  )
}

/** To the caller a file of the same source with other content is refused: its sentence names the case to open. */
function outcomeOf(outcome: ImportOutcome): Outcome {
  switch (outcome.state) {
    case 'imported':
    case 'recognised':
      return outcome
    case 'sameSource':
    case 'refused':
      return { state: 'refused', file: outcome.file, message: outcome.message }
  }
}
