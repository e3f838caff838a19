/** Whether it throws at all: for checks that run without a test runner. */
export function throws(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch {
    return true
  }
}
