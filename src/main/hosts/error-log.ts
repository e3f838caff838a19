/** `logs/errors.log` in the user's data folder, not in the library: a library is copied and handed on. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { instantFromMs } from '../../shared/dates.ts'
import { type Fault, faultEntry, isLogFull, type OnInternal } from '../faults.ts'

/** Writes faults below `home`; a full file is kept as `errors.old.log`, the one before it goes. */
export function errorLog(home: string, clock: () => number, program: string): OnInternal {
  const dir = join(home, 'logs')
  const file = join(dir, 'errors.log')
  return (fault: Fault) => {
    const entry = Buffer.from(faultEntry(instantFromMs(clock()), program, fault))
    try {
      mkdirSync(dir, { recursive: true })
      if (isLogFull(statSync(file, { throwIfNoEntry: false })?.size ?? 0, entry.byteLength))
        renameSync(file, join(dir, 'errors.old.log'))
      appendFileSync(file, entry, { mode: 0o600 })
      return file
    } catch {
      // a full disk or a folder that cannot be written: the user is told what happened all the same
      return null
    }
  }
}
