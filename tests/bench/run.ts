/** `npm run bench`: a table with ratios taken in one run. `npm run bench -- edit import` runs some of it. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { boardOfTenThousand } from './board.ts'
import { editAgainstInsert, importRate } from './edit.ts'
import { photographs } from './fixtures.ts'
import { docxAgainstFloor, originalsAgainstEncoding, plainReports } from './report.ts'
import { type Line, machine, print } from './table.ts'

const ORIGINAL = { width: 3200, height: 2400, quality: 80 }
const SEED = 20260804

async function memory(folder: string): Promise<Line[]> {
  const originals = join(folder, 'originals')
  await photographs(originals, 200, ORIGINAL, SEED)
  const script = fileURLToPath(new URL('memory.ts', import.meta.url))
  const run = (work: string) =>
    execFileSync(process.execPath, [script, work, folder, originals, '200'], { encoding: 'utf8' })
  run('attach')
  const output = run('export')
  const { peakMb, longestMs, bytes } = JSON.parse(output)
  const file = `file of ${(bytes / 1024 ** 2).toFixed(0)} MB`
  return [
    {
      what: 'peak memory of that export, whole process',
      measured: `${peakMb.toFixed(0)} MB`,
      floor: file,
      value: peakMb,
      target: 400,
      unit: ' MB',
    },
    {
      what: 'longest block of the serving thread in it',
      measured: `${longestMs.toFixed(1)} ms`,
      floor: '–',
      value: longestMs,
      target: 50,
      unit: ' ms',
    },
  ]
}

const BENCHES: Readonly<Record<string, (folder: string) => Promise<Line | Line[]>>> = {
  edit: editAgainstInsert,
  import: importRate,
  board: boardOfTenThousand,
  plain: plainReports,
  docx: docxAgainstFloor,
  originals: originalsAgainstEncoding,
  memory,
}

const wanted = process.argv.slice(2)
const folder = await mkdtemp(join(tmpdir(), 'anjuan-bench-'))
const lines: Line[] = []
try {
  console.log(`${machine()}; seed ${SEED}; ${new Date().toISOString()}`)
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    lines.push(...[await bench(folder)].flat())
  }
  print(lines)
  if (wanted.length === 0 || wanted.includes('kill')) {
    const { killBench } = await import('./kill.ts')
    console.log('kill -9 while importing and editing', await killBench({ rounds: 500, seed: SEED }))
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
