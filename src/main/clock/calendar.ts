/** Deadlines as an iCalendar file (RFC 5545): all-day events on the last days. The same deadline has the same UID in every export. */
import type { BoardRow } from '../../shared/clock/contract.ts'
import { deadlineKindLabels, leftWords } from '../../shared/clock/labels.ts'
import { addDays } from '../../shared/dates.ts'

const PRODUCT = '-//Anjuan//Anjuan//ZH'
/** Octets of a line without its end (3.1). */
const MOST_OCTETS = 75

/** `now` is a local instant of +08:00. */
export function boardCalendar(rows: readonly BoardRow[], now: string): string {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...rows.flatMap((row) => eventOf(row, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf(row: BoardRow, stamp: string): string[] {
  const { lastDay, caseId, kind, subjectId, caseNo, caseName, state } = row
  if (lastDay === null) return []
  const what = deadlineKindLabels[kind]
  return [
    'BEGIN:VEVENT',
    `UID:${[caseId, kind, subjectId].filter((part) => part !== '').join('.')}@anjuan`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(lastDay)}`,
    `DTEND;VALUE=DATE:${compact(addDays(lastDay, 1))}`,
    `SUMMARY:${escaped(`${state === 'done' ? `（${leftWords(row)}）` : ''}${what}：${caseName}`)}`,
    `DESCRIPTION:${escaped(describe(row, caseNo))}`,
    `CATEGORIES:${escaped(what)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function describe(row: BoardRow, caseNo: string | null): string {
  return [
    caseNo === null ? '' : `案号：${caseNo}`,
    row.subject === null ? '' : `督办机关：${row.subject}`,
    row.fromOn === null ? '' : `可以启动：${row.fromOn}`,
    row.clause === '' ? '' : `依据：${row.clause}`,
    row.arithmetic === '' ? '' : `计算：${row.arithmetic}`,
    row.question ?? '',
    ...row.notes,
  ]
    .filter((line) => line !== '')
    .join('\n')
}

const compact = (day: string): string => day.replaceAll('-', '')

/** TEXT (3.3.11): backslash, semicolon, comma and line ends; other control characters do not belong there. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\u{20}-\u{7e}\u{80}-\u{d7ff}\u{e000}-\u{10ffff}]/gu, ' ')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

/** A long line goes on after CRLF and a space; a character is never cut, nor a pair of surrogates. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > MOST_OCTETS) {
      parts.push(part)
      part = ''
      // the space of the next line counts
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
