/** Upkeep of the full-text index and the query on it. It follows the journal; never filled by triggers. */
import type { CaseTable } from '../../shared/case/tables.ts'
import { layoutOf, snake } from './rows.ts'
import { indexTokens, matchExpression, normalise, TOKENIZER } from './search-text.ts'
import type { SqlRow, Statements } from './statements.ts'

/** What is found by search: the columns that make the title and the body. Protected identifiers are never indexed. */
export const SEARCHED: Readonly<Partial<Record<CaseTable | 'caseFile', readonly [title: string, ...body: string[]]>>> =
  {
    caseFile: ['name', 'caseNo', 'occurredText', 'province', 'city', 'district'],
    accident: [
      'address',
      'siteConditions',
      'activity',
      'project',
      'brief',
      'natureStatement',
      'reportingSummary',
      'rescueSummary',
      'rescueAssessment',
      'aftermath',
      'leadersInstructions',
    ],
    unit: ['name', 'shortName', 'uscc', 'roleText', 'legalRep', 'actualController', 'address', 'licences', 'note'],
    unitRelation: ['contract', 'kindText', 'note'],
    person: ['name', 'position', 'certificates', 'note'],
    timelineEvent: ['description', 'tText'],
    cause: ['description'],
    finding: ['description', 'targetText'],
    lesson: ['description'],
    measure: ['description', 'responsibleText', 'ownerText'],
    casualty: ['injury', 'job', 'note'],
    team: ['name', 'authorisedBy', 'leadBody'],
    teamMember: ['name', 'body', 'position'],
    liability: ['subjectText', 'identityText', 'facts', 'duty'],
    proposal: ['description', 'decidingBody', 'kindText'],
    citation: ['lawText'],
    infoReport: ['brief', 'reportedBy', 'other'],
    document: ['title', 'documentNo'],
    evidence: ['title', 'evidenceNo', 'description'],
    evidenceFile: ['caption', 'originalName', 'textContent'],
  }

/** Changes read into the index at once; a transaction of this size takes some ten milliseconds. */
const BATCH = 400

/** Whether rows were written since the index last read the journal, or its words are those of another version. */
export function isIndexBehind(statements: Statements): boolean {
  const row = statements.get(
    'select tokenizer, change_no, (select max(no) from change_entry) as newest from search_state',
    [],
  )
  return row?.tokenizer !== TOKENIZER || Number(row?.newest ?? 0) > Number(row?.change_no)
}

/**
 * Reads the next changes of the journal into the index: before each search and when the program is idle. An edit itself
 * writes nothing here; the journal already says which rows changed, so nothing is lost by a crash. Must run inside a write
 * transaction. Returns how many changes it read; 0 when the index is up to date.
 */
export function indexNext(statements: Statements): number {
  const state = statements.get('select tokenizer, change_no from search_state', [])
  if (state?.tokenizer !== TOKENIZER) clearIndex(statements)
  const from = state?.tokenizer === TOKENIZER ? state.change_no : 0
  const changes = statements.all(
    'select no, scope_id, table_name, row_id from change_entry where no > ? order by no limit ?',
    [from, BATCH],
  )
  const last = changes.at(-1)
  if (last === undefined) return 0
  const rows = new Map(changes.map((change) => [`${change.scope_id}\n${change.table_name}\n${change.row_id}`, change]))
  for (const { scope_id, table_name, row_id } of rows.values())
    if (isSearched(table_name)) indexRow(statements, String(scope_id), table_name, String(row_id))
  statements.run('update search_state set change_no = ?', [last.no])
  return changes.length
}

function clearIndex(statements: Statements): void {
  statements.run('delete from search_entry', [])
  statements.run(`insert into search_fts (search_fts) values ('delete-all')`, [])
  statements.run('update search_state set change_no = 0, tokenizer = ?', [TOKENIZER])
}

type SearchedTable = CaseTable | 'caseFile'

function isSearched(table: unknown): table is SearchedTable {
  return typeof table === 'string' && Object.hasOwn(SEARCHED, table)
}

/** Writes the entry of a row as it stands now; an archived or empty row has none. */
function indexRow(statements: Statements, caseId: string, table: SearchedTable, id: string): void {
  const row =
    table === 'caseFile'
      ? statements.get('select * from case_file where id = ?', [caseId])
      : statements.get(`select * from ${layoutOf(table).sqlName} where case_id = ? and id = ?`, [caseId, id])
  const texts = (SEARCHED[table] ?? []).map((column) => String(row?.[snake(column)] ?? ''))
  const [title = '', ...rest] = row === undefined || row.removed === 1 ? [] : texts
  const body = rest.filter((text) => text !== '').join('\n')
  const old = statements.get('select no from search_entry where case_id = ? and about_id = ? and about_table = ?', [
    caseId,
    id,
    table,
  ])
  if (old !== undefined) {
    statements.run('delete from search_entry where no = ?', [old.no])
    statements.run('delete from search_fts where rowid = ?', [old.no])
  }
  if (row === undefined || `${title}${body}` === '') return
  const { lastInsertRowid: no } = statements.run(
    'insert into search_entry (no, case_id, about_table, about_id, title, body) values (?,?,?,?,?,?)',
    [old?.no ?? null, caseId, table, id, title, body],
  )
  statements.run('insert into search_fts (rowid, title, body) values (?,?,?)', [
    no,
    indexTokens(title),
    indexTokens(body),
  ])
}

export type SearchHit = {
  readonly caseId: string
  readonly table: string
  readonly id: string
  readonly title: string
  readonly snippet: string
}

/** Newest first, at most `limit` rows. Every word must occur in the row; archived cases are left out. */
export function searchRows(statements: Statements, words: string, caseId: string | null, limit: number): SearchHit[] {
  const expression = matchExpression(words)
  if (expression === null) return []
  const rows = statements.all(
    `select e.case_id, e.about_table, e.about_id, e.title, e.body from search_fts f
       join search_entry e on e.no = f.rowid join case_file c on c.id = e.case_id
     where search_fts match ? and c.removed = 0 ${caseId === null ? '' : 'and e.case_id = ?'}
     order by f.rowid desc limit ?`,
    caseId === null ? [expression, limit] : [expression, caseId, limit],
  )
  return rows.map((row) => hit(row, words))
}

function hit(row: SqlRow, words: string): SearchHit {
  const title = String(row.title)
  const text = [title, String(row.body)].filter((part) => part !== '').join('\n')
  return {
    caseId: String(row.case_id),
    table: String(row.about_table),
    id: String(row.about_id),
    title: title.slice(0, 120),
    snippet: snippet(text, words),
  }
}

const AROUND = 40

/** The sentence around the first word found. */
function snippet(text: string, words: string): string {
  const word = normalise(words).match(/[\p{L}\p{N}\p{M}]+/u)?.[0] ?? ''
  const at = Math.max(0, normalise(text).indexOf(word))
  const from = Math.max(0, at - AROUND)
  const cut = text.slice(from, at + word.length + AROUND).replaceAll('\n', ' ')
  return `${from > 0 ? '…' : ''}${cut}${at + word.length + AROUND < text.length ? '…' : ''}`
}
