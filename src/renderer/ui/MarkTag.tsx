import type { Mark } from '../../shared/rules/law-data.ts'

/** How sure the source of a rule is. */
export const markWords: Readonly<Record<Mark, string>> = {
  核: '已核对原文',
  核·转: '据转载核对',
  忆: '凭记忆录入，待核',
  推: '推定，待确认',
}

/** The letter of the mark with what it means; what is not to be relied on without a look stands in a dashed frame. */
export function MarkTag({ mark }: { readonly mark: Mark }) {
  const isSure = mark === '核' || mark === '核·转'
  return (
    <span className={isSure ? 'marktag' : 'marktag marktag-open'}>
      <b>{mark}</b>
      {markWords[mark]}
    </span>
  )
}
