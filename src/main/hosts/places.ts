/** The program's own files, and the library it remembers. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from '../../shared/schema.ts'
import type { AppOptions } from '../app.ts'

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

const Remembered = z.object({ library: z.string(), recent: z.array(z.string()).default([]) })

/** As many as are looked through at a glance. */
const MOST = 6

/** The library that was open last; undefined when there is none, or what was written is not readable. */
export function rememberedLibrary(home: string): string | undefined {
  return remembered(home)?.library
}

function remembered(home: string): z.output<typeof Remembered> | undefined {
  try {
    return Remembered.parse(JSON.parse(readFileSync(join(home, 'settings.json'), 'utf8')))
  } catch {
    return undefined
  }
}

/** The libraries a user had open on this computer, kept in `home`. */
export function libraryMemory(home: string): Required<Pick<AppOptions, 'onLibrary' | 'recentLibraries'>> {
  const recent = () => remembered(home)?.recent ?? []
  return {
    recentLibraries: recent,
    onLibrary: (dir, left) =>
      remember(home, { library: dir, recent: [...new Set([dir, left, ...recent()])].slice(0, MOST) }),
  }
}

/** Written aside and renamed: two programs that end at once leave one of two whole files. */
function remember(home: string, value: z.output<typeof Remembered>): void {
  mkdirSync(home, { recursive: true })
  const temporary = join(home, `settings.${process.pid}.tmp`)
  writeFileSync(temporary, JSON.stringify(value))
  renameSync(temporary, join(home, 'settings.json'))
}
