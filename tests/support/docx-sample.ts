/** Documents with every kind of block, short or as long as wanted. All of it is made up. */
import type { Block, Document, Figure, Inline, TableColumn } from '../../src/shared/report/document.ts'
import { sha } from './docx-pictures.ts'

export const text = (words: string): readonly Inline[] => [{ kind: 'text', text: words }]

export const column = (title: string, width: number, align: TableColumn['align'] = 'center'): TableColumn => ({
  title,
  width,
  align,
})

export const paragraph = (id: string, words: string): Block => ({
  kind: 'paragraph',
  id,
  role: 'body',
  children: text(words),
})

export const heading = (id: string, level: 1 | 2 | 3 | 4, words: string): Block => ({
  kind: 'heading',
  id,
  level,
  children: text(words),
  isNumbered: true,
})

export const list = (id: string, level: 3 | 4, sequence: string, items: readonly string[]): Block => ({
  kind: 'list',
  id,
  level,
  sequence,
  items: items.map((words, index) => ({ id: `${id}:${index}`, children: text(words) })),
})

export const table = (
  id: string,
  caption: string | null,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  isLandscape = false,
): Block => ({
  kind: 'table',
  id,
  caption,
  columns,
  rows: rows.map((cells, index) => ({
    id: `${id}:${index}`,
    cells: cells.map((words) => ({ children: text(words) })),
  })),
  isLandscape,
})

export const figure = (index: number, caption: string): Figure => ({
  kind: 'figure',
  id: `figure:${index}`,
  sha256: sha(index),
  caption,
  alt: `照片：${caption}`,
  widthMm: 140,
})

export const documentOf = (blocks: readonly Block[], over: Partial<Document> = {}): Document => ({
  title: '江川市远山化工有限公司“5·12”一般爆炸事故调查报告',
  template: 'A',
  blocks,
  missing: [],
  properties: { author: '江川市应急管理局', subject: '生产安全事故调查报告', keywords: '事故调查;爆炸;江川市' },
  headerMark: null,
  ...over,
})

const sentences = [
  '事故发生后，市应急管理局、市公安局、市总工会等单位相关负责同志立即赶赴现场，组织开展人员搜救、医疗救治、现场管控和善后处置等工作',
  '经查，该公司未按照规定对从业人员进行安全生产教育和培训，未建立健全全员安全生产责任制，未组织开展生产安全事故隐患排查治理工作',
  '3月18日14时27分许，操作工在未办理“动火”作业审批手续的情况下使用角磨机切割管道，产生的火花引燃罐内残留的可燃气体（浓度约4.6%）',
  '循环冷却水流量由每小时42立方米降至每小时17立方米，R301C釜内温度在11分钟内由57.9摄氏度升至83.2摄氏度，超温联锁未动作',
]

/** Sentence of its own for every number, so that no paragraph repeats another. */
export const prose = (seed: number, length = 3): string =>
  `${Array.from({ length }, (_, index) => sentences[(seed + index) % sentences.length]).join('；')}；记录编号为第${seed}号。`

const casualties = [
  column('序号', 1),
  column('姓名', 2),
  column('性别', 1),
  column('年龄', 1),
  column('岗位', 3),
  column('伤情', 3),
]
const proposals = [
  column('序号', 1),
  column('单位或姓名', 3),
  column('职务', 4, 'left'),
  column('责任认定', 6, 'left'),
  column('处理建议', 6, 'left'),
]

/** Every kind of block once at least, as template B has them. */
export function everyKind(): Document {
  const blocks: readonly Block[] = [
    {
      kind: 'cover',
      id: 'cover',
      lines: ['江川市远山化工有限公司', '“5·12”一般爆炸事故调查报告'],
      body: '江川市人民政府事故调查组',
      date: text('2026年7月'),
    },
    { kind: 'toc', id: 'toc' },
    { kind: 'title', id: 'title', lines: ['江川市远山化工有限公司', '“5·12”一般爆炸事故调查报告'] },
    {
      kind: 'paragraph',
      id: 'lead',
      role: 'body',
      children: [
        { kind: 'text', text: '2026年5月12日9时32分许，江川市远山化工有限公司发生一起爆炸事故，造成' },
        {
          kind: 'field',
          text: '2人死亡、1人受伤',
          fact: { table: 'accident', id: 'accident', column: 'deaths' },
          bold: true,
        },
        { kind: 'cite', text: '〔证据12〕', evidenceId: 'evidence:12' },
        { kind: 'text', text: '，直接经济损失' },
        { kind: 'missing', label: '直接经济损失' },
        { kind: 'text', text: '。详情见' },
        { kind: 'ref', target: 'chapter:2' },
        { kind: 'text', text: '和' },
        { kind: 'ref', target: 'attachment:1' },
        { kind: 'text', text: '，报告人张' },
        { kind: 'redact', text: '某' },
        { kind: 'text', text: '，面积约1200㎡，温度80℃，浓度≥4.6%。' },
      ],
    },
    heading('chapter:1', 1, '事故基本情况'),
    heading('section:1', 2, '事故发生单位概况'),
    heading('part:1', 3, '企业基本信息'),
    paragraph('p:1', prose(1)),
    heading('item:1', 4, '证照情况'),
    paragraph('p:2', prose(2)),
    {
      kind: 'paragraph',
      id: 'p:refs',
      role: 'body',
      children: [
        { kind: 'text', text: '伤亡人员情况见' },
        { kind: 'ref', target: 'table:casualties' },
        { kind: 'text', text: '，现场情况见' },
        { kind: 'ref', target: 'figure:1' },
        { kind: 'text', text: '，处理建议见' },
        { kind: 'ref', target: 'table:proposals' },
        { kind: 'text', text: '第二列。' },
      ],
    },
    table('table:casualties', '伤亡人员一览表', casualties, [
      ['1', '王某', '男', '41', '操作工', '死亡'],
      ['2', '李某', '女', '36', '分析工', '死亡'],
      ['3', '赵某', '男', '29', '维修工', '轻伤'],
    ]),
    {
      kind: 'table',
      id: 'table:loss',
      caption: '直接经济损失统计表',
      columns: [column('序号', 1), column('项目', 4, 'left'), column('金额（万元）', 2, 'right')],
      rows: [
        {
          id: 'loss:1',
          cells: [{ children: text('1') }, { children: text('医疗费用（含护理费用）') }, { children: text('12.60') }],
        },
        {
          id: 'loss:2',
          cells: [{ children: text('2') }, { children: text('丧葬及抚恤费用') }, { children: text('230.00') }],
        },
        { id: 'loss:sum', strong: true, cells: [{ children: text('合计'), span: 2 }, { children: text('242.60') }] },
      ],
      isLandscape: false,
    },
    figure(1, '事故现场外景'),
    heading('chapter:2', 1, '事故原因和性质'),
    heading('section:2', 2, '直接原因'),
    paragraph('p:3', prose(3)),
    figure(2, '受损的反应釜'),
    heading('section:3', 2, '间接原因'),
    list('list:1', 3, 'faults', ['未落实全员安全生产责任制。', '未组织开展隐患排查。']),
    { kind: 'paragraph', id: 'group:1', role: 'group', children: text('江川市应急管理局（2人）') },
    list('list:2', 3, 'faults', [prose(4, 2), '执法检查流于形式。']),
    list('list:3', 4, 'details', ['未核查联锁投用情况。', '未复查整改情况。']),
    { kind: 'pageBreak', id: 'break' },
    { kind: 'heading', id: 'chapter:free', level: 1, children: text('附录'), isNumbered: false },
    { kind: 'paragraph', id: 'center', role: 'center', children: text('（以下无正文）') },
    { kind: 'paragraph', id: 'plain', role: 'plain', children: text('注：本报告所称“以上”包括本数。') },
    {
      kind: 'attachmentList',
      id: 'attachments',
      items: [
        { id: 'attachment:1', children: text('责任单位和责任人员处理建议汇总表') },
        { id: 'attachment:2', children: text('江川市远山化工有限公司“5·12”一般爆炸事故调查组成员名单及签名') },
      ],
    },
    { kind: 'signature', id: 'signature', name: text('江川市人民政府事故调查组'), date: text('2026年7月8日') },
    { kind: 'attachment', id: 'a:1', item: 'attachment:1', title: '责任单位和责任人员处理建议汇总表' },
    table(
      'table:proposals',
      '处理建议',
      proposals,
      Array.from({ length: 14 }, (_, index) => [
        String(index + 1),
        `人员${index + 1}`,
        '安全环保部部长',
        `履行安全生产管理职责不到位，对事故发生负有管理责任（第${index + 1}项）`,
        '建议由江川市应急管理局依法给予行政处罚',
      ]),
      true,
    ),
    { kind: 'attachment', id: 'a:2', item: 'attachment:2', title: '事故调查组成员名单及签名' },
    table(
      'table:signatures',
      null,
      [column('调查组职务', 2), column('姓名', 2), column('单位及职务', 5, 'left'), column('签名', 3)],
      Array.from({ length: 7 }, (_, index) => [
        index === 0 ? '组长' : '成员',
        `成员${index + 1}`,
        '江川市应急管理局副局长',
        '',
      ]),
    ),
    {
      kind: 'imprint',
      id: 'imprint',
      copyTo:
        '市委办公室，市人大常委会办公室，市政协办公室，市纪委监委，市中级人民法院，市人民检察院，各县区人民政府。',
      issuer: '江川市应急管理局办公室',
      date: '2026年7月10日',
    },
  ]
  return documentOf(blocks, { template: 'B', headerMark: '草稿' })
}

export type Size = { readonly chapters: number; readonly sections: number; readonly paragraphs: number }

/** A long report: chapters of sections of paragraphs, a table a chapter, pictures spread evenly. */
export function longReport(size: Size, pictures: number, hasContents: boolean): Document {
  const front: readonly Block[] = hasContents
    ? [
        {
          kind: 'cover',
          id: 'cover',
          lines: ['江川市远山化工有限公司', '爆炸事故调查报告'],
          body: '事故调查组',
          date: text('2026年7月'),
        },
        { kind: 'toc', id: 'toc' },
      ]
    : []
  const blocks: Block[] = [...front, { kind: 'title', id: 'title', lines: ['江川市远山化工有限公司爆炸事故调查报告'] }]
  const titles = [
    '事故基本情况',
    '事故发生经过',
    '应急处置情况',
    '事故原因分析',
    '有关单位问题',
    '责任认定和处理建议',
    '防范和整改措施',
  ]
  let picture = 0
  for (let c = 0; c < size.chapters; c++) {
    blocks.push(heading(`c:${c}`, 1, `${titles[c % titles.length]}${c < titles.length ? '' : `补充${c}`}`))
    for (let s = 0; s < size.sections; s++) {
      blocks.push(heading(`c:${c}:${s}`, 2, `第${c + 1}部分第${s + 1}方面的调查情况`))
      for (let p = 0; p < size.paragraphs; p++) {
        blocks.push(paragraph(`c:${c}:${s}:${p}`, prose(c * 1000 + s * 50 + p, 2 + (p % 3))))
        const share =
          (c * size.sections * size.paragraphs + s * size.paragraphs + p + 1) /
          (size.chapters * size.sections * size.paragraphs)
        while (picture < Math.floor(share * pictures)) blocks.push(figure(++picture, `现场照片之${picture}`))
      }
    }
    blocks.push(
      table(
        `t:${c}`,
        `第${c + 1}部分有关人员情况`,
        casualties,
        Array.from({ length: 10 }, (_, r) => [
          String(r + 1),
          `人员${r + 1}`,
          r % 2 ? '男' : '女',
          String(30 + r),
          '操作工',
          '轻伤',
        ]),
      ),
    )
  }
  blocks.push({ kind: 'signature', id: 'sign', name: text('江川市人民政府事故调查组'), date: text('2026年7月8日') })
  return documentOf(blocks, { template: hasContents ? 'B' : 'A' })
}
