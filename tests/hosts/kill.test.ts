import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openApp } from '../../src/main/hosts/open-app.ts'
import { editWork, importWork, killRounds, seedOf } from '../support/kill.ts'
import { openOptions } from '../support/kill-library.ts'

const seed = seedOf(process.env)
const LIMIT_MS = 600_000

describe(`kill -9 at random moments (ANJUAN_SEED=${seed})`, () => {
  test(
    'while importing and while editing, in 44 rounds, loses nothing that was acknowledged',
    async () => {
      // two libraries at a time: the machine has two processors, and each is mostly waiting for its disk
      const [imported, edited] = await Promise.all([
        killRounds(importWork, { rounds: 20, seed }),
        killRounds(editWork, { rounds: 24, seed: seed + 1 }),
      ])
      console.log(`seed ${seed}: ${imported.acknowledged} imports and ${edited.acknowledged} edits acknowledged`)
      for (const count of [imported, edited]) {
        expect(count).toMatchObject({ lost: [], faults: [] })
        expect(count.acknowledged).toBeGreaterThan(count.rounds)
      }
    },
    LIMIT_MS,
  )

  test('a write that never happened is noticed', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'anjuan-kill-'))
    const work = await editWork(dir)
    const app = openApp(openOptions(join(dir, 'library'), dir))
    const lines = ['unit 0198 1', `file ${'a'.repeat(64)}`]
    expect(await work.missing(app, lines)).toEqual(lines)
    const imports = await importWork(dir)
    const line = JSON.stringify({ caseId: 'nothing', caseNumber: null, name: 'x' })
    expect(await imports.missing(app, [line])).toEqual([line])
    await app.close()
    await rm(dir, { recursive: true, force: true })
  })
})
