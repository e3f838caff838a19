/** 有关单位: one paragraph a unit, and the contracts between them. Names are written in full here; `names.ts` shortens. */
import type { Row } from '../../case/tables.ts'
import { chinesePartialDay } from '../../dates.ts'
import { wanText } from '../../money.ts'
import type { Block, Inline } from '../document.ts'
import { missing } from './gaps.ts'
import {
  clause,
  joined,
  listItem,
  loose,
  numbered,
  type Part,
  paragraph,
  type Run,
  sentence,
  sentences,
} from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, phrase, withoutBrackets, withoutRemarks } from './words.ts'

type Unit = Row<'unit'>

/** 该公司, 该厂, 该单位: the unit once more in its own paragraph. */
function again(unit: Unit): string {
  return /公司/.test(unit.name) ? '该公司' : /厂$/.test(unit.name) ? '该厂' : '该单位'
}

export const isAuthority = (unit: Unit): boolean => unit.kind === 'regulator' || unit.kind === 'government'

const VERB = /^(已|未|不|具有|具备|持有|取得|获得|为|有|经|现|系|是|设|配备|承担|负责|属|内设|下设)/

function particulars(unit: Unit): readonly (Run | null)[] {
  const controller = phrase(unit.actualController)
  const representative = phrase(withoutBrackets(unit.legalRep ?? ''))
  return [
    clause('统一社会信用代码', fact('unit', unit, 'uscc')),
    clause('类型为', fact('unit', unit, 'enterpriseType')),
    clause('住所为', fact('unit', unit, 'address')),
    clause(
      /个体/.test(unit.enterpriseType ?? '') ? '经营者' : '法定代表人',
      bound(representative, 'unit', unit.id, 'legalRep'),
    ),
    controller === representative ? null : clause('实际控制人', fact('unit', unit, 'actualController')),
    clause('注册资本', fact('unit', unit, 'registeredCapital')),
    clause(
      bound(
        unit.establishedText === null ? null : chinesePartialDay(unit.establishedText),
        'unit',
        unit.id,
        'establishedText',
      ),
      '成立',
    ),
    clause('经营范围为', fact('unit', unit, 'businessScope')),
    clause('现有从业人员', fact('unit', unit, 'staffCount'), '人'),
  ]
}

/** The words of a column without the unit itself in front: «该公司» is said once, by the sentence they go into. */
function ownWords(unit: Unit, column: 'licences' | 'safetyManagement'): Inline | null {
  const words = phrase(unit[column])
  if (words === null) return null
  const subjects = [phrase(unit.name), phrase(unit.shortName), '该公司', '该企业', '该单位', '该厂', '本公司', '公司']
  const subject = subjects.find((name) => name !== null && words.startsWith(name)) ?? ''
  return bound(words.slice(subject.length).replace(/^[，、：:]/, ''), 'unit', unit.id, column)
}

/** 该公司已取得……；设安全环保部……, then what else was noted, in its own sentence. */
function standing(unit: Unit): Run | null {
  const licences = ownWords(unit, 'licences')
  const isBare = licences?.kind === 'field' && !VERB.test(licences.text)
  const note = withoutRemarks(unit.note)
  const run = joined([clause(isBare ? '持有' : '', licences), clause(ownWords(unit, 'safetyManagement'))], '；')
  return sentences(
    run === null ? null : sentence(clause(again(unit), run)),
    sentence(clause(bound(note, 'unit', unit.id, 'note'))),
  )
}

/** What is to be said of a unit, its role first; null when only its name is known. */
function unitRun({ facts }: Scribe, unit: Unit, isAlone: boolean): Run | null {
  const name = fact('unit', unit, 'name')
  const note = withoutRemarks(unit.note)
  const role = phrase(unit.roleText)
  const isShared = facts.dossier.rows.unit.some((other) => other.id !== unit.id && phrase(other.roleText) === role)
  const roleWords = fact('unit', unit, 'roleText')
  // several units of one role: the role is said inside the sentence, not as a title of each
  const head: Part = roleWords === null || isShared ? null : clause(roleWords, isAlone ? '为' : '。')
  if (isAuthority(unit)) {
    const words = bound(note, 'unit', unit.id, 'note')
    if (words === null) return null
    return sentence(loose(isAlone ? null : head, name, VERB.test(note ?? '') ? null : '，', words))
  }
  const details = particulars(unit).filter((run) => run !== null)
  const more = standing(unit)
  const isNamedByRole = role === null || withoutBrackets(phrase(unit.name) ?? '').endsWith(role)
  const isAccidentUnit = unit.id === facts.accidentUnit?.id
  if (details.length === 0 && more === null) {
    if (isAccidentUnit) return sentence(loose(head, name), clause(missing('unit')))
    return isNamedByRole ? null : sentence(clause(name, '为', roleWords))
  }
  if (details.length === 0 && isNamedByRole) return sentence(loose(name, more))
  if (details.length === 0) return sentences(sentence(clause(name, '为', roleWords)), more)
  const shared = isShared && roleWords !== null ? clause('为', roleWords) : null
  return sentences(sentence(loose(head, name), shared, ...details), more)
}

/** The units; without any 事故发生单位 the gap stands in its place. */
export function unitBlocks(scribe: Scribe): readonly Block[] {
  const { unit: units } = scribe.facts.dossier.rows
  const isAlone = units.filter((unit) => unitRun(scribe, unit, false) !== null).length === 1
  const items = units.map((unit) => listItem(`unit:${unit.id}`, unitRun(scribe, unit, isAlone)))
  const gap = scribe.facts.accidentUnit === null ? listItem('unit:missing', clause(missing('unit'), '。')) : null
  return numbered('units', 3, [gap, ...items])
}

type Relation = Row<'unitRelation'>

/** Relations that hang together (发包—分包—再分包), the longest chain first, each by the day of signing. */
function chains(relations: readonly Relation[]): readonly (readonly Relation[])[] {
  const left = [...relations]
  const result: Relation[][] = []
  while (left.length > 0) {
    const first = left.shift()
    if (first === undefined) break
    const chain = [first]
    for (let found = true; found; ) {
      const at = left.findIndex((other) => chain.some((link) => link.toUnitId === other.fromUnitId))
      found = at >= 0
      chain.push(...left.splice(at < 0 ? left.length : at, 1))
    }
    result.push(chain.sort((a, b) => (a.signedOn ?? '9').localeCompare(b.signedOn ?? '9')))
  }
  return result.sort((a, b) => b.length - a.length)
}

const BARE_KIND =
  /(发包|承包|分包|转包|租赁|承租|出租|委托|挂靠|供货|供应|监理|设计|运输|评价|评估|检测|检验|服务|咨询|使用|控股)$/

function relationSentence({ facts, dates }: Scribe, row: Relation): Run | null {
  const from = facts.unit(row.fromUnitId)
  const to = facts.unit(row.toUnitId)
  if (from === null) return null
  const giver = fact('unit', from, 'name')
  const taker = to === null ? null : fact('unit', to, 'name')
  const contract = withoutRemarks(row.contract)
  const note = clause(bound(withoutRemarks(row.note), 'unitRelation', row.id, 'note'))
  const sum = row.amountFen === null ? null : `${wanText(row.amountFen).replace(/\.?0+$/, '')}万元`
  const amount =
    row.amountFen === null || (sum !== null && withoutRemarks(row.note)?.includes(sum))
      ? null
      : clause('合同金额', fact('unitRelation', row, 'amountFen', `${wanText(row.amountFen)}万元`))
  const words = bound(contract, 'unitRelation', row.id, 'contract')
  const kind = phrase(row.kindText)
  if (contract !== null && /《/.test(contract)) {
    const day = row.signedOn === null ? null : clause(fact('unitRelation', row, 'signedOn', dates.day(row.signedOn)))
    return sentence(day, loose(giver, taker === null ? null : clause('与', taker), '签订', words), amount, note)
  }
  if (taker === null || kind === null) return words === null ? null : sentence(clause(words), amount, note)
  const kindWords = fact('unitRelation', row, 'kindText', kind.replaceAll('/', '、'))
  const [verb, noun] = relationWords(kind)
  return sentence(clause(giver, '与', taker, verb, kindWords, noun), clause(words), amount, note)
}

/** The words around a kind of relation: 之间为……关系; what is a piece of work, and what no rule knows, otherwise. */
function relationWords(kind: string): readonly [verb: string, noun: string] {
  if (kind.startsWith('同一')) return ['属', '']
  if (BARE_KIND.test(kind)) return ['之间为', '关系']
  if (kind.endsWith('作业')) return ['之间存在', '关系']
  if (/(工程|施工|检修|维修|改造|清淤|清理|安装|调试)$/.test(kind)) return ['之间存在', '业务关系']
  return ['的关系为', '']
}

/** One paragraph a chain; the first contract of each carries its year. */
export function relationBlocks(scribe: Scribe): readonly Block[] {
  return chains(scribe.facts.dossier.rows.unitRelation).flatMap((chain) => {
    scribe.dates.newYear()
    const run = joined(
      chain.map((row) => relationSentence(scribe, row)),
      '',
    )
    return paragraph(`relation:${chain[0]?.id ?? ''}`, run)
  })
}
