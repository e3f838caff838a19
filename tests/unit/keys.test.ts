import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { keyTable } from '../../src/renderer/ui/key-table.ts'

const folder = fileURLToPath(new URL('../../src/renderer', import.meta.url))
const sources = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.name !== 'key-table.ts')
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))

/** `event.key === 'F2'` of an element, `keys: 'Ctrl+P'` of the window. */
const asked = (pattern: RegExp) => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, key = '']) => key))),
]

const names: readonly string[] = keyTable.flatMap(({ lines }) => lines.flatMap(({ keys }) => [...keys]))
const plain = new Set(names.map((name) => name.split('+').at(-1)))

// a key that is missing belongs into src/renderer/ui/key-table.ts, which the help of the keys shows
test('every shortcut of the window is in the help of the keys', () => {
  const shortcuts = asked(/\bkeys: '([^']+)'/g)
  expect(shortcuts).toContain('F2')
  expect(shortcuts.filter((key) => !names.includes(key))).toEqual([])
})

test('every key that an element listens to is in the help of the keys', () => {
  const keys = asked(/\bevent\.key [!=]== '([^']+)'/g)
  expect(keys).toContain('Delete')
  expect(keys.filter((key) => !plain.has(key))).toEqual([])
})

test('no line of the help stands for keys that nothing listens to', () => {
  const heard = new Set([...asked(/\bkeys: '([^']+)'/g), ...asked(/\bevent\.key [!=]== '([^']+)'/g)])
  const dead = names.filter(
    (name) => !heard.has(name) && !heard.has(name.split('+').at(-1) ?? '') && !/^Alt\+\d$/.test(name),
  )
  expect(dead).toEqual([])
})
