import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { root } from '../support/processes.ts'

const settings = await readFile(join(root, '.electron-builder.yml'), 'utf8')

test('the package takes no orders from outside: no node, no options, no debugger, no loose code', () => {
  const fuses = Object.fromEntries(
    [...(/^electronFuses:\n((?: {2}.*\n)+)/m.exec(settings)?.[1] ?? '').matchAll(/^ {2}(\w+): (true|false)$/gm)].map(
      ([, name, value]) => [name, value === 'true'],
    ),
  )
  expect(fuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
  expect(settings).toMatch(/^asar: true$/m)
  expect(settings).toMatch(/^appId: cn\.anjuan\.app$/m)
})

test('the icon is large enough for every platform', async () => {
  const { width, height, format } = await sharp(join(root, 'resources', 'icon.png')).metadata()
  expect([width, height, format]).toEqual([1024, 1024, 'png'])
})

test('the fonts are in the package once: beside it, not in the built page', async () => {
  const built = await readdir(join(root, 'out', 'renderer'), { recursive: true })
  expect(built.filter((name) => /\.(otf|ttf|woff2?)$/.test(name))).toEqual([])
  const styles = built.filter((name) => name.endsWith('.css'))
  const text = (await Promise.all(styles.map((name) => readFile(join(root, 'out', 'renderer', name), 'utf8')))).join('')
  const asked = [...text.matchAll(/url\(["']?\/fonts\/([^"')]+)/g)].map(([, name]) => name)
  expect(asked).toHaveLength(6)
  expect(await readdir(join(root, 'resources', 'fonts'))).toEqual(expect.arrayContaining(asked))
})
