/** 事故概况 of the brief template: the facts as a list, the units as a table that also gives their short names. */
import { natureText } from '../../case/nature.ts'
import { unitKindLabels } from '../../party/labels.ts'
import { gradeLabel } from '../../statutes/grade-thresholds.ts'
import type { Block, TableCell } from '../document.ts'
import { countWords } from './casualty-words.ts'
import { missing } from './gaps.ts'
import { lossAmount, nameOf, occurredWords } from './lead.ts'
import { placeOf } from './place.ts'
import { clause, listItem, loose, numbered, type Part, type Run } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { isAuthority } from './units.ts'
import { bound, fact, phrase, withoutBrackets } from './words.ts'

function placeWords(scribe: Scribe): Part {
  const { area, spot, isAtUnit, isInName } = placeOf(scribe)
  const { accidentUnit, dossier } = scribe.facts
  const unit = accidentUnit === null || !isAtUnit ? null : fact('unit', accidentUnit, 'name')
  return (
    loose(isInName && unit !== null ? null : area, unit, spot) ??
    missing('place', { table: 'accident', id: dossier.accident.id, column: 'address' })
  )
}

function casualtyWords({ facts }: Scribe): Run | null {
  const { count } = facts
  if (count === null || count.deaths === null) return clause(missing('deaths'))
  const some = countWords(count, '死亡人', '，')
  return some ?? clause(count.seriousInjuries === 0 && count.minorInjuries === 0 ? '无人员伤亡' : '无人员死亡')
}

/** 事故名称、时间、地点…… one item each; what is not known and not required is left out. */
export function overviewBlocks(scribe: Scribe): readonly Block[] {
  const { facts } = scribe
  const { caseFile, accident } = facts.dossier
  const label = gradeLabel(caseFile.grade)
  const table = unitTable(scribe)
  const item = (key: string, title: string, value: Part) => listItem(`overview:${key}`, clause(`${title}：`, value))
  const word = natureText(accident)
  const nature: Part =
    bound(phrase(word?.text ?? null), 'accident', accident.id, word?.column ?? 'natureText') ??
    (phrase(accident.natureStatement) === null
      ? missing('nature', { table: 'accident', id: accident.id, column: 'natureText' })
      : null)
  return [
    ...numbered('overview', 3, [
      item('name', '事故名称', nameOf(scribe)),
      item('time', '发生时间', occurredWords(scribe)),
      item('place', '发生地点', placeWords(scribe)),
      item('type', '事故类型', bound(facts.typeName, 'caseFile', caseFile.id, 'typeCode')),
      item('casualties', '人员伤亡', casualtyWords(scribe)),
      item('loss', '直接经济损失', lossAmount(scribe)),
      item(
        'grade',
        '事故等级',
        bound(label === null ? null : `${label}事故`, 'caseFile', caseFile.id, 'grade') ?? missing('grade'),
      ),
      item('nature', '事故性质', nature),
      item('units', '有关单位', table === null ? missing('unit') : clause('见', { kind: 'ref', target: table.id })),
    ]),
    ...(table === null ? [] : [table]),
  ]
}

/** The units that took part; authorities only where their part is described. */
function unitTable({ facts }: Scribe): Extract<Block, { kind: 'table' }> | null {
  const units = facts.dossier.rows.unit.filter(
    (unit) => !isAuthority(unit) || phrase(unit.roleText) !== null || phrase(unit.note) !== null,
  )
  if (units.length === 0) return null
  const cell = (part: Part): TableCell => ({ children: clause(part) ?? [{ kind: 'text', text: '—' }] })
  const all = [
    { title: '序号', width: 7, align: 'center' },
    { title: '单位', width: 34, align: 'left' },
    { title: '简称', width: 17, align: 'left' },
    { title: '类别', width: 17, align: 'left' },
    { title: '统一社会信用代码', width: 25, align: 'center' },
  ] as const
  const hasShort = units.some((unit) => phrase(unit.shortName) !== null)
  const hasCode = units.some((unit) => phrase(unit.uscc) !== null)
  const isShown = (title: string) => (title === '简称' ? hasShort : title === '统一社会信用代码' ? hasCode : true)
  return {
    kind: 'table',
    id: 'table:units',
    caption: '有关单位情况',
    columns: all.filter((column) => isShown(column.title)),
    rows: units.map((unit, at) => {
      const role = phrase(withoutBrackets(unit.roleText ?? ''))
      const kind = unit.kind === 'other' ? null : (unitKindLabels[unit.kind] ?? null)
      const cells: readonly (readonly [string, TableCell])[] = [
        ['序号', cell(String(at + 1))],
        ['单位', cell(fact('unit', unit, 'name'))],
        ['简称', cell(fact('unit', unit, 'shortName'))],
        ['类别', cell(bound(role, 'unit', unit.id, 'roleText') ?? bound(kind, 'unit', unit.id, 'kind'))],
        ['统一社会信用代码', cell(fact('unit', unit, 'uscc'))],
      ]
      return { id: `unit:${unit.id}:row`, cells: cells.filter(([title]) => isShown(title)).map(([, value]) => value) }
    }),
    isLandscape: false,
  }
}
