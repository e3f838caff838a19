/** 事故等级和性质: which number reaches the grade, by which clause, and the sentence of the lead once more. */

import { natureText } from '../../case/nature.ts'
import { typeStandardOn, typeStandardTitle } from '../../statutes/accident-types.ts'
import { type GradeRung, gradeLabel, gradeTableOn } from '../../statutes/grade-thresholds.ts'
import type { Block } from '../document.ts'
import { missing } from './gaps.ts'
import { lossAmount, natureSentence, natureStatement } from './lead.ts'
import { clause, joined, type Part, paragraph, type Run, sentence, sentences } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, phrase } from './words.ts'

type Measure = { readonly run: Run | null; readonly reaches: (rung: GradeRung) => boolean }

/** The three numbers of 第三条 that are known and not zero. */
function measuresOf(scribe: Scribe): readonly Measure[] {
  const { count, lossFen } = scribe.facts
  const deaths = count?.deaths ?? 0
  const injured = (count?.seriousInjuries ?? 0) + (count?.acutePoisonings ?? 0)
  const measures: Measure[] = []
  if (count !== null && deaths > 0)
    measures.push({
      run: clause('死亡', fact('casualtyCount', count, 'deaths'), '人'),
      reaches: (rung) => deaths >= rung.deaths,
    })
  if (count !== null && injured > 0) {
    const word = (count.acutePoisonings ?? 0) > 0 ? '重伤（含急性工业中毒）' : '重伤'
    measures.push({
      run: clause(word, fact('casualtyCount', count, 'seriousInjuries', String(injured)), '人'),
      reaches: (rung) => injured >= rung.injured,
    })
  }
  if (lossFen !== null && lossFen > 0)
    measures.push({
      run: clause('直接经济损失', lossAmount(scribe)),
      reaches: (rung) => lossFen >= rung.lossFen,
    })
  return measures
}

const list = (measures: readonly Measure[]): Run | null =>
  joined(
    measures.map((measure) => measure.run),
    '、',
  )

const rungOf = ({ facts }: Scribe, grade: number | null): GradeRung | null =>
  facts.occurredOn === null
    ? null
    : (gradeTableOn(facts.occurredOn)?.rungs.find((rung) => rung.grade === grade) ?? null)

function gradeSentences(scribe: Scribe): Run | null {
  const { caseFile } = scribe.facts.dossier
  const label = gradeLabel(caseFile.grade)
  const grade: Part =
    bound(label === null ? null : `${label}事故`, 'caseFile', caseFile.id, 'grade') ?? missing('grade')
  const rung = rungOf(scribe, caseFile.grade)
  const above = rungOf(scribe, (caseFile.grade ?? 0) + 1)
  const measures = measuresOf(scribe)
  const law = clause('依据《生产安全事故报告和调查处理条例》第三条的规定')
  const reached = rung === null ? [] : measures.filter((measure) => measure.reaches(rung))
  const below = rung === null ? [] : measures.filter((measure) => !measure.reaches(rung))
  if (caseFile.grade === 1 && above !== null && measures.length > 0 && !measures.some((one) => one.reaches(above))) {
    // the lowest grade has no lower bound: it is what does not reach the next one
    const next = gradeLabel(2)
    return sentences(
      sentence(clause('该起事故', list(measures)), clause(measures.length > 1 ? '均' : '', `未达到${next}事故标准`)),
      sentence(law, clause('确定为', grade)),
    )
  }
  if (reached.length === 0) return sentence(law, clause('该起事故确定为', grade))
  const rest =
    below.length === 0
      ? null
      : clause('；', list(below), below.length > 1 ? '，均未达到' : '，未达到', `${label}事故标准`)
  return sentences(
    sentence(
      clause('该起事故', list(reached)),
      clause(reached.length > 1 ? '均' : '', `达到${label}事故标准`, ...(rest === null ? [] : [rest])),
    ),
    sentence(law, clause(below.length === 0 ? '' : '按最高一项', '确定为', grade)),
  )
}

function typeSentence({ facts }: Scribe): Run | null {
  const { caseFile } = facts.dossier
  const standard = caseFile.typeStandard ?? (facts.occurredOn === null ? null : typeStandardOn(facts.occurredOn))
  if (standard === null || facts.typeName === null) return null
  return sentence(
    clause(`依据${typeStandardTitle(standard)}`),
    clause('事故类型为', bound(facts.typeName, 'caseFile', caseFile.id, 'typeCode')),
  )
}

/** Grade, type, nature. */
export function natureBlocks(scribe: Scribe): readonly Block[] {
  return [
    ...paragraph('nature:grade', sentences(gradeSentences(scribe), typeSentence(scribe))),
    ...paragraph('nature', natureSentence(scribe)),
  ]
}

/** The brief form: the numbers that decide, the grade, the nature in one word. */
export function briefNatureBlocks(scribe: Scribe): readonly Block[] {
  const { accident, caseFile } = scribe.facts.dossier
  const label = gradeLabel(caseFile.grade)
  const rung = rungOf(scribe, caseFile.grade)
  const measures = measuresOf(scribe).filter((measure) => rung === null || measure.reaches(rung))
  const grade: Part =
    bound(label === null ? null : `${label}事故`, 'caseFile', caseFile.id, 'grade') ?? missing('grade')
  const word = natureText(accident)
  const nature: Part =
    bound(phrase(word?.text ?? null), 'accident', accident.id, word?.column ?? 'natureText') ?? natureFallback(scribe)
  return paragraph(
    'nature',
    sentences(
      sentence(
        measures.length === 0 ? null : clause('该起事故', list(measures)),
        clause('依据《生产安全事故报告和调查处理条例》第三条的规定'),
        clause(measures.length === 0 ? '该起事故' : '', '确定为', grade),
      ),
      sentence(clause('经调查认定'), clause('该起事故是一起', nature)),
    ),
  )
}

function natureFallback({ facts }: Scribe): Part {
  const { accident } = facts.dossier
  const ref = { table: 'accident', id: accident.id, column: 'natureText' }
  return (
    bound(natureStatement(accident.natureStatement), ref.table, ref.id, 'natureStatement') ?? missing('nature', ref)
  )
}
