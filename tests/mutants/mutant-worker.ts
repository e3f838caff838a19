/** Runs the checks against one mutant after the other; each gets its own copies of the modules of the rules. */
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import type * as Check from './mutant-check.ts'

export type MutantJob = { readonly number: number; readonly path: string; readonly source: string | null }
export type MutantReply = { readonly number: number; readonly fault: string | null }

let job: MutantJob = { number: 0, path: '', source: null }

/** Modules that see the mutant: the rules, and the checks that call them. */
const RENEWED =
  /\/src\/shared\/rules\/.*\.ts$|\/tests\/(?:mutants\/mutant-check|support\/(?:date-checks|law-checks|printed-times|printed-law|throws|answers|printed|law-index|rule-book))\.ts$/

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context)
    return context.parentURL?.includes('?mutant=') && RENEWED.test(found.url)
      ? { ...found, url: `${found.url}?mutant=${job.number}` }
      : found
  },
  load: (url, context, next) => {
    const [plain = ''] = url.split('?mutant=')
    if (job.source === null || plain === url || fileURLToPath(plain) !== job.path) return next(url, context)
    return { format: 'module', source: job.source, shortCircuit: true }
  },
})

parentPort?.on('message', async (next: MutantJob) => {
  job = next
  const fault = await import(`./mutant-check.ts?mutant=${next.number}`).then(
    (check: typeof Check) => check.firstFault(next.path),
    (error: unknown) => String(error),
  )
  parentPort?.postMessage({ number: next.number, fault } satisfies MutantReply)
})
