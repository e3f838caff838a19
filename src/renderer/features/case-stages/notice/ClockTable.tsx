import type { ReportDue, Reporting } from '../../../../shared/notice/contract.ts'
import { spanWords } from '../../../../shared/notice/reports.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { instantText } from '../../../ui/fields/parse.ts'
import { Hint } from '../../../ui/marks.tsx'
import { Section } from '../../../ui/Section.tsx'
import { type Reason, Why } from '../../../ui/Why.tsx'

/** Every report that the law wants, until when to the minute, and when it was made. A late one is marked, not judged. */
export function ClockTable({ reporting }: { readonly reporting: Reporting }) {
  const { dues, problem, notes, question, unitKnewAt, grade, isGradeAssumed } = reporting
  const isEmpty = dues.length === 0
  return (
    <Section
      title="报告时限"
      note={isEmpty ? undefined : `按${grade}事故计算${isGradeAssumed ? '（等级未定）' : ''}`}
      isFlush={!isEmpty}
    >
      {problem !== null ? <Hint isError>{problem}</Hint> : null}
      {isEmpty && problem === null ? (
        <EmptyState
          what="登记单位负责人、县级部门接到报告的时间后，这里按分钟列出每一级的报告时限。"
          law="《生产安全事故报告和调查处理条例》第九条、第十一条：单位负责人接报后1小时内报告；逐级上报，每级不超过2小时。"
          action={null}
        />
      ) : null}
      {isEmpty ? null : (
        <table className="plain clocks">
          <thead>
            <tr>
              <th scope="col">由谁报</th>
              <th scope="col">报给谁</th>
              <th scope="col" className="way">
                方式
              </th>
              <th scope="col" className="time">
                最迟
              </th>
              <th scope="col" className="time">
                报出
              </th>
              <th scope="col" className="state">
                比对
              </th>
            </tr>
          </thead>
          <tbody>
            {dues.map((due) => (
              <tr key={`${due.from}${due.to}${due.channel}`}>
                <td>{due.from}</td>
                <td>{due.to}</td>
                <td>{due.channel}</td>
                <td className="num">
                  <Why reason={reasonOf(due)}>{instantText(due.by)}</Why>
                </td>
                <td className="num">{due.at === null ? '—' : instantText(due.at)}</td>
                <td>
                  <State due={due} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isEmpty ? null : (
        <div className="clocknotes">
          {unitKnewAt === null ? <Hint>没有登记事故现场报给单位负责人的时间，事故发生单位的时限没有计算。</Hint> : null}
          {question === null ? null : <Hint>{question}</Hint>}
          {notes.map((note) => (
            <p key={note} className="help">
              {note}
            </p>
          ))}
        </div>
      )}
    </Section>
  )
}

const DAY = 1440

function State({ due: { status, minutes } }: { readonly due: ReportDue }) {
  switch (status) {
    case 'inTime':
      return <>按时</>
    case 'suspectedLate':
      return <span className="doubt">疑似迟报，超 {spanWords(-minutes)}</span>
    case 'due':
      return <span className={minutes <= 60 ? 'left left-soon' : 'left'}>余 {spanWords(minutes)}</span>
    case 'notSeen':
      return minutes > -DAY ? (
        <span className="left left-over">未报，已超 {spanWords(-minutes)}</span>
      ) : (
        <span className="missing">未见报告记录</span>
      )
  }
}

function reasonOf({ from, to, channel, by, clause, arithmetic, rule }: ReportDue): Reason {
  return {
    title: `最迟 ${instantText(by)}`,
    clause,
    facts: [[channel, '', `${from} → ${to}`]],
    sum: arithmetic,
    changes: ['恰好等于时限的不算迟报；超过的只标“疑似迟报”，由人认定。'],
    rule,
  }
}
