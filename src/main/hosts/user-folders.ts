/** Where a user's data and cache lie, by the custom of each platform. Imports nothing of ours: it is read before all else. */
import { homedir } from 'node:os'
import { join } from 'node:path'

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

/** The user's own places on this computer. */
export function userPlaces(): { readonly data: string; readonly cache: string } {
  const home = homedir()
  return {
    data: dataHome(process.platform, process.env, home),
    cache: cacheHome(process.platform, process.env, home),
  }
}
