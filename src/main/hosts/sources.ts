/** When what a build is made of was changed last. Imports nothing of ours: the command line reads it before all else. */
import { type Dirent, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Code, and what is built into it: the law as data, and the packages by their lock. */
export const BUILT_IN = ['resources/statutes', 'package-lock.json'] as const

/** Milliseconds since the epoch, whole, of the newest file at or below `paths`; what is not there is passed over. */
export function newestOf(root: string, paths: readonly string[]): number {
  const times = paths
    .map((path) => join(root, path))
    .filter((path) => existsSync(path))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .map((file) => statSync(file).mtimeMs)
  return Math.floor(times.reduce((newest, time) => Math.max(newest, time), 0))
}

function filesBelow(folder: string): readonly string[] {
  const isFile = (entry: Dirent) => entry.isFile()
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(isFile)
    .map((entry) => join(entry.parentPath, entry.name))
}
