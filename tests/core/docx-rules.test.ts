import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDocx } from '../../src/main/report/docx.ts'
import { samplePictures } from '../support/docx-pictures.ts'
import { modelOf, type OfficePackage, openPackage, withPart } from '../support/docx-rules/package.ts'
import { checkReport, type RuleName, rules } from '../support/docx-rules/report.ts'
import { parseXml } from '../support/docx-rules/xml.ts'
import { readZip } from '../support/docx-rules/zip.ts'
import { everyKind } from '../support/docx-sample.ts'

let folder = ''
let bytes = Buffer.alloc(0)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anjuan-docx-rules-'))
  await mkdir(join(folder, 'pictures'))
  const images = await samplePictures(join(folder, 'pictures'), 2)
  await writeDocx(everyKind(), join(folder, 'a.docx'), { images, now: '2026-07-10T08:00:00+08:00' })
  bytes = await readFile(join(folder, 'a.docx'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Damage = readonly [rule: RuleName, what: string, part: string, from: string | RegExp, to: string]

const document = 'word/document.xml'
const styles = 'word/styles.xml'
/** The first footer that prints a page number belongs to the third section. */
const footer = 'word/footer5.xml'

const damages: readonly Damage[] = [
  ['wholePackage', 'a type without a part', '[Content_Types].xml', '/word/styles.xml', '/word/style.xml'],
  ['wholePackage', 'a relation to nothing', 'word/_rels/document.xml.rels', 'media/image1.jpg', 'media/image9.jpg'],
  ['wholePackage', 'a picture of a relation that is not there', document, 'r:embed="rIdImage1"', 'r:embed="rIdImage9"'],
  ['uniqueIds', 'one drawing id twice', document, '<wp:docPr id="2"', '<wp:docPr id="1"'],
  ['uniqueIds', 'one bookmark id twice', document, /(<w:bookmarkStart[^>]*w:id=")2"/, '$11"'],
  ['soundFields', 'a field that is not closed', document, '<w:fldChar w:fldCharType="end"/>', ''],
  ['soundFields', 'a reference to nothing', document, /(>REF _Ref)0/, '$19'],
  [
    'soundFields',
    'a reference that shows an old number',
    document,
    /(REF _Ref\d+ [\s\S]*?<w:t xml:space="preserve">)表1/,
    '$1表7',
  ],
  [
    'soundFields',
    'a dirty field',
    document,
    '<w:fldChar w:fldCharType="begin"',
    '<w:fldChar w:dirty="true" w:fldCharType="begin"',
  ],
  [
    'soundFields',
    'a prompt to update fields',
    'word/settings.xml',
    '<w:compat>',
    '<w:updateFields w:val="true"/><w:compat>',
  ],
  ['properties', 'no author', 'docProps/core.xml', /<dc:creator>[^<]*/, '<dc:creator>'],
  ['properties', 'a date that is none', 'docProps/core.xml', /(<dcterms:created[^>]*>)[^<]*/, '$12026年7月10日'],
  ['geometry', '天头 of an inch', document, 'w:top="2098"', 'w:top="1440"'],
  ['geometry', 'no grid', document, /<w:docGrid [^>]*>/, ''],
  ['pageNumbers', 'odd and even pages alike', 'word/settings.xml', '<w:evenAndOddHeaders/>', ''],
  ['pageNumbers', 'a page number in 五号', footer, /<w:sz w:val="28"\/>/g, '<w:sz w:val="21"/>'],
  ['pageNumbers', 'a page number between hyphens', footer, /—/g, '-'],
  ['pageNumbers', 'a page number in the middle', footer, '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'],
  ['pageNumbers', 'a text that begins at page 3', document, /(<w:pgNumType w:start=")1(" w:fmt="decimal")/, '$13$2'],
  ['draftMark', 'a header without 草稿', 'word/header3.xml', '草稿', '定稿'],
  ['faces', 'a run without a Chinese face', document, ' w:eastAsia="仿宋_GB2312"', ''],
  ['faces', 'a run without the hint', document, ' w:hint="eastAsia"', ''],
  ['faces', 'a heading in 宋体', document, /(w:val="Heading1"[\s\S]*?w:eastAsia=")黑体/, '$1宋体'],
  ['sizes', 'body text in 4号', styles, /(w:styleId="GwBody"[\s\S]*?<w:sz w:val=")32/, '$128'],
  ['sizes', 'a title in 3号', styles, /(w:styleId="Title"[\s\S]*?<w:sz w:val=")44/, '$132'],
  ['pitch', 'a pitch of 580, which prints 21 lines', styles, /(w:styleId="GwBody"[\s\S]*?w:line=")579/, '$1580'],
  [
    'pitch',
    'a pitch of 28 points, which does not fill the page',
    styles,
    /(w:styleId="GwBody"[\s\S]*?w:line=")579/,
    '$1560',
  ],
  ['pitch', 'space after a paragraph', styles, /(w:styleId="GwBody"[\s\S]*?w:after=")0/, '$1120'],
  ['measure', '27 characters a line', styles, /(w:styleId="GwBody"[\s\S]*?<w:spacing w:val=")-5/, '$10'],
  ['measure', 'no indent', styles, /(w:styleId="GwBody"[\s\S]*?w:firstLineChars=")200/, '$10'],
  [
    'headings',
    'a heading outside the navigation',
    styles,
    /(w:styleId="Heading2"[\s\S]*?<w:outlineLvl w:val=")1/,
    '$19',
  ],
  [
    'headings',
    'numbers that begin at 2',
    'word/numbering.xml',
    /(<w:start w:val=")1("\/><w:numFmt w:val="chineseCountingThousand")/,
    '$12$2',
  ],
  ['headings', 'a typed number', document, '>事故基本情况<', '>一、事故基本情况<'],
  ['leftovers', 'undefined', document, '未组织开展隐患排查', 'undefined'],
  ['leftovers', 'a date with leading zeros', document, '2026年7月8日', '2026年07月08日'],
  ['tables', 'widths of their own will', document, '<w:tblLayout w:type="fixed"/>', '<w:tblLayout w:type="autofit"/>'],
  ['tables', 'a row that may be divided', document, '<w:cantSplit/>', ''],
  ['tables', 'a header row that is not repeated', document, '<w:tblHeader/>', ''],
  ['tables', 'a table wider than the page', document, '<w:gridCol w:w="804"/>', '<w:gridCol w:w="2804"/>'],
  ['tables', 'a missing cell', document, '<w:gridSpan w:val="2"/>', ''],
  ['pictures', 'no words for a picture', document, / descr="[^"]*"/, ''],
  ['pictures', 'a stretched picture', document, /(<wp:extent cx=")\d+/, '$14000000'],
  ['pictures', 'a picture beyond the edge', document, /(<wp:extent cx=")\d+(" cy=")\d+/, '$17000000$24662000'],
  ['pictures', 'a picture cut by the pitch', styles, /(w:styleId="GwFigure"[\s\S]*?w:lineRule=")auto/, '$1exact'],
  ['captions', 'a number left out', document, /(SEQ 图[\s\S]*?<w:t xml:space="preserve">)1/, '$13'],
  ['contents', 'an entry of a heading that was renamed', document, '>一、事故基本情况<', '>一、基本情况<'],
  ['contents', 'an entry without a page', document, /(PAGEREF[\s\S]*?<w:t xml:space="preserve">)\d+/, '$1'],
  ['imprint', 'an imprint in the text', document, ' w:tblpYSpec="bottom"', ''],
]

test('every rule has a mutation that breaks it', () => {
  expect(new Set(damages.map(([rule]) => rule))).toEqual(new Set(Object.keys(rules)))
})

test('the undamaged file breaks no rule', () => {
  expect(checkReport(openPackage(bytes))).toEqual([])
})

test.each(damages)('%s finds %s', (rule, _, part, from, to) => {
  const damaged = withPart(openPackage(bytes), part, (text) => text.replace(from, to))
  expect(rules[rule](modelOf(damaged))).not.toEqual([])
})

const zipDamage = (change: (copy: Buffer) => void): readonly string[] => {
  const copy = Buffer.from(bytes)
  change(copy)
  return readZip(copy).problems
}

test('the reader of packages finds damage in the archive itself', () => {
  const directory = bytes.readUInt32LE(bytes.length - 6)
  expect(zipDamage((copy) => copy.writeUInt16LE(0x0021 + 1, directory + 14))).toContain('entries carry different times')
  expect(zipDamage((copy) => copy.writeUInt16LE(0x0808, directory + 8)).join()).toContain('sizes stand behind the data')
  expect(zipDamage((copy) => copy.writeUInt32LE(1, 14)).join()).toContain('local header and directory differ')
})

test.each([
  '<a>',
  '<a></b>',
  '<a b="1" b="2"/>',
  '<a>&nbsp;</a>',
  '<a>\u0001</a>',
  '<!DOCTYPE a><a/>',
  '<a/><b/>',
  '<a b=1/>',
  '<a>&</a>',
])('the reader of XML refuses %s', (text) => {
  expect(() => parseXml(text)).toThrow()
})

test('a change that changes nothing is refused, so that no mutation passes for nothing', () => {
  const office: OfficePackage = openPackage(bytes)
  expect(() => withPart(office, document, (text) => text)).toThrow('changes nothing')
})
