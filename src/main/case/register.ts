/** The register: sorted and filtered in SQL, one page at a time. */
import { sql } from 'kysely'
import type { Output, Parsed } from '../../shared/contract.ts'
import { AppError } from '../../shared/result.ts'
import type { QueryContext } from '../context.ts'
import { matchExpression } from '../db/search-text.ts'

const COLUMNS = [
  'id',
  'caseNo',
  'name',
  'purpose',
  'occurredOn',
  'sortOn',
  'province',
  'city',
  'district',
  'typeStandard',
  'typeCode',
  'grade',
  'isGradeProvisional',
  'deaths',
  'seriousInjuries',
  'minorInjuries',
  'unspecifiedInjuries',
  'directLossFen',
  'stage',
  'removed',
  'updatedAt',
] as const

/** Counts stop here: the exact number of a very long list helps nobody. */
const MAX_COUNTED = 100_000

/** Newest first. The first page passes an open bound, so that every page is one statement on one index. */
export async function listCases(
  { db }: Pick<QueryContext, 'db'>,
  { filter, after, limit }: Parsed<'case.list'>,
): Promise<Output<'case.list'>> {
  const from = after ?? { sortOn: '9999-12-31', id: '~' }
  const expression = filter.words === undefined ? null : matchExpression(filter.words)
  const wanted = db
    .selectFrom('caseFile')
    .where('removed', '=', filter.isRemoved ? 1 : 0)
    .$if(filter.purpose !== undefined, (query) => query.where('purpose', '=', filter.purpose ?? 'live'))
    .$if(filter.grade !== undefined, (query) => query.where('grade', '=', filter.grade ?? null))
    .$if(filter.district !== undefined, (query) => query.where('district', '=', filter.district ?? null))
    .$if(filter.stage !== undefined, (query) => query.where('stage', '=', filter.stage ?? 'reported'))
    .$if(filter.year !== undefined, (query) =>
      query.where('sortOn', '>=', `${filter.year}-01-01`).where('sortOn', '<=', `${filter.year}-12-31`),
    )
    .$if(expression !== null, (query) =>
      query.where(
        'id',
        'in',
        sql<string>`(select e.case_id from search_fts f join search_entry e on e.no = f.rowid where search_fts match ${expression})`,
      ),
    )
  const rows = await wanted
    .select(COLUMNS)
    .where(sql<boolean>`(sort_on, id) < (${from.sortOn}, ${from.id})`)
    .orderBy('sortOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const counted = await db
    .selectFrom(wanted.select('id').limit(MAX_COUNTED).as('found'))
    .select((expressions) => expressions.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ removed, isGradeProvisional, ...row }) => ({
      ...row,
      isGradeProvisional: isGradeProvisional === 1,
      isRemoved: removed === 1,
    })),
    total: counted.total,
    next: rows.length > limit && last !== undefined ? { sortOn: last.sortOn, id: last.id } : null,
  }
}

/** A case by its id or its 案号; archived ones are found as well. Throws `not-found`. */
export function findCase(
  { statements }: Pick<QueryContext, 'statements'>,
  key: string,
): { caseId: string; caseNo: string | null; name: string } {
  const row =
    statements.get('select id, case_no, name from case_file where id = ?', [key]) ??
    statements.get('select id, case_no, name from case_file where case_no = ? order by removed, id limit 1', [key])
  if (row === undefined)
    throw new AppError('not-found', `没有案号或编号为“${key.slice(0, 80)}”的案卷；请用 case list 查看。`)
  return { caseId: String(row.id), caseNo: row.case_no === null ? null : String(row.case_no), name: String(row.name) }
}
