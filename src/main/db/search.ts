/** Upkeep of the full-text index and the query on it. Filled by the writer in the transaction of the change, never by triggers. */
import type { CaseTable } from '../../shared/case/tables.ts'
import { indexTokens, matchExpression, normalise } from './search-text.ts'
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

/** Writes the entry of a row; an archived or empty row has none. `row` holds raw values by camelCase name. */
export function indexRow(
  statements: Statements,
  place: {
    caseId: string
    table: CaseTable | 'caseFile'
    id: string
    ownerBureauId: string
    secrecy: string
    isNew: boolean
  },
  row: Readonly<Record<string, unknown>>,
  isRemoved: boolean,
): void {
  const columns = SEARCHED[place.table]
  if (columns === undefined) return
  const [title, ...rest] = columns.map((column) => (typeof row[column] === 'string' ? String(row[column]) : ''))
  const body = rest.filter((text) => text !== '').join('\n')
  const old = place.isNew
    ? undefined
    : statements.get('select no from search_entry where case_id = ? and about_id = ? and about_table = ?', [
        place.caseId,
        place.id,
        place.table,
      ])
  if (isRemoved || `${title}${body}` === '') {
    if (old !== undefined) statements.run('delete from search_entry where no = ?', [old.no])
    return
  }
  const no =
    old === undefined
      ? statements.run(
          `insert into search_entry (case_id, about_table, about_id, owner_bureau_id, secrecy, title, body)
           values (?,?,?,?,?,?,?)`,
          [place.caseId, place.table, place.id, place.ownerBureauId, place.secrecy, title, body],
        ).lastInsertRowid
      : updateEntry(statements, old.no, title ?? '', body, place.secrecy)
  statements.run('insert into search_pending (no) values (?) on conflict (no) do nothing', [no])
}

/** Entries taken into the index at once; a transaction of this size takes some ten milliseconds. */
const BATCH = 400

/**
 * Puts the words of entries written since into the index: before each search and when the program is idle. The entry itself
 * stands in the transaction of its row, so nothing is lost by a crash; only the postings, three quarters of the pages that an
 * edit would write, wait. Returns how many are left. Must run inside a write transaction.
 */
export function indexPending(statements: Statements): number {
  const entries = statements.all(
    `select p.no, e.title, e.body from search_pending p left join search_entry e on e.no = p.no order by p.no limit ?`,
    [BATCH],
  )
  for (const { no, title, body } of entries) {
    statements.run('delete from search_fts where rowid = ?', [no])
    if (title !== null)
      statements.run('insert into search_fts (rowid, title, body) values (?,?,?)', [
        no,
        indexTokens(String(title)),
        indexTokens(String(body)),
      ])
    statements.run('delete from search_pending where no = ?', [no])
  }
  return pendingCount(statements)
}

/** Entries that wait for the index. */
export function pendingCount(statements: Statements): number {
  return Number(statements.get('select count(*) as n from search_pending', [])?.n)
}

function updateEntry(statements: Statements, no: unknown, title: string, body: string, secrecy: string): unknown {
  statements.run('update search_entry set title = ?, body = ?, secrecy = ? where no = ?', [title, body, secrecy, no])
  return no
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
