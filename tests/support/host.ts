/** An app on a library in a temporary folder, alone or behind the real loopback host. Everything is removed at `close`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type App, createApp } from '../../src/main/app.ts'
import type { HostKind } from '../../src/main/context.ts'
import type { Limits } from '../../src/main/hosts/loopback.ts'
import { startWebHost, type WebHost } from '../../src/main/hosts/web.ts'

const root = resolve(import.meta.dirname, '..', '..')

/** 2026-08-04 15:26 in Shanghai, unless a test sets its own. */
export const TEST_NOW = Date.parse('2026-08-04T15:26:00+08:00')

export type TestApp = { readonly app: App; readonly dir: string; readonly close: () => Promise<void> }

export type TestHost = WebHost & {
  readonly app: App
  /** holds the library (`library`), the cache and the staging folder */
  readonly dir: string
  /** fetch with the token and the Origin of the own page */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
}

export type TestAppOptions = {
  /** an existing library; otherwise a new one in the temporary folder */
  readonly dataDir?: string
  readonly now?: () => number
  readonly host?: HostKind
}

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dir = await mkdtemp(join(tmpdir(), 'anjuan-test-'))
  const app = createApp({
    dataDir: options.dataDir ?? join(dir, 'library'),
    clock: options.now ?? (() => TEST_NOW),
    stagingDir: join(dir, 'staging'),
    checkOutputs: true,
    program: {
      appVersion: '0.0.0-test',
      host: options.host ?? 'cli',
      resourcesDir: join(root, 'resources'),
      cacheDir: join(dir, 'cache'),
      useShippedFonts: true,
    },
  })
  const close = async () => {
    await app.close()
    await rm(dir, { recursive: true, force: true })
  }
  return { app, dir, close }
}

export async function startTestHost(
  options: TestAppOptions & { readonly limits?: Partial<Limits>; readonly rendererDir?: string } = {},
): Promise<TestHost> {
  const { app, dir, close } = await startTestApp({ ...options, host: 'browser' })
  const host = await startWebHost({
    app,
    rendererDir: options.rendererDir ?? join(root, 'out', 'renderer'),
    cacheDir: join(dir, 'cache'),
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
      await close()
    },
  }
}
