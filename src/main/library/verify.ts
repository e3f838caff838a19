/** `verify`: database, journal, derived columns, files. Sentences about what is wrong; none when all holds. */

import { verifyJournal } from '../db/journal.ts'
import { derivedColumns } from '../db/refresh.ts'
import { snake } from '../db/rows.ts'
import type { Library } from './open.ts'

export async function verifyLibrary(
  library: Library,
): Promise<{ faults: string[]; checkedFiles: number; checkedEntries: number }> {
  const { connection, statements, files } = library
  const faults: string[] = []
  for (const row of statements.all('pragma integrity_check', []))
    if (row.integrity_check !== 'ok') faults.push(`数据库文件有损坏：${row.integrity_check}`)
  const broken = statements.all('pragma foreign_key_check', [])
  if (broken.length > 0) faults.push(`有 ${broken.length} 条记录引用了不存在的记录。`)
  try {
    connection.exec(`insert into search_fts (search_fts) values ('integrity-check')`)
  } catch {
    faults.push('全文检索的索引有损坏。')
  }
  faults.push(...verifyJournal(statements))
  for (const { id, name } of statements.all('select id, name from case_file', [])) {
    const derived = derivedColumns(statements, String(id))
    const row = statements.get('select * from case_file where id = ?', [id])
    const wrong = Object.keys(derived).filter((column) => (row?.[snake(column)] ?? null) !== derived[column])
    if (wrong.length > 0) faults.push(`案卷“${name}”的汇总数字与明细不符（${wrong.join('、')}）。`)
  }
  for (const { sha256 } of statements.all('select sha256 from file where is_present = 1', []))
    if (!(await files.has(String(sha256)))) faults.push(`附件 ${sha256} 的文件不见了。`)
  const stored = await files.verify()
  faults.push(...stored.faults)
  const entries = statements.get('select count(*) as n from audit_entry', [])
  return { faults, checkedFiles: stored.count, checkedEntries: Number(entries?.n) }
}
