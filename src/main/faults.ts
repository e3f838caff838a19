/**
 * What is kept of an error that nobody foresaw: when, in which command, where in the program. Never what it says: messages
 * of parsers, of the database and of our own checks quote the values they stumbled on, and those are the case.
 */

export type Fault = {
  /** a method of the contract, or the part of the program outside of any */
  readonly method: string
  readonly error: unknown
}

/** Keeps a fault; answers where, or null when it could not be written. */
export type OnInternal = (fault: Fault) => string | null

/** The file is begun anew before it grows over this. */
export const MOST_LOG_BYTES = 1024 ** 2

const MOST_CAUSES = 5

/** One entry of the log, with a blank line after it. `program` names version and host. */
export function faultEntry(at: string, program: string, { method, error }: Fault): string {
  return `${[`${at} ${method} ${program}`, ...errorLines(error, MOST_CAUSES)].join('\n')}\n\n`
}

/** Whether the old file must make room for `adding` bytes. */
export const isLogFull = (bytes: number, adding: number): boolean => bytes > 0 && bytes + adding > MOST_LOG_BYTES

/** The sentence for the user: what happened, and where the rest is written. */
export function faultSentence(what: string, kept: string | null): string {
  return kept === null ? what : `${what}出错的位置已记入“${kept}”，其中没有案卷内容。`
}

function errorLines(error: unknown, causes: number): readonly string[] {
  if (!(error instanceof Error)) return [`thrown: ${typeof error}`]
  const code =
    'code' in error && typeof error.code === 'string' && /^\w{1,60}$/.test(error.code) ? ` ${error.code}` : ''
  const name = /^[$\w]{1,60}$/.test(error.name) ? error.name : 'Error'
  const cause = error.cause === undefined || causes === 0 ? [] : ['caused by', ...errorLines(error.cause, causes - 1)]
  return [`${name}${code}`, ...frames(error), ...cause]
}

/** The places of a stack. The message stands before them and may have lines that look like some. */
function frames({ stack = '', message }: Error): readonly string[] {
  const from = message === '' ? -1 : stack.indexOf(message)
  return stack
    .slice(from < 0 ? 0 : from + message.length)
    .split('\n')
    .filter((line) => /^ {4}at \S.*(?::\d+:\d+|<anonymous>|native)\)?$/.test(line))
}
