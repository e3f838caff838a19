import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFonts, fontMode, fontRoles } from '../../src/main/report/fonts.ts'
import { machineFolders } from '../../src/main/report/pdf/font-names.ts'
import { openFont } from '../../src/main/report/pdf/open-font.ts'
import { writePdf } from '../../src/main/report/pdf.ts'
import { aDocument, body, now, pageTexts, shippedFolder, shippedFonts, table, tool } from './pdf-sample.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonts-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const shipped = (file: string) => join(shippedFolder, file)
const files = (faces: readonly { readonly path: string }[]) => faces.map((face) => basename(face.path))

test('without fonts of the machine every role has a free font and the fallback that knows rare characters', async () => {
  const fonts = await findFonts({ shippedFolder, mode: 'machine', machineFolders: [join(folder, 'absent')] })
  expect(Object.fromEntries(fontRoles.map((role) => [role, files(fonts[role])]))).toEqual({
    body: ['FandolFang-Regular.otf', 'NotoSerifSC-Regular.ttf'],
    heading1: ['FandolHei-Regular.otf', 'NotoSerifSC-Regular.ttf'],
    heading2: ['FandolKai-Regular.otf', 'NotoSerifSC-Regular.ttf'],
    title: ['FandolSong-Bold.otf', 'NotoSerifSC-Regular.ttf'],
    song: ['NotoSerifSC-Regular.ttf'],
    latin: ['LiberationSerif-Regular.ttf', 'NotoSerifSC-Regular.ttf'],
    latinBold: ['LiberationSerif-Bold.ttf', 'NotoSerifSC-Regular.ttf'],
  })
  for (const role of fontRoles) for (const face of fonts[role]) expect(openFont(face)?.mayEmbed).toBe(true)
})

test('a font of the machine comes before the free one, however deep and in whatever case its file is named', async () => {
  const machine = join(folder, 'machine')
  await mkdir(join(machine, 'a', 'b'), { recursive: true })
  await copyFile(shipped('FandolFang-Regular.otf'), join(machine, 'a', 'b', 'SIMFANG.TTF'))
  await copyFile(shipped('LiberationSerif-Regular.ttf'), join(machine, 'times.ttf'))
  const fonts = await findFonts({ shippedFolder, mode: 'machine', machineFolders: [machine] })
  expect(files(fonts.body)).toEqual(['SIMFANG.TTF', 'FandolFang-Regular.otf', 'NotoSerifSC-Regular.ttf'])
  expect(fonts.body[0]).toMatchObject({ source: 'machine', licence: '本机已安装的字体，许可由使用单位确认' })
  expect(files(fonts.latin)).toEqual(['times.ttf', 'LiberationSerif-Regular.ttf', 'NotoSerifSC-Regular.ttf'])
})

test('a damaged font, a font without Chinese and a collection without the wanted name are passed over', async () => {
  const machine = join(folder, 'bad')
  await mkdir(machine)
  await writeFile(join(machine, 'simhei.ttf'), 'not a font')
  await copyFile(shipped('LiberationSerif-Regular.ttf'), join(machine, 'simkai.ttf'))
  await copyFile('/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', join(machine, 'simsun.ttc'))
  const fonts = await findFonts({ shippedFolder, mode: 'machine', machineFolders: [machine] })
  expect(fonts).toEqual(await shippedFonts())
})

test('the fonts that come with the app can be forced', async () => {
  const machine = join(folder, 'forced')
  await mkdir(machine)
  await copyFile(shipped('FandolFang-Regular.otf'), join(machine, 'simfang.ttf'))
  const fonts = await findFonts({ shippedFolder, mode: 'shipped', machineFolders: [machine] })
  expect(fonts).toEqual(await findFonts({ shippedFolder, mode: 'shipped' }))
  expect(files(fonts.body)).toEqual(['FandolFang-Regular.otf', 'NotoSerifSC-Regular.ttf'])
  expect([fontMode({ ANJUAN_FONTS: 'shipped' }), fontMode({})]).toEqual(['shipped', 'machine'])
})

test('a font of a collection is embedded like any other', async () => {
  const face = {
    path: '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc',
    postscriptName: 'NotoSerifCJKsc-Regular',
    source: 'machine',
    licence: 'OFL',
  } as const
  const fonts = { ...(await shippedFonts()), body: [face] }
  const target = join(folder, 'collection.pdf')
  const withFallback = { ...fonts, song: [face, ...fonts.song] }
  const document = aDocument([body('p', '案卷镕喆'), table('t', 1, true)])
  await writePdf(document, target, { images: new Map(), now, fonts: withFallback })
  const words = (await pageTexts(target)).join('')
  expect(words).toContain('案卷镕喆')
  expect(words.replaceAll(/\s/g, '')).toContain('—2—')
  expect(await tool('pdffonts', target)).toMatch(/NotoSerifCJKsc-Regular .*yes yes yes/)
})

test('font folders are those of the platform, the user’s own first', () => {
  expect(machineFolders('linux', '/home/u', {})).toEqual([
    '/home/u/.local/share/fonts',
    '/home/u/.fonts',
    '/usr/local/share/fonts',
    '/usr/share/fonts',
    '/opt/kingsoft/wps-office/office6/fonts',
  ])
  expect(machineFolders('win32', 'C:', { WINDIR: 'D:\\Windows' }).at(-1)).toContain('D:\\Windows')
  expect(machineFolders('darwin', '/Users/u', {})[0]).toBe('/Users/u/Library/Fonts')
})
