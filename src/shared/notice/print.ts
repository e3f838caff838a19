/** An information report as an official document: the items of 493号令第十二条 and 21号令第十条, in their order. */
import type { Dossier } from '../case/tables.ts'
import { chineseClock, chineseDay, dayOf } from '../dates.ts'
import { wanText } from '../money.ts'
import type { Block, Document, TableRow } from '../report/document.ts'
import { titleLines } from '../report/investigation/title-lines.ts'
import { gradeLabel } from '../statutes/grade-thresholds.ts'
import { channelLabels, reportLevelLabels } from './labels.ts'
import {
  type Delivery,
  deliveriesOf,
  type Figures,
  figuresOf,
  firstTime,
  type InfoReport,
  reportBefore,
  reportName,
  timeOf,
} from './reports.ts'
import { figureNames, figureWords, isSaid, lossWords, PENDING } from './words.ts'

/** Where the report goes and when; the ids of a delivery are not needed to print it. */
export type Sending = Pick<Delivery, 'fromLevel' | 'toLevel' | 'toBody' | 'channel' | 'sentAt' | 'receivedAt'>

export type PrintOptions = {
  /** whose report it is */
  readonly bureau: string
  /** null: it has not been sent */
  readonly sending: Sending | null
  readonly isDraft: boolean
  readonly now: string
}

/** Builds the document. Never fails: what is not known yet is said to be looked into. */
export function infoReportDocument(dossier: Dossier, report: InfoReport, options: PrintOptions): Document {
  const { caseFile } = dossier
  const title = `关于${caseFile.name}的${titleWord(report)}`
  const { sending } = options
  const reporter = report.reportedBy?.trim() || options.bureau || '（报告单位未填）'
  const at = sending?.sentAt ?? firstTime(dossier, report.id) ?? options.now
  const to = sending === null ? null : (sending.toBody ?? reportLevelLabels[sending.toLevel] ?? sending.toLevel)
  const isOurs = report.direction === 'sent'
  const blocks: Block[] = [
    { kind: 'title', id: 'title', lines: titleLines(title) },
    ...(to === null ? [] : [plain('to', `${to}：`)]),
    body('lead', leadWords(dossier, report, at)),
    ...items(dossier, report, options),
    ...(isOurs
      ? [
          {
            kind: 'signature',
            id: 'signature',
            name: [{ kind: 'text', text: reporter }],
            date: [{ kind: 'text', text: chineseDay(dayOf(at)) }],
          } satisfies Block,
        ]
      : []),
    ...contacts(report),
  ]
  return {
    title,
    template: 'A',
    blocks,
    missing: [],
    properties: { author: reporter, subject: '生产安全事故信息报告', keywords: reportName(report) },
    headerMark: options.isDraft ? '草稿' : null,
  }
}

const titleWord = (report: InfoReport): string => reportName(report).replace('文字快报', '快报')

const instantWords = (instant: string): string => `${chineseDay(dayOf(instant))}${chineseClock(instant)}`

const body = (id: string, text: string): Block => ({
  kind: 'paragraph',
  id,
  role: 'body',
  children: [{ kind: 'text', text }],
})

const plain = (id: string, text: string): Block => ({
  kind: 'paragraph',
  id,
  role: 'plain',
  children: [{ kind: 'text', text }],
})

function leadWords({ caseFile }: Dossier, report: InfoReport, at: string): string {
  const verb = report.direction === 'sent' ? '报送' : '接报'
  const grade = gradeLabel(caseFile.grade)
  const isFirst = report.kind === 'initial' || report.kind === 'phone' || report.kind === 'preliminary'
  const graded = grade === null || !isFirst ? '' : `初步判断为${grade}事故。`
  return `${verb}时间：${instantWords(at)}。${graded}现将有关情况报告如下：`
}

/** A heading with what stands under it; lines that a person typed stay paragraphs. */
function item(id: string, heading: string, text: string | null): Block[] {
  return [
    { kind: 'heading', id, level: 1, isNumbered: true, children: [{ kind: 'text', text: heading }] },
    ...paragraphs(id, text ?? PENDING),
  ]
}

const paragraphs = (id: string, text: string): Block[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => body(`${id}:p${index + 1}`, /[。；：？！）”]$/.test(line) ? line : `${line}。`))

const optional = (id: string, heading: string, text: string | null): Block[] =>
  text === null || text.trim() === '' ? [] : item(id, heading, text)

const filled = (...texts: readonly (string | null)[]): string | null => {
  const given = texts.filter((text) => text !== null && text.trim() !== '')
  return given.length === 0 ? null : given.join('\n')
}

function items(dossier: Dossier, report: InfoReport, options: PrintOptions): Block[] {
  const figures = figuresOf(dossier, report.id)
  // a report taken over from another file has its figures in words only
  const harm = figures === null && report.casualtiesAndLoss !== null ? null : figureWords(figures)
  const loss = harm === null && report.estimatedLossFen === null ? null : lossWords(report.estimatedLossFen)
  switch (report.kind) {
    case 'phone':
      return [
        ...item('unit', '事故发生单位的名称、地址、性质', filled(report.unitProfile)),
        ...item('timePlace', '事故发生的时间、地点', filled(report.timePlaceScene)),
        ...item(
          'harm',
          '事故已经造成或者可能造成的伤亡人数（包括下落不明、涉险的人数）',
          filled(harm, report.casualtiesAndLoss),
        ),
        ...optional('other', '其他应当报告的情况', report.other),
        ...optional('hops', '接报和报送情况', hopWords(dossier, report, options.sending)),
      ]
    case 'follow_up':
    case 'supplement':
      return [
        ...changes(dossier, report, figures),
        ...optional('scene', '事故现场情况', filled(report.scene, report.timePlaceScene)),
        ...optional('course', '事故的新情况', report.brief),
        ...optional('measures', '已经采取的措施', report.measuresTaken),
        ...optional('other', '其他应当报告的情况', filled(report.unitProfile, report.other)),
      ]
    case 'initial':
    case 'preliminary':
    case 'verified':
      return [
        ...item('unit', '事故发生单位概况', filled(report.unitProfile)),
        ...item('timePlace', '事故发生的时间、地点以及事故现场情况', filled(report.timePlaceScene, report.scene)),
        ...item('course', '事故的简要经过', filled(report.brief)),
        ...item(
          'harm',
          '事故已经造成或者可能造成的伤亡人数（包括下落不明、涉险的人数）和初步估计的直接经济损失',
          filled(harm, loss, report.casualtiesAndLoss),
        ),
        ...item('measures', '已经采取的措施', filled(report.measuresTaken)),
        ...optional('other', '其他应当报告的情况', report.other),
      ]
  }
}

/** 变化前后对照: only what is known on one side at least. */
function changes(dossier: Dossier, report: InfoReport, figures: Figures | null): Block[] {
  const heading = item(
    'harm',
    '伤亡人数和直接经济损失',
    filled(figures === null ? report.casualtiesAndLoss : figureWords(figures), figures && report.casualtiesAndLoss),
  )
  const earlier = reportBefore(dossier, report)
  const before = earlier === null ? null : figuresOf(dossier, earlier.id)
  if (earlier === null || before === null || figures === null) return heading
  const cells = (id: string, name: string, old: string, now: string): TableRow => ({
    id: `change:${id}`,
    cells: [name, old, now].map((text) => ({ children: [{ kind: 'text', text }] })),
  })
  const count = (value: number | null) => (value === null ? '未报' : String(value))
  const money = (fen: number | null) => (fen === null ? '未报' : wanText(fen))
  const rows = figureNames
    .filter(([name]) => isSaid(name, before[name]) || isSaid(name, figures[name]))
    .map(([name, label]) => cells(name, `${label}（人）`, count(before[name]), count(figures[name])))
  const hasLoss = earlier.estimatedLossFen !== null || report.estimatedLossFen !== null
  const lossRow = cells('loss', '直接经济损失（万元）', money(earlier.estimatedLossFen), money(report.estimatedLossFen))
  return [
    ...heading,
    {
      kind: 'table',
      id: 'changes',
      caption: null,
      columns: [
        { title: '项目', width: 3, align: 'left' },
        { title: `前次（${reportName(earlier)}）`, width: 3, align: 'center' },
        { title: '本次', width: 2, align: 'center' },
      ],
      rows: hasLoss ? [...rows, lossRow] : rows,
      isLandscape: false,
    },
  ]
}

/** 接报时刻、上报去向与时刻, one line a hop. */
function hopWords(dossier: Dossier, report: InfoReport, sending: Sending | null): string | null {
  const known: readonly Sending[] = deliveriesOf(dossier, report.id).filter((row) => timeOf(row) !== null)
  const isKnown = known.some(({ sentAt, toLevel }) => sentAt === sending?.sentAt && toLevel === sending.toLevel)
  const hops = sending === null || isKnown ? known : [...known, sending]
  const lines = hops.map(({ fromLevel, toLevel, toBody, channel, sentAt, receivedAt }) => {
    const from = fromLevel === null ? '' : (reportLevelLabels[fromLevel] ?? fromLevel)
    const to = toBody ?? reportLevelLabels[toLevel] ?? toLevel
    const times = [
      sentAt === null ? '' : `${instantWords(sentAt)}报出`,
      receivedAt === null
        ? ''
        : `${sentAt?.slice(0, 10) === receivedAt.slice(0, 10) ? chineseClock(receivedAt) : instantWords(receivedAt)}收到`,
    ].filter((part) => part !== '')
    return `${from}报${to}，${channelLabels[channel]}，${times.join('，')}。`
  })
  return lines.length === 0 ? null : lines.join('\n')
}

/** 附注: who signs, who can be asked; a line each, so that no number is broken. */
function contacts(report: InfoReport): Block[] {
  const isOurs = report.direction === 'sent'
  const lines = [
    [report.signedBy && `签发人：${report.signedBy}`],
    [!isOurs && report.reportedBy && `报告人：${report.reportedBy}`],
    [
      report.recordedBy && `${isOurs ? '联系人' : '记录人'}：${report.recordedBy}`,
      report.reporterPhone && `电话：${report.reporterPhone}`,
    ],
  ].map((parts) => parts.filter((part) => typeof part === 'string' && part !== '').join('，'))
  return lines.filter((line) => line !== '').map((line, index) => body(`contacts:${index + 1}`, `（${line}）`))
}
