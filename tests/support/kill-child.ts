/**
 * A process that edits a case as fast as it can and says after each answer what was saved: `unit ID N` or `file SHA256`.
 * Arguments: library folder, staging folder, case id.
 */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { openApp } from '../../src/main/hosts/open-app.ts'
import { openOptions } from './kill-library.ts'

const [, , library = '', scratch = '', caseId = ''] = process.argv
const app = openApp(openOptions(library, scratch))

const must = async (method: 'unit.add' | 'unit.update' | 'evidenceFile.attach', input: unknown) => {
  const result = await app.dispatch(method, input)
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
  return result.value
}

let last: string | undefined
for (let n = 0; ; n++) {
  if (n % 12 === 11) {
    const bytes = Buffer.from(`${process.pid} ${n} `.repeat(4_000))
    const path = await app.staging.newPath('.txt')
    await writeFile(path, bytes)
    const token = app.staging.add({ path, name: `附件${n}.txt`, isOwn: true })
    await must('evidenceFile.attach', { caseId, files: [{ token }] })
    say(`file ${createHash('sha256').update(bytes).digest('hex')}`)
  } else if (n % 3 === 2 && last !== undefined) {
    await must('unit.update', { caseId, id: last, values: { note: String(n) } })
    say(`unit ${last} ${n}`)
  } else {
    const made: unknown = await must('unit.add', {
      caseId,
      values: { kind: 'other', name: `单位${n}`, note: String(n) },
    })
    last = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : undefined
    say(`unit ${last} ${n}`)
  }
}

/** A pipe is written synchronously here: what was said has left when the process dies. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
