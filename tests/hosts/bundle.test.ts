import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshBundle } from '../../src/main/hosts/cli-bundle.ts'

const MORNING = new Date('2026-08-04T08:00:00+08:00')
const NOON = new Date('2026-08-04T12:00:00+08:00')
const ENTRY = 'out/cli/cli-program.js'
let root: string

async function put(path: string, at: Date): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), '')
  await utimes(join(root, path), at, at)
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'anjuan-bundle-'))
  await put('src/main/hosts/cli-program.ts', MORNING)
  await put('src/shared/result.ts', MORNING)
  await put(ENTRY, MORNING)
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('a bundle as new as its sources is taken, also where no law lies beside it', () => {
  expect(freshBundle(root)).toBe(join(root, ENTRY))
})

test.each([
  'src/main/hosts/cli-program.ts',
  'src/shared/case/derive.ts',
  'resources/statutes/laws.json',
  'resources/statutes/rules/grade.json',
  'package-lock.json',
])('a newer %s makes it stale', async (path) => {
  await put(path, NOON)
  expect(freshBundle(root)).toBeNull()
})

test('what is read when it is needed does not make it stale', async () => {
  await put('resources/samples/shuolan.json', NOON)
  await put('src/renderer/app.tsx', NOON)
  expect(freshBundle(root)).toBe(join(root, ENTRY))
})
