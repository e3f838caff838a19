/** Where things lie on this computer: the program's own files, the user's data, the remembered library, the cache. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from '../../shared/schema.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Data of this user on this computer: never in a folder that OneDrive or iCloud carries away. */
export function dataHome(platform: NodeJS.Platform, environment: Environment, home: string): string {
  if (platform === 'win32') return join(environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Anjuan')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Anjuan')
  return join(absolute(environment.XDG_DATA_HOME) ?? join(home, '.local', 'share'), 'anjuan')
}

/** Files that may be lost at any time. */
export function cacheHome(platform: NodeJS.Platform, environment: Environment, home: string): string {
  if (platform === 'win32') return join(dataHome(platform, environment, home), 'cache')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Anjuan')
  return join(absolute(environment.XDG_CACHE_HOME) ?? join(home, '.cache'), 'anjuan')
}

/** XDG Base Directory: a relative path is invalid and to be ignored. */
function absolute(path: string | undefined): string | undefined {
  return path?.startsWith('/') ? path : undefined
}

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

/** The user's own places on this computer. */
export function userPlaces(): { readonly data: string; readonly cache: string } {
  const home = homedir()
  return {
    data: dataHome(process.platform, process.env, home),
    cache: cacheHome(process.platform, process.env, home),
  }
}
