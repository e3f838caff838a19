import { QuestionCircleOutlined } from '@ant-design/icons'
import { Popover } from 'antd'
import type { ReactNode } from 'react'

/** What the why-card of a computed value says. */
export type Reason = {
  /** the value itself: 等级：较大 */
  readonly title: string
  readonly clause: string
  /** in force since; which law of the day */
  readonly inForce?: string
  /** fact, value, where it falls */
  readonly facts: readonly (readonly [string, string, string])[]
  readonly sum: ReactNode
  readonly changes: readonly string[]
  /** pointed out beside the sum */
  readonly notes?: readonly string[]
  /** id of the rule and how sure we are of it */
  readonly rule?: string
}

function Card({ reason }: { readonly reason: Reason }) {
  return (
    <div className="why" role="dialog" aria-label={`为什么：${reason.title}`}>
      <h3>{reason.title}</h3>
      <p className="clause">
        {reason.clause}
        {reason.inForce ? <span>{reason.inForce}</span> : null}
      </p>
      {reason.facts.length > 0 ? (
        <table>
          <tbody>
            {reason.facts.map(([fact, value, place]) => (
              <tr key={fact}>
                <th scope="row">{fact}</th>
                <td className="num">{value}</td>
                <td>{place}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p className="sum">{reason.sum}</p>
      {reason.changes.length > 0 ? (
        <>
          <h4>何时会变</h4>
          <ul>
            {reason.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </>
      ) : null}
      {reason.notes && reason.notes.length > 0 ? (
        <>
          <h4>提示</h4>
          <ul>
            {reason.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      ) : null}
      {reason.rule ? <footer>{reason.rule}</footer> : null}
    </div>
  )
}

/** A computed value that can be asked: the value as a button with a small question mark, the card under it. */
export function Why(props: {
  readonly reason: Reason
  readonly children?: ReactNode
  /** in tables: pointing at it or reaching it by the keyboard is enough */
  readonly isOnHover?: boolean
}) {
  const { reason, children, isOnHover } = props
  return (
    <Popover
      content={<Card reason={reason} />}
      trigger={isOnHover ? ['hover', 'focus'] : 'click'}
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
    >
      <button type="button" className="whybtn" aria-label={`为什么：${reason.title}`}>
        {children}
        <QuestionCircleOutlined aria-hidden />
      </button>
    </Popover>
  )
}
