/** Reads an iCalendar file back: lines unfolded, texts with their signs. */

export type CalendarEvent = {
  readonly uid: string
  readonly stamp: string
  readonly start: string
  readonly end: string
  readonly summary: string
  readonly description: string
}

export const unfolded = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)

export function eventsOf(text: string): CalendarEvent[] {
  const events: CalendarEvent[] = []
  let open: Map<string, string> | null = null
  for (const line of unfolded(text)) {
    if (line === 'BEGIN:VEVENT') open = new Map()
    else if (line === 'END:VEVENT' && open !== null) {
      events.push(eventOf(open))
      open = null
    } else open?.set(line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1))
  }
  return events
}

function eventOf(lines: ReadonlyMap<string, string>): CalendarEvent {
  const line = (name: string): string => {
    const found = lines.get(name)
    if (found === undefined) throw new Error(`an event has no ${name}`)
    return found
  }
  return {
    uid: line('UID'),
    stamp: line('DTSTAMP'),
    start: dayOf(line('DTSTART;VALUE=DATE')),
    end: dayOf(line('DTEND;VALUE=DATE')),
    summary: textOf(line('SUMMARY')),
    description: textOf(line('DESCRIPTION')),
  }
}

const dayOf = (compact: string): string => compact.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

const textOf = (escaped: string): string =>
  escaped.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign))
