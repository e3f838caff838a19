/** One small edit through the dispatcher against a bare insert on the same disk; imports a second. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openConnection } from '../../src/main/db/open.ts'
import { testApp } from '../support/app.ts'
import { publishedCase } from './fixtures.ts'
import { type Line, median, ms } from './table.ts'

const EDITS = 400
const CASES = 300
const SEED = 20260804
/** Bare inserts after which the log has its full size and is written over: one page each, a checkpoint at 1000. */
const FULL_LOG = 1500

/**
 * Twice: with both write-ahead logs new, as after each start, where the file still grows with every write; and with both at
 * their full size, as after some hours, where a write costs the disk half as much and our own work weighs more.
 */
export async function editAgainstInsert(folder: string): Promise<Line[]> {
  const library = await testApp({ dir: join(folder, 'edit'), checkOutputs: false })
  const { caseId } = await library.ok('case.sample', {})
  const bare = openConnection(join(folder, 'bare.db'), { mustExist: false })
  bare.exec('create table note (id integer primary key, text text not null) strict')
  const insert = bare.prepare('insert into note (text) values (?)')
  const edits: number[] = []
  const inserts: number[] = []
  const round = async (count: number) => {
    edits.length = 0
    inserts.length = 0
    for (let at = 0; at < count; at++) {
      let from = performance.now()
      insert.run(`措施的文字 ${at}`)
      inserts.push(performance.now() - from)
      from = performance.now()
      await library.ok('lesson.update', { caseId, id: 'l1', values: { description: `教训的文字，${count}之${at}。` } })
      edits.push(performance.now() - from)
    }
  }
  const line = (state: string): Line => ({
    what: `one small edit (validated, journal, undo, search, FULL), ${state}`,
    measured: ms(median(edits)),
    floor: `bare insert with FULL ${ms(median(inserts))}`,
    value: median(edits) / median(inserts),
    target: 1.5,
    unit: ' ×',
  })
  await round(50)
  await round(EDITS)
  const fresh = line('new logs')
  for (let at = 0; at < FULL_LOG; at++) insert.run(`措施的文字 ${at}`)
  await round(EDITS)
  const full = line('full logs')
  bare.close()
  await library.close()
  return [fresh, full]
}

export async function importRate(folder: string): Promise<Line> {
  const library = await testApp({ dir: join(folder, 'import'), checkOutputs: false })
  const tokens: string[] = []
  for (let at = 0; at < CASES; at++) {
    const path = join(folder, `case-${at}.json`)
    await writeFile(path, JSON.stringify(publishedCase(at, SEED), null, 1))
    tokens.push(library.app.staging.add({ path, name: `case-${at}.json`, isOwn: false }))
  }
  await library.ok('case.import', { tokens: tokens.slice(0, 20) })
  const from = performance.now()
  const { outcomes } = await library.ok('case.import', { tokens: tokens.slice(20) })
  const seconds = (performance.now() - from) / 1000
  const refused = outcomes.filter(({ state }) => state !== 'imported')
  if (refused.length > 0) throw new Error(JSON.stringify(refused[0]))
  await library.close()
  const rate = (CASES - 20) / seconds
  return {
    what: `import of ${CASES - 20} published cases in one call`,
    measured: `${ms((seconds * 1000) / (CASES - 20))} a case`,
    floor: '–',
    value: rate,
    target: 60,
    unit: '/s',
  }
}
