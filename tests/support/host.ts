/** A library in a temporary folder behind the real loopback host. Everything is removed at `close`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../src/main/app.ts'
import { errorLog } from '../../src/main/hosts/error-log.ts'
import type { Limits } from '../../src/main/hosts/loopback.ts'
import { openApp } from '../../src/main/hosts/open-app.ts'
import { libraryMemory } from '../../src/main/hosts/places.ts'
import { startWebHost, type WebHost } from '../../src/main/hosts/web.ts'
import { msFromInstant } from '../../src/shared/dates.ts'
import { NOW, resourcesDir } from './app.ts'

export type TestHost = WebHost & {
  readonly app: App
  /** holds the library, the cache and the staging folder */
  readonly dir: string
  /** fetch with the token and the Origin of the own page */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
}

export type TestHostOptions = {
  readonly now?: string
  readonly limits?: Partial<Limits>
  /** instead of the built user interface */
  readonly rendererDir?: string
}

export async function startTestHost(options: TestHostOptions = {}): Promise<TestHost> {
  const dir = await mkdtemp(join(tmpdir(), 'anjuan-test-'))
  const cacheDir = join(dir, 'cache')
  const app = openApp({
    ...libraryMemory(join(dir, 'home')),
    onInternal: errorLog(join(dir, 'home'), Date.now, 'test'),
    dataDir: join(dir, 'library'),
    clock: () => msFromInstant(options.now ?? NOW),
    stagingDir: join(dir, 'staging'),
    checkOutputs: true,
    program: { appVersion: '0.0.0-test', host: 'browser', resourcesDir, cacheDir, useShippedFonts: true },
  })
  const host = await startWebHost({
    app,
    cacheDir,
    resourcesDir,
    rendererDir: options.rendererDir ?? join(resourcesDir, '..', 'out', 'renderer'),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  })
  return {
    ...host,
    app,
    dir,
    fetch: (path, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('authorization', `Bearer ${host.token}`)
      headers.set('origin', host.origin)
      return fetch(`${host.origin}${path}`, { ...init, headers, redirect: 'manual' })
    },
    close: async () => {
      await host.close()
      await app.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
