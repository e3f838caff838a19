import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { breakLines, type Character } from '../../src/main/report/pdf/break-lines.ts'
import { isLatin, settable, splitByCoverage } from '../../src/main/report/pdf/coverage.ts'
import { openFont } from '../../src/main/report/pdf/open-font.ts'
import { shippedFonts } from './pdf-sample.ts'

let chain: Parameters<typeof splitByCoverage>[1]

beforeAll(async () => {
  const fonts = await shippedFonts()
  const open = (faces: readonly (typeof fonts.body)[number][]) => faces.map(openFont).filter((font) => font !== null)
  chain = { latin: open(fonts.latin), chinese: open(fonts.body) }
})

const characters = (words: string): readonly Character[] =>
  splitByCoverage(words, chain).flatMap((run) =>
    Array.from(run.text, (text) => ({ text, font: run.font, width: isLatin(text) ? 8 : 16 })),
  )
const lines = (words: string, width: number) =>
  breakLines(characters(words), () => width, 0).map((line) => line.characters.map(({ text }) => text).join(''))

test('a closing mark takes the character before it to the next line', () => {
  expect(lines('一二三四，五六', 64)).toEqual(['一二三', '四，五六'])
})

test('an opening mark goes to the next line with what it opens', () => {
  expect(lines('一二三（四）五', 64)).toEqual(['一二三', '（四）五'])
})

test('words, numbers and dates in latin type are not cut', () => {
  expect(lines('一二三2026年', 64)).toEqual(['一二三', '2026年'])
  expect(lines('一1,234.5元', 64)).toEqual(['一', '1,234.5', '元'])
})

test('the day in the name of an accident is not cut at its point', () => {
  expect(lines('一二三3·21特', 72)).toEqual(['一二三', '3·21特'])
})

test('a sign stays with its number, and 破折号 and 省略号 stay whole', () => {
  expect(lines('一二三≤30%', 64)).toEqual(['一二三', '≤30%'])
  expect(lines('一二三——四', 64)).toEqual(['一二', '三——四'])
  expect(lines('一二三……四', 64)).toEqual(['一二', '三……四'])
})

test('a long address is cut where the line is full', () => {
  expect(lines('见http://www.example.com/a', 64)).toEqual(['见http:/', '/www.exa', 'mple.com', '/a'])
})

test('a word wider than the line is cut rather than lost', () => {
  expect(lines('abcdefghij', 32)).toEqual(['abcd', 'efgh', 'ij'])
  expect(lines('国', 4)).toEqual(['国'])
})

test('spaces at the end of a line are dropped', () => {
  expect(lines('一二三四 五', 64)).toEqual(['一二三四', '五'])
})

test('no line is wider than its measure and no character is lost', () => {
  const words = fc.string({ unit: fc.constantFrom(...'一二三，。（）“”——…1.a %'), maxLength: 80 })
  fc.assert(
    fc.property(words, fc.integer({ min: 2, max: 12 }), (text, em) => {
      const broken = breakLines(characters(text), () => em * 16, 0)
      const set = broken.flatMap((line) => line.characters.map((character) => character.text)).join('')
      expect(set.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of broken) expect(line.width).toBeLessThanOrEqual(em * 16 + 0.01)
      expect(broken.slice(0, -1).every((line) => !line.isLast)).toBe(true)
    }),
  )
})

test('text is cut by the glyphs of the fonts in the order of the chain', () => {
  const runs = splitByCoverage('朱镕2026', chain).map(({ text, font }) => [text, font.face.path.split(/[\\/]/).at(-1)])
  expect(runs).toEqual([
    ['朱', 'FandolFang-Regular.otf'],
    ['镕', 'NotoSerifSC-Regular.ttf'],
    ['2026', 'LiberationSerif-Regular.ttf'],
  ])
})

test('names with rare characters of GB 18030 are covered by the fonts that come with the app', () => {
  const names = '镕喆㎡䶮翀犇垚玥頔骉赟旻祎珺堃槩㛃䴙䴘㑇㳚𫖯𬭚𫍽𬱖𣲗'
  expect(splitByCoverage(names, chain).filter((run) => run.lacking !== null)).toEqual([])
})

test('a character no font has becomes 〓 and is named', () => {
  const runs = splitByCoverage('甲\u{2fa1c}\ud800乙', chain)
  expect(runs.map(({ text, lacking }) => [text, lacking])).toEqual([
    ['甲', null],
    ['〓', '\u{2fa1c}'],
    ['〓', '\ufffd'],
    ['乙', null],
  ])
})

test('line breaks and tabs become spaces, and what prints nothing goes', () => {
  expect(settable('甲\r\n乙\t丙\u0007丁\u200b戊\ufe0f己\u202e')).toBe('甲 乙 丙丁戊己')
})

test('the licence texts of the fonts come with them', async () => {
  const fonts = await shippedFonts()
  const faces = new Map(Object.values(fonts).flatMap((list) => list.map((face) => [face.path, face.licence] as const)))
  for (const [path, licence] of faces) {
    const file = /\((.+)\)/.exec(licence)?.[1] ?? ''
    const words = await readFile(path.replace(/[^\\/]+$/, file), 'utf8')
    expect(words).toMatch(/SIL OPEN FONT LICENSE|As a special exception, if you create a document which uses this font/)
  }
  expect(faces.size).toBe(7)
})
