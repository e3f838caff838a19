/** One after the other: a command is a transaction on the one connection, and a query must not look into it half-way. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>

export function createLock(): Lock {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    // the next one waits for the end, not for the outcome
    last = result.catch(() => {})
    return result
  }
}
