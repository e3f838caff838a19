/** 导语: the fact (P1), instructions (P2), the conclusion (P5). The team stands between them, see `lead-team.ts`. */
import { natureText } from '../../case/nature.ts'
import { chineseDay } from '../../dates.ts'
import { gradeLabel } from '../../statutes/grade-thresholds.ts'
import type { Block } from '../document.ts'
import { casualtyClause } from './casualty-words.ts'
import { clock } from './dates.ts'
import { missing } from './gaps.ts'
import { lossWan } from './loss-amounts.ts'
import { placeOf } from './place.ts'
import { clause, loose, type Part, paragraph, type Run, sentence } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, paragraphsOf, phrase, withoutBrackets } from './words.ts'

/** 下午10:10分左右（原文如此） → 下午10时10分左右. */
function timeInWords(text: string | null): string | null {
  return phrase(withoutBrackets(text ?? '').replace(/(\d{1,2})[:：](\d{1,2})分?/, '$1时$2分'))
}

/** When it happened, to the minute where it is known so well; «许» of the source stays. */
export function occurredWords({ facts, dates }: Scribe): Part {
  const { caseFile } = facts.dossier
  const at = {
    from: caseFile.occurredFrom,
    to: caseFile.occurredTo,
    precision: caseFile.occurredPrecision,
    text: caseFile.occurredText,
  }
  const text =
    at.from === null
      ? timeInWords(at.text)
      : at.precision === 'minute' || at.precision === 'about' || at.precision === 'between'
        ? `${chineseDay(at.from.slice(0, 10))}${clock(at)}`
        : (timeInWords(at.text) ?? chineseDay(at.from.slice(0, 10)))
  if (at.from !== null) dates.day(at.from.slice(0, 10))
  const ref = { table: 'caseFile', id: caseFile.id, column: 'occurredFrom' }
  return bound(text, ref.table, ref.id, ref.column) ?? missing('time', ref)
}

/** 直接经济损失857.48万元; with «约» only where the assessment says so. */
export function lossAmount({ facts }: Scribe): Part {
  const { loss, lossFen, dossier } = facts
  const row = loss === null ? null : { table: 'lossAssessment', id: loss.id, column: 'statedDirectFen' }
  if (lossFen === null) return missing('loss', row ?? undefined)
  const ref = row ?? { table: 'caseFile', id: dossier.caseFile.id, column: 'directLossFen' }
  const isApproximate = loss?.isApproximate === true
  // a rounded sum is not written with decimals that nobody counted
  const amount = lossWan(facts, lossFen)
  const text = isApproximate ? `约${amount.replace(/\.?0+$/, '')}万元` : `${amount}万元`
  return bound(text, ref.table, ref.id, ref.column)
}

/** P1. */
export function factParagraph(scribe: Scribe): readonly Block[] {
  const { facts } = scribe
  const time = occurredWords(scribe)
  const { area, spot, isAtUnit, isInName } = placeOf(scribe)
  const unit = facts.accidentUnit === null ? null : fact('unit', facts.accidentUnit, 'name')
  const { caseFile } = facts.dossier
  const type = bound(facts.typeName, 'caseFile', caseFile.id, 'typeCode')
  const event = loose('发生一起', type, facts.typeName?.endsWith('事故') ? null : '事故')
  const where =
    area === null && spot === null
      ? clause(...(unit === null ? [] : [unit, '在']), missing('place', address(scribe)))
      : unit === null
        ? loose(area, spot)
        : area === null
          ? loose(unit, spot)
          : isAtUnit && isInName
            ? loose(unit, spot)
            : isAtUnit
              ? loose('位于', area, '的', unit, spot)
              : clause(unit, '在', area)
  const happened = clause(time, '，', where, event)
  return paragraph('lead:p1', sentence(happened, casualtyClause(scribe), clause('直接经济损失', lossAmount(scribe))))
}

const address = ({ facts }: Scribe) => ({ table: 'accident', id: facts.dossier.accident.id, column: 'address' })

/** P2, in the words of the case file. */
export function instructionParagraphs({ facts }: Scribe): readonly Block[] {
  const { accident } = facts.dossier
  return paragraphsOf(accident.leadersInstructions).flatMap((text, at) =>
    paragraph(
      at === 0 ? 'lead:p2' : `lead:p2:${at + 1}`,
      sentence(clause(bound(text, 'accident', accident.id, 'leadersInstructions'))),
    ),
  )
}

/** «因……造成的较大生产安全责任事故» of whatever sentence says so; null when it breaks off. */
export function natureStatement(text: string | null): string | null {
  const words = phrase(text)?.replace(/^.*(是|认定为)一起|^.*认定为|^一起/, '') ?? null
  return words === null || /…/.test(words) ? null : phrase(words)
}

/** The nature of the accident behind «是一起»; whole sentences of a source are cut to it. */
export function natureWords({ facts }: Scribe): Part {
  const { accident } = facts.dossier
  const said = bound(natureStatement(accident.natureStatement), 'accident', accident.id, 'natureStatement')
  if (said !== null) return said
  const grade = gradeLabel(facts.dossier.caseFile.grade)
  const nature = natureText(accident)
  const text = phrase(nature?.text ?? null)
  const words = text !== null && grade !== null && text.startsWith('生产安全') ? `${grade}${text}` : text
  return (
    bound(words, 'accident', accident.id, nature?.column ?? 'natureText') ??
    missing('nature', { table: 'accident', id: accident.id, column: 'natureText' })
  )
}

/** The sentence that fixes the nature; the lead and the section on the nature print the same one. */
export function natureSentence(scribe: Scribe): Run | null {
  return sentence(clause('经调查认定'), clause(nameOf(scribe), '是一起', natureWords(scribe)))
}

/** 事故名称, always in full. */
export function nameOf({ facts }: Scribe): Part {
  const { caseFile } = facts.dossier
  return bound(caseFile.name, 'caseFile', caseFile.id, 'name')
}

/** P5. */
export function conclusionParagraph(scribe: Scribe): readonly Block[] {
  return paragraph('lead:p5', loose(natureSentence(scribe), '现将有关情况报告如下：'))
}
