/** A document with every kind of block, and what poppler reads out of a PDF. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { findFonts } from '../../src/main/report/fonts.ts'
import type { Block, Document, Inline } from '../../src/shared/report/document.ts'

const run = promisify(execFile)

export const shippedFolder = fileURLToPath(new URL('../../resources/fonts', import.meta.url))
export const shippedFonts = () => findFonts({ shippedFolder, mode: 'shipped' })
export const now = '2026-06-12T08:00:00+08:00'

export const text = (words: string, bold = false): Inline => ({ kind: 'text', text: words, bold })
export const body = (id: string, words: string): Block => ({
  kind: 'paragraph',
  id,
  role: 'body',
  children: [text(words)],
})
export const heading = (id: string, level: 1 | 2 | 3 | 4, words: string): Block => ({
  kind: 'heading',
  id,
  level,
  isNumbered: true,
  children: [text(words)],
})
export const aDocument = (blocks: readonly Block[], change: Partial<Document> = {}): Document => ({
  title: '“3·18”较大爆炸事故调查报告',
  template: 'A',
  blocks,
  missing: [],
  properties: { author: '江州市应急管理局', subject: '事故调查报告', keywords: '事故' },
  headerMark: null,
  ...change,
})

export const longText =
  '经调查认定，事故的直接原因是：R301C釜硝化反应过程中，循环冷却水流量骤降，操作人员未按规程停止滴加混酸，' +
  '超温联锁被摘除未能切断进料，釜内反应热无法及时移出（详见“技术报告”第3.2节），反应失控，物料温度急剧上升。'

export const table = (id: string, rows: number, isLandscape: boolean): Extract<Block, { kind: 'table' }> => ({
  kind: 'table',
  id,
  caption: '责任人员处理建议',
  isLandscape,
  columns: [
    { title: '序号', width: 1, align: 'center' },
    { title: '职务', width: 3, align: 'left' },
    { title: '处理建议', width: 6, align: 'left' },
  ],
  rows: Array.from({ length: rows }, (_, index) => ({
    id: `${id}-${index}`,
    cells: [
      { children: [text(String(index + 1))] },
      { children: [text('分管安全副总经理')] },
      { children: [text(longText.slice(0, 50))] },
    ],
  })),
})

/** Every kind of block; tables short enough to stay on one page. */
export function everyBlock(sha256: string): readonly Block[] {
  return [
    {
      kind: 'cover',
      id: 'cover',
      lines: ['江州市青川区宏远新材料有限公司', '“3·18”较大爆炸事故', '调查报告'],
      body: '江州市“3·18”较大爆炸事故调查组',
      date: [text('2026年6月')],
    },
    { kind: 'toc', id: 'toc' },
    { kind: 'title', id: 'title', lines: ['江州市青川区宏远新材料有限公司', '“3·18”较大爆炸事故调查报告'] },
    body('intro', longText),
    heading('h1', 1, '事故基本情况'),
    heading('h1-1', 2, '事故发生单位概况'),
    heading('h1-1-1', 3, '企业情况'),
    {
      kind: 'paragraph',
      id: 'facts',
      role: 'body',
      children: [
        text('法定代表人朱镕、安全员喆某和䶮某，面积120㎡；'),
        { kind: 'missing', label: '统一社会信用代码' },
        text('；见'),
        { kind: 'ref', target: 't1' },
        text('、'),
        { kind: 'ref', target: 'f1' },
        text('和'),
        { kind: 'ref', target: 'a2' },
        { kind: 'cite', text: '〔证据12〕', evidenceId: 'e12' },
        { kind: 'redact', text: '张某' },
        text('。加粗的Bold文字', true),
        text('——破折号……省略号，浓度≤30%。'),
      ],
    },
    heading('h1-1-1-1', 4, '设备情况'),
    table('t1', 3, false),
    { kind: 'figure', id: 'f1', sha256, caption: '受损厂房内部', alt: '厂房', widthMm: 120 },
    heading('h2', 1, '对有关责任人员的处理建议'),
    { kind: 'paragraph', id: 'group', role: 'group', children: [text('市应急管理局（2人）')] },
    {
      kind: 'list',
      id: 'l1',
      level: 3,
      sequence: 's',
      items: [
        { id: 'l1-1', children: [text(`孙某，三车间主任。${longText}`)] },
        { id: 'l1-2', children: [text('秦某，仪表班副班长。')] },
      ],
    },
    { kind: 'list', id: 'l2', level: 4, sequence: 'x', items: [{ id: 'l2-1', children: [text('给予行政处罚。')] }] },
    { kind: 'paragraph', id: 'center', role: 'center', children: [text('说明')] },
    { kind: 'paragraph', id: 'plain', role: 'plain', children: [text('市人民政府：')] },
    { kind: 'pageBreak', id: 'break' },
    { kind: 'heading', id: 'h3', level: 1, isNumbered: false, children: [text('附注')] },
    body('last', '以上情况属实。'),
    {
      kind: 'attachmentList',
      id: 'list',
      items: [
        { id: 'a1', children: [text('事故责任人员处理建议汇总表')] },
        { id: 'a2', children: [text('江州市青川区宏远新材料有限公司“3·18”较大爆炸事故调查组成员名单及签名')] },
      ],
    },
    {
      kind: 'signature',
      id: 'sign',
      name: [text('江州市“3·18”较大爆炸事故调查组')],
      date: [text('2026年6月12日')],
    },
    { kind: 'attachment', id: 'at1', item: 'a1', title: '事故责任人员处理建议汇总表' },
    table('t2', 4, true),
    { kind: 'attachment', id: 'at2', item: 'a2', title: '事故调查组成员名单及签名' },
    {
      kind: 'table',
      id: 't3',
      caption: null,
      isLandscape: false,
      columns: [
        { title: '姓名', width: 1, align: 'center' },
        { title: '职务', width: 2, align: 'center' },
        { title: '签名', width: 2, align: 'center' },
      ],
      rows: [
        { id: 'm1', cells: [{ children: [text('温某')] }, { children: [text('市应急管理局局长')] }] },
        { id: 'm2', strong: true, cells: [{ children: [text('共1人')], span: 3 }] },
      ],
    },
    {
      kind: 'imprint',
      id: 'imprint',
      copyTo:
        '市委办公室，市人大常委会办公室，市政协办公室，市纪委监委，市中级人民法院，市人民检察院，各县（区）人民政府。',
      issuer: '江州市应急管理局办公室',
      date: '2026年6月15日',
    },
  ]
}

/** Words of every page in the order they are drawn. */
export async function pageTexts(path: string): Promise<readonly string[]> {
  const { stdout } = await run('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'])
  return stdout.split('\f').slice(0, -1)
}

export type Word = {
  readonly text: string
  readonly xMin: number
  readonly xMax: number
  readonly yMin: number
  readonly yMax: number
}

/** Words of every page with their places in points. */
export async function pageWords(path: string): Promise<readonly (readonly Word[])[]> {
  const { stdout } = await run('pdftotext', ['-bbox', '-enc', 'UTF-8', path, '-'], { maxBuffer: 64_000_000 })
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      Array.from(
        page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g),
        ([, xMin, yMin, xMax, yMax, words]) => ({
          text: words ?? '',
          xMin: Number(xMin),
          yMin: Number(yMin),
          xMax: Number(xMax),
          yMax: Number(yMax),
        }),
      ),
    )
}

export type OutlineEntry = { readonly depth: number; readonly text: string; readonly page: number }

export async function outline(path: string): Promise<readonly OutlineEntry[]> {
  const { stdout } = await run('pdftohtml', ['-xml', '-i', '-stdout', path], { maxBuffer: 64_000_000 })
  const entries: OutlineEntry[] = []
  let depth = 0
  for (const [, tag, page, words] of stdout.matchAll(/<(outline|\/outline|item page="(\d+)")>([^<]*)/g)) {
    if (tag === 'outline') depth++
    else if (tag === '/outline') depth--
    else entries.push({ depth, text: words ?? '', page: Number(page) })
  }
  return entries
}

export async function tool(command: string, ...parameters: readonly string[]): Promise<string> {
  const { stdout } = await run(command, [...parameters])
  return stdout
}
