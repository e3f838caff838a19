/** Small marks that carry a state by shape and word, never by colour alone. */
import { WarningOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { StageState } from '../../shared/case/stage.ts'
import type { ItemState } from '../../shared/case/statutory-items.ts'
import { gradeLabels } from '../../shared/statutes/grade-thresholds.ts'

type Mark = StageState['state']
const stateWords: Readonly<Record<Mark, string>> = {
  none: '未开始',
  begun: '已开始',
  complete: '完成',
  attention: '需要处理',
}

/** dashed ring 未开始 · half disc 已开始 · disc with tick 完成 · triangle 需要处理 */
export function StateMark({ state }: { readonly state: Mark }) {
  return (
    <svg className={`mark mark-${state}`} viewBox="0 0 14 14" role="img" aria-label={stateWords[state]}>
      {state === 'none' && (
        <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.2 1.9" />
      )}
      {state === 'begun' && (
        <>
          <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path d="M7 2a5 5 0 0 1 0 10z" fill="currentColor" />
        </>
      )}
      {state === 'complete' && (
        <>
          <circle cx="7" cy="7" r="5.7" fill="currentColor" />
          <path d="M4.3 7.1l1.9 1.9 3.5-3.8" fill="none" stroke="var(--surface)" strokeWidth="1.5" />
        </>
      )}
      {state === 'attention' && (
        <>
          <path d="M7 1.4L13.2 12.4H.8z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
          <path d="M7 5.2v3.4M7 9.9v1.2" stroke="currentColor" strokeWidth="1.4" />
        </>
      )}
    </svg>
  )
}

/** 1 一般 … 4 特别重大; null is 未定. `isProvisional` adds 暂定. */
export function Grade({ grade, isProvisional }: { readonly grade: number | null; readonly isProvisional?: boolean }) {
  if (grade !== 1 && grade !== 2 && grade !== 3 && grade !== 4) return <span className="tag">等级未定</span>
  return (
    <span className={`grade grade-${grade}`}>
      {gradeLabels[grade]}
      {isProvisional ? '（暂定）' : ''}
    </span>
  )
}

/** Days to a date: 已逾期 red block, up to seven framed, later plain. */
export function Left({ days }: { readonly days: number }) {
  if (days < 0) return <span className="left left-over">已逾期 {-days} 日</span>
  if (days <= 7) return <span className="left left-soon">{days === 0 ? '今日到期' : `余 ${days} 日`}</span>
  return <span className="left">余 {days} 日</span>
}

/** One look for what is missing: `缺：决定机关`. */
export const Missing = ({ children }: { readonly children: ReactNode }) => (
  <span className="missing">缺：{children}</span>
)

export const Key = ({ children }: { readonly children: ReactNode }) => <kbd className="key">{children}</kbd>

/** ▲ and a sentence under its field; `id` ties it to the input by aria-describedby. */
export function Hint(props: { readonly id?: string; readonly isError?: boolean; readonly children: ReactNode }) {
  const { id, isError, children } = props
  return (
    <p className={isError ? 'help help-error' : 'help'} {...(id ? { id } : {})} {...(isError ? { role: 'alert' } : {})}>
      <WarningOutlined aria-hidden /> {children}
    </p>
  )
}

const sixWords: Readonly<Record<ItemState, string>> = { done: '已完成', begun: '进行中', none: '未开始' }

/** The six statutory items (条例第三十条): digits in tables, number and name with `hasNames`. */
export function SixItems(props: {
  readonly items: readonly { readonly name: string; readonly state: ItemState; readonly clause?: string }[]
  readonly hasNames?: boolean
}) {
  const { items, hasNames } = props
  const done = items.filter(({ state }) => state === 'done').length
  const words = items.map(({ name, state }) => `${name}${sixWords[state]}`).join('，')
  return (
    <span className={hasNames ? 'six six-names' : 'six'} role="img" aria-label={`法定六项完成 ${done} 项：${words}`}>
      {items.map(({ name, state }, index) => (
        <span key={name} className={`six-${state}`} title={`${index + 1} ${name}：${sixWords[state]}`}>
          <i>{index + 1}</i>
          {hasNames ? name : null}
        </span>
      ))}
    </span>
  )
}
