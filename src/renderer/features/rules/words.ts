/** What the rows of a rule say, in words. */
import { kinds } from '../../../shared/rules/heads.ts'
import { type Kind, Kind as KindNames, type RowHead } from '../../../shared/rules/law-data.ts'

const kindNames = Object.fromEntries(Object.entries(kinds).map(([words, kind]) => [kind, words])) as Readonly<
  Record<Kind, string>
>

/** 一般工矿、火灾 */
export function kindWords(of: readonly Kind[]): string {
  return of.length === KindNames.options.length ? '各类事故' : of.map((kind) => kindNames[kind]).join('、')
}

type Period = Pick<RowHead, 'from' | 'to'>

export function periodWords({ from, to }: Period): string {
  return to === null ? `${from} 起` : `${from} 至 ${to}`
}

export function isInForce({ from, to }: Period, day: string): boolean {
  return from <= day && (to === null || day <= to)
}

/** The rows that the program believes today: those for accidents in general first, then the newest first. */
export function liveRows<R extends RowHead>(rows: readonly R[]): readonly R[] {
  const rank = ({ kinds: of }: R) => (of.includes('general') ? 0 : 1)
  return rows
    .filter(({ withdrawnOn }) => withdrawnOn === undefined)
    .toSorted((a, b) => rank(a) - rank(b) || b.from.localeCompare(a.from))
}
