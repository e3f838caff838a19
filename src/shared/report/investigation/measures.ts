/** 防范和整改措施: who, until when, what; by kinds of units; and who has to do which until when in one table. */
import type { Row } from '../../case/tables.ts'
import { chineseDay } from '../../dates.ts'
import type { Block, Inline, ListItem, TableRow } from '../document.ts'
import { missing } from './gaps.ts'
import { clause, joined, listItem, loose, numbered, type Part, paragraph, type Run, sentence } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, phrase } from './words.ts'

type Measure = Row<'measure'>

const kinds = {
  enterprise: '压实企业主体责任',
  service: '规范技术服务行为',
  authority: '严格落实属地和部门监管责任',
} as const

type Kind = keyof typeof kinds

const order: readonly Kind[] = ['enterprise', 'service', 'authority']

const measuresOf = ({ facts }: Scribe): readonly Measure[] =>
  facts.dossier.rows.measure.filter((measure) => phrase(measure.description) !== null)

function kindOf({ facts }: Scribe, measure: Measure): Kind {
  const unit = facts.unit(measure.unitId)
  if (unit?.kind === 'intermediary') return 'service'
  if (unit !== null) return unit.kind === 'regulator' || unit.kind === 'government' ? 'authority' : 'enterprise'
  const words = measure.responsibleText ?? ''
  return /政府|委员会|管委会|街道|局|厅|部|委|办/.test(words) && !/公司|厂|店/.test(words) ? 'authority' : 'enterprise'
}

/** The responsible units by their names; null when nobody is named. */
function ownersOf({ facts }: Scribe, measure: Measure): readonly string[] {
  const given = phrase(measure.responsibleText)
  if (given !== null) return given.split('、')
  const unit = facts.unit(measure.unitId)
  return unit === null ? [] : [unit.name]
}

const dueWords = (measure: Measure): Part =>
  measure.dueOn === null
    ? fact('measure', measure, 'dueText')
    : fact('measure', measure, 'dueOn', `${chineseDay(measure.dueOn)}前`)

function measureItem(scribe: Scribe, measure: Measure): ListItem | null {
  const owners = ownersOf(scribe, measure)
  const who: Part =
    bound(phrase(owners.join('、')), 'measure', measure.id, 'responsibleText') ??
    missing('measureOwner', { table: 'measure', id: measure.id, column: 'responsibleText' })
  const due = dueWords(measure)
  const unit = scribe.facts.unit(measure.unitId)
  // a measure entered as a whole sentence carries its subject itself; its day is said all the same
  const subject = [owners.join('、'), phrase(unit?.shortName), phrase(unit?.name)].find(
    (name) => name && measure.description.startsWith(name),
  )
  const isDaySaid = measure.dueOn === null || measure.description.includes(chineseDay(measure.dueOn))
  const rest = measure.description.slice(subject?.length ?? 0).replace(/^(?:应当|应该|应|须)/, '')
  const run =
    subject && isDaySaid
      ? clause(fact('measure', measure, 'description'))
      : loose(
          who,
          '应当',
          due === null ? null : clause('于', due),
          bound(phrase(subject ? rest : measure.description), 'measure', measure.id, 'description'),
        )
  return listItem(`measure:${measure.id}`, sentence(run))
}

/** The chapter without its title. Numbers run on through all sections: the assessment a year later refers to them. */
export function measureBlocks(scribe: Scribe): readonly Block[] {
  const measures = measuresOf(scribe)
  if (measures.length === 0) return paragraph('measures:missing', clause(missing('measures'), '。'))
  const isPlain = scribe.options.template === 'C'
  const sections = order
    .map((kind) => ({ kind, own: measures.filter((measure) => kindOf(scribe, measure) === kind) }))
    .filter(({ own }) => own.length > 0)
  const ordered = sections.flatMap(({ own }) => own)
  if (isPlain)
    return numbered(
      'measures',
      3,
      measures.map((measure) => measureItem(scribe, measure)),
    )
  const table = ordered.length < 2 ? [] : tableBlocks(scribe, ordered)
  if (sections.length === 1 || ordered.length < 2)
    return [
      ...numbered(
        'measures',
        3,
        ordered.map((measure) => measureItem(scribe, measure)),
      ),
      ...table,
    ]
  const blocks = sections.flatMap(({ kind, own }): readonly Block[] => [
    {
      kind: 'heading',
      id: `section:measures:${kind}`,
      level: 2,
      isNumbered: true,
      children: [{ kind: 'text', text: kinds[kind] }],
    },
    {
      kind: 'list',
      id: `measures:${kind}`,
      level: 3,
      sequence: 'measures',
      items: own.flatMap((measure) => measureItem(scribe, measure) ?? []),
    },
  ])
  return [...blocks, ...table]
}

type Duty = { readonly due: string | null; readonly refs: readonly Inline[]; readonly when: Part }

/** 见表3 and the table: one row a unit, its measures by their numbers, grouped by the day they are due. */
function tableBlocks(scribe: Scribe, measures: readonly Measure[]): readonly Block[] {
  const byOwner = new Map<string, Duty[]>()
  for (const measure of measures) {
    const when = dueWords(measure)
    const due = measure.dueOn ?? phrase(measure.dueText)
    for (const owner of ownersOf(scribe, measure)) {
      const duties = byOwner.get(owner) ?? []
      const ref: Inline = { kind: 'ref', target: `measure:${measure.id}` }
      const same = duties.findIndex((duty) => duty.due === due)
      const known = duties[same]
      if (known === undefined) duties.push({ due, refs: [ref], when })
      else duties[same] = { ...known, refs: [...known.refs, ref] }
      byOwner.set(owner, duties)
    }
  }
  if (byOwner.size === 0) return []
  const dash: Run = [{ kind: 'text', text: '—' }]
  const rows = [...byOwner].map(([owner, duties], at): TableRow => {
    const items = duties.map((duty) =>
      joined(
        duty.refs.map((ref) => [ref]),
        '、',
      ),
    )
    const dues = duties.map((duty) => clause(duty.when) ?? dash)
    return {
      id: `measures:row:${owner}`,
      cells: [
        { children: [{ kind: 'text', text: String(at + 1) }] },
        { children: [{ kind: 'text', text: owner }] },
        { children: joined(items, '；') ?? dash },
        { children: joined(dues, '；') ?? dash },
      ],
    }
  })
  return [
    ...paragraph('measures:see', clause('各单位整改任务和时限见', { kind: 'ref', target: 'table:measures' }, '。')),
    {
      kind: 'table',
      id: 'table:measures',
      caption: '整改措施分工表',
      columns: [
        { title: '序号', width: 8, align: 'center' },
        { title: '责任单位', width: 30, align: 'left' },
        { title: '措施', width: 30, align: 'left' },
        { title: '完成时限', width: 32, align: 'left' },
      ],
      rows,
      isLandscape: false,
    },
  ]
}
