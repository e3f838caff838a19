/** Every wrong operator, number and word in the code of the rules is noticed by the worked cases, tables and calendars. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, expect, test } from 'vitest'
import { root } from '../support/processes.ts'
import { codeMutantsOf } from './code-mutants.ts'
import { isEquivalent } from './equivalent-mutants.ts'
import type { MutantJob, MutantReply } from './mutant-worker.ts'

const rules = join(root, 'src/shared/rules')
/** What reads worked cases and describes methods changes no answer. */
const LEFT_OUT = ['cases.ts', 'contract.ts', 'heads.ts', 'shipped.ts']
const sources = globSync('**/*.ts', { cwd: rules })
  .filter((name) => !LEFT_OUT.includes(name))
  .toSorted()

/** A mutant that never ends is noticed as well. */
const PATIENCE = 10_000

let worker: Worker | null = null
let number = 0

async function faultOf(path: string, source: string | null): Promise<string | null> {
  worker ??= new Worker(join(root, 'tests/mutants/mutant-worker.ts'))
  const running = worker
  number += 1
  const reply = new Promise<string | null>((resolve) => {
    const late = setTimeout(() => {
      running.removeAllListeners()
      void running.terminate()
      worker = null
      resolve('does not end')
    }, PATIENCE)
    running.once('message', ({ fault }: MutantReply) => {
      clearTimeout(late)
      resolve(fault)
    })
  })
  running.postMessage({ number, path, source } satisfies MutantJob)
  return reply
}

afterAll(async () => {
  await worker?.terminate()
})

test('the rules as they are pass', async () => {
  expect(await faultOf('', null)).toBeNull()
})

test.each(sources)(
  '%s',
  async (name) => {
    const path = join(rules, name)
    const survivors: string[] = []
    for (const { what, line, source } of codeMutantsOf(readFileSync(path, 'utf8')))
      if ((await faultOf(path, source)) === null && !isEquivalent(name, line, what))
        survivors.push(`${what} | ${line.trim()}`)
    // still so: what was noticed was the mutant
    expect(await faultOf('', null)).toBeNull()
    expect(survivors).toEqual([])
  },
  300_000,
)
