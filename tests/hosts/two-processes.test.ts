import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHost, type TestHost } from '../support/host.ts'
import { cli, root } from '../support/processes.ts'

let host: TestHost
let home: string

beforeAll(async () => {
  host = await startTestHost()
  home = await mkdtemp(join(tmpdir(), 'anjuan-two-'))
})

afterAll(async () => {
  await host.close()
  await rm(home, { recursive: true, force: true })
})

const call = async (method: string, input: unknown) => {
  const headers = { 'content-type': 'application/json' }
  const response = await host.fetch(`/call/${method}`, { method: 'POST', headers, body: JSON.stringify(input) })
  return response.json()
}

test('the app and two command lines write to one library at once, and all of them finish', async () => {
  const model = await readFile(join(root, 'tests', 'fixtures', 'published', 'full.json'), 'utf8')
  const files = await Promise.all(
    Array.from({ length: 40 }, async (_, n) => {
      const path = join(home, `${n}.json`)
      await writeFile(path, model.replaceAll('F01-yunzhou', `F01-${n}`).replaceAll('岚桥', `岚桥${n}`))
      return path
    }),
  )
  const { value } = await call('case.create', { values: { name: '甲公司“8·4”一般触电事故' } })
  const library = join(host.dir, 'library')
  let isRunning = true
  const imports = Promise.all(
    [files.slice(0, 20), files.slice(20)].map((part) => cli(['--data', library, 'case', 'import', ...part], home)),
  ).finally(() => {
    isRunning = false
  })
  const added: string[] = []
  while (isRunning) {
    const answer = await call('unit.add', {
      caseId: value.caseId,
      values: { kind: 'other', name: `单位${added.length}` },
    })
    expect(answer).toMatchObject({ ok: true })
    added.push(answer.value.id)
  }
  for (const ended of await imports) {
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    expect(ended.stdout.split('\n')).toHaveLength(21)
  }
  const dossier = await call('case.dossier', { caseId: value.caseId })
  expect(dossier.value.rows.unit.map((unit: { id: string }) => unit.id).sort()).toEqual(added.sort())
  expect((await call('case.list', { filter: {}, limit: 1 })).value.total).toBe(41)
  expect((await call('library.verify', {})).value.faults).toEqual([])
})
