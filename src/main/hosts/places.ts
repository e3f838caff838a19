/** The program's own files, and the library it remembers. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from '../../shared/schema.ts'

/** The program's own files, run from the sources, from `out/` or from the package. */
export function findProgram(): {
  readonly resourcesDir: string
  readonly rendererDir: string
  readonly version: string
} {
  let root = import.meta.dirname
  while (!existsSync(join(root, 'package.json'))) {
    if (root === dirname(root)) throw new Error('package.json not found')
    root = dirname(root)
  }
  const manifest = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const own = join(root, 'resources')
  return {
    // the package holds them beside the archive, where other programs (fonts) can read them
    resourcesDir: existsSync(own) ? own : join(dirname(root), 'resources'),
    rendererDir: join(root, 'out', 'renderer'),
    version: manifest.version,
  }
}

const Remembered = z.object({ library: z.string() })

/** The library that was open last; undefined when there is none, or what was written is not readable. */
export function rememberedLibrary(home: string): string | undefined {
  try {
    return Remembered.parse(JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8'))).library
  } catch {
    return undefined
  }
}

/** Written aside and renamed: two programs that end at once leave one of two whole files. */
export function rememberLibrary(home: string, dir: string): void {
  mkdirSync(home, { recursive: true })
  const temporary = join(home, `settings.${process.pid}.tmp`)
  writeFileSync(temporary, JSON.stringify({ library: dir }))
  renameSync(temporary, join(home, 'settings.json'))
}
