/** Periods and hours as printed in the law, against what the rules answer. Each function gives back what does not hold. */
import { type RuleBook, shippedSettings } from '../../src/shared/rules/index.ts'
import { differences, type Fields, lawWord, type PrintedLine, printed, resultOf } from './printed.ts'
import { plusDaysSlowly, plusMonthsSlowly, plusWorkingDaysSlowly } from './slow-days.ts'

/** Lengths of periods, walked day by day by the second implementation of dates. */
export function periodFaults(book: RuleBook): string[] {
  return printed('periods').flatMap((line) => {
    const { 规则: rule = '', 种类: kind = '', 适用日: day = '', 单位: unit, 事项: what = '' } = line
    const length = Number(line.长度)
    const last =
      unit === '月'
        ? plusMonthsSlowly(day, length)
        : unit === '工作日'
          ? plusWorkingDaysSlowly(day, length)
          : plusDaysSlowly(day, length)
    const label = `${rule} ${kind} ${day}`
    switch (rule) {
      case 'casualtyWindow':
        return differences(label, { lastDay: last }, resultOf(book, rule, { occurredOn: day, kind }))
      case 'investigationDeadline':
        return differences(label, { lastDay: last }, resultOf(book, rule, { occurredOn: day, kind, teamFormedOn: day }))
      case 'approvalDeadline':
        return differences(label, { lastDay: last }, resultOf(book, rule, { grade: kind, receivedOn: day }))
      case 'publicationDeadline':
        return differences(label, { lastDay: last }, resultOf(book, rule, { approvedOn: day }))
      case 'supervision':
        return differences(
          label,
          { supervisionLastDay: last },
          resultOf(book, rule, { noticeReceivedOn: day, occurredOn: day }),
        )
      case 'assessmentWindow':
        return differences(
          label,
          { [what.endsWith('起') ? 'from' : 'to']: last },
          resultOf(book, rule, { approvedOn: day }),
        )
      default:
        return [`no period of ${rule}`]
    }
  })
}

/** Who reports to whom within how many hours, and from which grade on: one grade lower there is no such report. */
export function clockFaults(book: RuleBook): string[] {
  const grades = ['一般', '较大', '重大', '特别重大']
  return printed('clocks').flatMap((line) => {
    const {
      种类: kind,
      等级: grade = '',
      接报单位: at = '',
      报给: to,
      方式: channel,
      小时: hours,
      条文: clause = '',
    } = line
    const reports = (level: string) => {
      const facts = { grade: level, kind, unitKnewAt: '2026-08-04T09:00:00+08:00', [at]: '2026-08-04T09:00:00+08:00' }
      const answers = book.rules.reportingClock.evaluate(facts, shippedSettings)
      return ('result' in answers ? [answers] : answers).filter(({ result }) => {
        const found = result as Fields
        return found.to === to && found.channel === channel && String(found.from) === senderOf(kind, at)
      })
    }
    const label = `reportingClock ${kind} ${grade} ${at} → ${to} ${channel}`
    const [, law = '', article = ''] = /^(.+?)(第.+)$/.exec(clause) ?? []
    const due = reports(grade).filter(
      ({ clause: cited }) => cited.endsWith(article) && cited.includes(lawWord(book, law)),
    )
    const by = `2026-08-04T${String(9 + Number(hours)).padStart(2, '0')}:00:00+08:00`
    const below = grades[grades.indexOf(grade) - 1]
    const lower = below === undefined ? [] : reports(below)
    const isRight = due.some(({ result }) => (result as Fields).by === by)
    return [
      ...(isRight ? [] : [`${label}: not due at ${by} by ${clause}`]),
      ...(lower.length === 0 || isPrintedFor(line, below ?? '') ? [] : [`${label}: due for ${below} as well`]),
    ]
  })
}

function senderOf(kind: string | undefined, at: string): string {
  const bureau = kind === 'special' ? '市场监督管理部门' : '应急管理部门'
  const senders: Readonly<Record<string, string>> = {
    unitKnewAt: '事故发生单位',
    countyReceivedAt: `县级${bureau}`,
    cityReceivedAt: `设区的市级${bureau}`,
    provinceReceivedAt: `省级${bureau}`,
  }
  return senders[at] ?? ''
}

/** Whether the same report is printed for a lower grade too. */
function isPrintedFor(line: PrintedLine, grade: string): boolean {
  return printed('clocks').some(
    (other) =>
      other.等级 === grade &&
      other.种类 === line.种类 &&
      other.接报单位 === line.接报单位 &&
      other.报给 === line.报给 &&
      other.方式 === line.方式,
  )
}
