/** kill -9 at random moments: a process writes and says what was saved; what was said must be there afterwards. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../src/main/app.ts'
import { openApp } from '../../src/main/hosts/open-app.ts'
import { openOptions } from './kill-library.ts'
import { root, startScript } from './processes.ts'

export type KillCount = {
  readonly seed: number
  readonly rounds: number
  /** writes that were said to be saved before the kill */
  readonly acknowledged: number
  /** of these, missing afterwards */
  readonly lost: readonly string[]
  /** what `library.verify` found */
  readonly faults: readonly string[]
}

/** One kind of work to be killed in. */
type Work = {
  readonly start: (round: number) => Promise<ReturnType<typeof startScript>>
  /** which of the lines that were said are not true of the reopened library */
  readonly missing: (app: App, lines: readonly string[]) => Promise<readonly string[]>
}

/** Imports published cases through the command line; every line names a case. */
export async function importWork(dir: string): Promise<Work> {
  const model = await readFile(join(root, 'tests', 'fixtures', 'published', 'full.json'), 'utf8')
  const files = join(dir, 'files')
  await mkdir(files, { recursive: true })
  const names = (round: number) =>
    Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const path = join(files, `${round}-${n}.json`)
        await writeFile(
          path,
          model.replaceAll('F01-yunzhou', `F01-${round}-${n}`).replaceAll('岚桥', `岚桥${round}之${n}`),
        )
        return path
      }),
    )
  return {
    start: async (round) =>
      startScript(
        'src/main/hosts/cli.ts',
        ['--data', join(dir, 'library'), 'case', 'import', ...(await names(round))],
        dir,
        // what a killed process leaves in the temporary folder goes with the test
        { env: { TMPDIR: dir } },
      ),
    missing: (app, lines) =>
      lost(lines, async (line) => {
        const { caseId, name } = JSON.parse(line)
        const found = await app.call('case.dossier', { caseId })
        // the model has units, causes and measures: an imported case is whole or not there
        return found.ok && found.value.caseFile.name === name && found.value.rows.unit.length > 0
      }),
  }
}

/** Edits one case and attaches files through the dispatcher. */
export async function editWork(dir: string): Promise<Work> {
  const library = join(dir, 'library')
  const app = openApp(openOptions(library, dir))
  const made = await app.call('case.create', { values: { name: '甲公司“8·4”一般触电事故' } })
  await app.close()
  if (!made.ok) throw new Error(made.error.message)
  const { caseId } = made.value
  return {
    start: async () => startScript('tests/support/kill-child.ts', [library, dir, caseId], dir),
    missing: async (reopened, lines) => {
      const dossier = await reopened.call('case.dossier', { caseId })
      if (!dossier.ok) return lines
      const notes = new Map(dossier.value.rows.unit.map((unit) => [unit.id, Number(unit.note)]))
      const files = new Set(dossier.value.rows.evidenceFile.map((file) => file.sha256))
      return lost(lines, async (line) => {
        const [kind, key = '', n] = line.split(' ')
        // a later change may have been saved without being said
        return kind === 'file'
          ? files.has(key) && (await reopened.library().files.has(key))
          : (notes.get(key) ?? -1) >= Number(n)
      })
    },
  }
}

async function lost(lines: readonly string[], isThere: (line: string) => Promise<boolean>): Promise<readonly string[]> {
  const missing: string[] = []
  for (const line of lines) if (!(await isThere(line))) missing.push(line)
  return missing
}

/** Kills `rounds` processes on one library, and checks it after each. */
export async function killRounds(
  makeWork: (dir: string) => Promise<Work>,
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Promise<KillCount> {
  const dir = await mkdtemp(join(tmpdir(), 'anjuan-kill-'))
  const random = randomFrom(seed)
  const count = { acknowledged: 0, lost: [] as string[], faults: [] as string[] }
  try {
    const work = await makeWork(dir)
    for (let round = 0; round < rounds; round++) {
      const lines = await killed(await work.start(round), random)
      const app = openApp(openOptions(join(dir, 'library'), dir))
      const verified = await app.call('library.verify', {})
      count.acknowledged += lines.length
      count.lost.push(...(await work.missing(app, lines)))
      count.faults.push(...(verified.ok ? verified.value.faults : [verified.error.message]))
      await app.close()
    }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
  return { seed, rounds, ...count }
}

/** Lines that were said in full. One round in five is killed while it starts, the others soon after their first line. */
async function killed(child: ReturnType<typeof startScript>, random: () => number): Promise<readonly string[]> {
  let said = ''
  let complaint = ''
  const kill = () => child.kill('SIGKILL')
  const isEarly = random() < 0.2
  const delay = random() * (isEarly ? 900 : 350)
  if (isEarly) setTimeout(kill, delay)
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (said === '' && !isEarly) setTimeout(kill, delay)
    said += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaint += chunk
  })
  await new Promise((resolve) => child.once('close', resolve))
  if (complaint !== '') throw new Error(`the killed process complained: ${complaint.slice(0, 2_000)}`)
  return said
    .slice(0, said.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
}

/** mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A new seed each time, or the one to be repeated. */
export function seedOf(environment: NodeJS.ProcessEnv): number {
  return Number(environment.ANJUAN_SEED ?? Date.now() % 1_000_000_007)
}
