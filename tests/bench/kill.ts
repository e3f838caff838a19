/** At least 500 kills; the tests do 44. */
import { editWork, importWork, type KillCount, killRounds } from '../support/kill.ts'

export type KillBench = {
  readonly seed: number
  readonly rounds: number
  readonly acknowledged: number
  readonly lost: number
  readonly faults: number
  readonly seconds: number
}

/** Both kinds of work at once, each on its own library, which lives through all its rounds. */
export async function killBench({
  rounds,
  seed,
}: {
  readonly rounds: number
  readonly seed: number
}): Promise<KillBench> {
  const began = performance.now()
  const share = Math.ceil(rounds / 2)
  // a library is begun anew now and then: a check takes longer the more it holds
  const inParts = async (work: Parameters<typeof killRounds>[0], first: number): Promise<readonly KillCount[]> => {
    const counts: KillCount[] = []
    for (let done = 0; done < share; done += ROUNDS_PER_LIBRARY)
      counts.push(await killRounds(work, { rounds: Math.min(ROUNDS_PER_LIBRARY, share - done), seed: first + done }))
    return counts
  }
  const counts = (await Promise.all([inParts(importWork, seed), inParts(editWork, seed + 1_000_003)])).flat()
  const sum = (value: (count: KillCount) => number) => counts.reduce((total, count) => total + value(count), 0)
  return {
    seed,
    rounds: sum((count) => count.rounds),
    acknowledged: sum((count) => count.acknowledged),
    lost: sum((count) => count.lost.length),
    faults: sum((count) => count.faults.length),
    seconds: (performance.now() - began) / 1_000,
  }
}

const ROUNDS_PER_LIBRARY = 25
