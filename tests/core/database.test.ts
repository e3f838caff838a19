import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate, openMigrated } from '../../src/main/db/migrate.ts'
import { migrations } from '../../src/main/db/migrations/index.ts'
import { openConnection } from '../../src/main/db/open.ts'
import { layoutOf, snake } from '../../src/main/db/rows.ts'
import { createStatements } from '../../src/main/db/statements.ts'
import { openLibrary } from '../../src/main/library/open.ts'
import { caseTableNames } from '../../src/shared/case/tables.ts'

let dir: string
let file: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'anjuan-db-'))
  file = join(dir, 'anjuan.db')
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const NOW = '2026-11-06T09:00:00+08:00'

test('pragmas hold, also after a write: the driver falls back to NORMAL unless FULL was set', () => {
  const connection = openMigrated(file, 's')
  connection.exec(`insert into bureau (id, name, level) values ('b', '局', 'county')`)
  const read = (name: string) => connection.pragma(name, { simple: true })
  expect({
    journal: read('journal_mode'),
    synchronous: read('synchronous'),
    foreignKeys: read('foreign_keys'),
    trusted: read('trusted_schema'),
    cellCheck: read('cell_size_check'),
    timeout: read('busy_timeout'),
    temp: read('temp_store'),
    cache: read('cache_size'),
    checkpoint: read('wal_autocheckpoint'),
    journalLimit: read('journal_size_limit'),
  }).toEqual({
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
    trusted: 0,
    cellCheck: 1,
    timeout: 10_000,
    temp: 2,
    cache: -65_536,
    checkpoint: 1000,
    journalLimit: 67_108_864,
  })
  connection.close()
})

test('the bundled SQLite is not older than the one without the WAL reset race', () => {
  const connection = openConnection(file, { mustExist: false })
  const version = String(connection.prepare('select sqlite_version()').pluck().get())
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(3_051_003)
  connection.close()
})

test('every table is strict and refuses what is not its type', () => {
  const connection = openMigrated(file, 's')
  const loose = connection
    .prepare(`select name from pragma_table_list where type = 'table' and strict = 0 and name not like 'sqlite_%'`)
    .pluck()
    .all()
  expect(loose.filter((name) => !String(name).startsWith('search_fts'))).toEqual([])
  connection.exec(`insert into bureau (id, name, level) values ('b', '局', 'county')`)
  const add = connection.prepare('insert into number_series (bureau_id, series, year, next_no) values (?,?,?,?)')
  expect(() => add.run('b', 'case', 2026, 1.5)).toThrow(/cannot store REAL/)
  expect(() => add.run('b', 'case', 2026, 'many')).toThrow(/cannot store TEXT/)
  connection.close()
})

test('the columns of the database are those of the schemas', () => {
  const connection = openMigrated(file, 's')
  for (const table of [...caseTableNames, 'caseFile'] as const) {
    const { sqlName, columns, isSorted } = layoutOf(table)
    const found = connection.prepare(`select name from pragma_table_info('${sqlName}')`).pluck().all()
    const keys = table === 'caseFile' ? ['id', 'rev', 'removed'] : ['case_id', 'id', 'rev', 'removed']
    const derived =
      table === 'caseFile'
        ? [
            'occurred_on',
            'sort_on',
            'stage',
            'grade',
            'is_grade_provisional',
            'deaths',
            'missing',
            'serious_injuries',
            'minor_injuries',
            'unspecified_injuries',
            'direct_loss_fen',
            'is_escalated',
            'is_supervised',
            'approved_on',
            'updated_at',
          ]
        : []
    expect([...found].sort(), table).toEqual(
      [...keys, ...(isSorted ? ['sort_key'] : []), ...columns.map(snake), ...derived].sort(),
    )
  }
  connection.close()
})

test('the first schema is the committed one: a shipped migration never changes', () => {
  const connection = openMigrated(file, 's')
  const names = connection
    .prepare(`select type || ' ' || name from sqlite_schema where name not like 'sqlite_%' order by 1`)
    .pluck()
    .all()
  expect(names).toMatchSnapshot()
  connection.close()
})

test('a newer database is refused and not touched', async () => {
  const connection = openMigrated(file, 's')
  connection.pragma(`user_version = ${migrations.length + 1}`)
  connection.pragma('journal_mode = DELETE')
  connection.close()
  const before = readFileSync(file)
  expect(() => openMigrated(file, 's')).toThrow(/更新版本.*没有改动它，请升级程序/)
  expect(readFileSync(file).equals(before)).toBe(true)
})

test.each([
  ['no database at all', Buffer.from('这不是数据库'.repeat(500))],
  ['a broken header', Buffer.alloc(8192, 7)],
])('%s is refused with a sentence and not touched', async (_what, bytes) => {
  await writeFile(file, bytes)
  expect(() => openMigrated(file, 's')).toThrow(/已损坏，没有改动它；请从 backups/)
  expect(readFileSync(file).equals(bytes)).toBe(true)
  expect(readdirSync(dir)).toEqual(['anjuan.db'])
})

test('a database of another program is refused and not touched', () => {
  const other = openConnection(file, { mustExist: false })
  other.exec('create table notes (text)')
  other.pragma('journal_mode = DELETE')
  other.close()
  const before = readFileSync(file)
  expect(() => openMigrated(file, 's')).toThrow(/不是案卷库的数据文件/)
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a copy is made before migrating an older database', async () => {
  const old = openConnection(file, { mustExist: false })
  old.close()
  const connection = openConnection(file, { mustExist: true })
  connection.exec('create table kept (text)')
  connection.exec(`insert into kept values ('一')`)
  connection.pragma(`application_id = ${0x414e4a4e}`)
  connection.close()
  openMigrated(file, '20261106090000').close()
  const copy = join(dir, 'backups', 'anjuan-20261106090000-before-migration.db')
  expect((await stat(copy)).size).toBeGreaterThan(0)
  const saved = openConnection(copy, { mustExist: true })
  expect(saved.prepare('select text from kept').pluck().all()).toEqual(['一'])
  expect(saved.pragma('user_version', { simple: true })).toBe(0)
  saved.close()
})

test('a migration that fails half-way leaves version and schema as they were', () => {
  const connection = openConnection(file, { mustExist: false })
  connection.exec('create table unit (text)')
  expect(() => migrate(connection)).toThrow()
  expect(connection.pragma('user_version', { simple: true })).toBe(0)
  expect(connection.prepare('select name from sqlite_schema').pluck().all()).toEqual(['unit'])
  connection.close()
})

test('two openings of one new library agree on who it is', () => {
  const first = openLibrary(dir, NOW)
  const second = openLibrary(dir, NOW)
  expect(second.id).toBe(first.id)
  first.close()
  second.close()
  expect(existsSync(file)).toBe(true)
})

test('a deferred transaction that reads and then writes fails against a second writer; an immediate one waits its turn', () => {
  const a = openMigrated(file, 's')
  const b = openConnection(file, { mustExist: true })
  const write = (connection: typeof a, id: string) =>
    connection.prepare(`insert into bureau (id, name, level) values (?, '局', 'county')`).run(id)
  a.exec('begin')
  a.prepare('select count(*) from bureau').get()
  write(b, 'one')
  expect(() => write(a, 'two')).toThrow(expect.objectContaining({ code: 'SQLITE_BUSY_SNAPSHOT' }))
  a.exec('rollback')
  a.exec('begin immediate')
  a.prepare('select count(*) from bureau').get()
  write(a, 'two')
  a.exec('commit')
  write(b, 'three')
  a.close()
  b.close()
})

test('numbers bind as REAL and are whole again in an INTEGER column', () => {
  const connection = openMigrated(file, 's')
  const statements = createStatements(connection)
  expect(statements.get('select typeof(?) as t', [5])).toEqual({ t: 'real' })
  statements.run(`insert into bureau (id, name, level) values ('b', '局', 'county')`, [])
  statements.run('insert into number_series (bureau_id, series, year, next_no) values (?,?,?,?)', [
    'b',
    'case',
    2026,
    5,
  ])
  expect(statements.get('select typeof(next_no) as t, next_no as n from number_series', [])).toEqual({
    t: 'integer',
    n: 5,
  })
  connection.close()
})

test('hot queries are answered from an index', () => {
  const connection = openMigrated(file, 's')
  const plan = (sql: string) =>
    connection
      .prepare(`explain query plan ${sql.replaceAll('?', "'x'")}`)
      .all()
      .map((row) => (typeof row === 'object' && row !== null && 'detail' in row ? String(row.detail) : ''))
      .join('; ')
  const page = `select id from case_file where removed = 0 and (sort_on, id) < ('9999-12-31', '~') order by sort_on desc, id desc limit 51`
  expect(plan(page)).toMatch(/SEARCH case_file USING (COVERING )?INDEX case_file_newest/)
  expect(plan('select * from unit where case_id = ? and removed = 0 order by sort_key, id')).toMatch(
    /SEARCH unit USING PRIMARY KEY/,
  )
  expect(
    plan(`select seq, hash from audit_entry where scope_id = ? and library_id = ? order by seq desc limit 1`),
  ).toMatch(/SEARCH audit_entry USING PRIMARY KEY/)
  const history = `select seq from audit_entry a where scope_id = ? and library_id = ? and exists
    (select 1 from change_entry c where c.no between a.first_change and a.last_change and c.row_id = ?)`
  expect(plan(history)).toMatch(/SEARCH a USING PRIMARY KEY.*SEARCH c EXISTS USING INTEGER PRIMARY KEY/)
  connection.close()
})
