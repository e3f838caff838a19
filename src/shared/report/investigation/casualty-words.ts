/** 死伤串: 3人死亡、1人重伤、2人轻伤. Zero is a fact, null is not; «受伤» without a degree is never added to the others. */
import type { Row } from '../../case/tables.ts'
import { missing } from './gaps.ts'
import { clause, joined, type Run } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { fact } from './words.ts'

type Column = 'deaths' | 'missing' | 'seriousInjuries' | 'acutePoisonings' | 'minorInjuries' | 'unspecifiedInjuries'

const words: readonly (readonly [Column, string])[] = [
  ['deaths', '死亡'],
  ['missing', '下落不明'],
  ['seriousInjuries', '重伤'],
  ['acutePoisonings', '急性工业中毒'],
  ['minorInjuries', '轻伤'],
  ['unspecifiedInjuries', '受伤'],
]

/** The numbers of a count that are not zero, `3人死亡` or, for lists and tables, `死亡3人`; null when there is none. */
export function countWords(count: Row<'casualtyCount'>, order: '人死亡' | '死亡人', separator = '、'): Run | null {
  return joined(
    words.map(([column, word]) => {
      const number = fact('casualtyCount', count, column)
      if (number === null || count[column] === 0) return null
      return order === '人死亡' ? clause(number, `人${word}`) : clause(word, number, '人')
    }),
    separator,
  )
}

/** 造成3人死亡、1人重伤; 未造成人员伤亡; 未造成人员死亡; 造成【待补：死亡人数】. */
export function casualtyClause({ facts }: Scribe): Run {
  const { count } = facts
  if (count === null) return clause('造成', missing('deaths')) ?? []
  const some = countWords(count, '人死亡')
  if (some !== null) return clause('造成', ...(count.deaths === null ? [missing('deaths'), '、'] : []), some) ?? []
  if (count.deaths === null) return clause('造成', missing('deaths')) ?? []
  const isComplete = count.seriousInjuries === 0 && count.minorInjuries === 0
  return clause(isComplete ? '未造成人员伤亡' : '未造成人员死亡') ?? []
}
