/** A fresh library in a temporary folder behind the real dispatcher, with a fixed clock. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type App, createApp } from '../../src/main/app.ts'
import type { OnInternal } from '../../src/main/faults.ts'
import type { CaseFile } from '../../src/shared/case/tables.ts'
import type { Input, Method, Output } from '../../src/shared/contract.ts'
import { msFromInstant } from '../../src/shared/dates.ts'

export const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url))

export const NOW = '2026-11-06T09:00:00+08:00'

export type TestApp = {
  readonly app: App
  readonly dir: string
  /** calls a method and throws its failure: for what a test takes for granted */
  readonly ok: <M extends Method>(method: M, input: Input<M>) => Promise<Output<M>>
  /** the sentence of a refusal; throws when the call succeeds */
  readonly refusal: <M extends Method>(method: M, input: Input<M>) => Promise<{ code: string; message: string }>
  /** another library object on the same folder, as after a restart */
  readonly reopen: () => Promise<TestApp>
  readonly close: () => Promise<void>
}

export type TestAppOptions = {
  readonly dir?: string
  readonly now?: string
  readonly checkOutputs?: boolean
  readonly onInternal?: OnInternal
  /** instead of the program's own */
  readonly resourcesDir?: string
}

/** Opens an app; `close` removes the folder unless it was given. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dir = options.dir ?? (await mkdtemp(join(tmpdir(), 'anjuan-test-')))
  const app = createApp({
    dataDir: join(dir, 'library'),
    clock: () => msFromInstant(options.now ?? NOW),
    program: {
      appVersion: '0.0.0-test',
      host: 'cli',
      resourcesDir: options.resourcesDir ?? resourcesDir,
      cacheDir: join(dir, 'cache'),
      useShippedFonts: true,
    },
    stagingDir: join(dir, 'staging'),
    checkOutputs: options.checkOutputs ?? true,
    ...(options.onInternal === undefined ? {} : { onInternal: options.onInternal }),
  })
  const ok = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
    const result = await app.call(method, input)
    if (!result.ok) throw new Error(`${method}: ${result.error.code}: ${result.error.message}`)
    return result.value
  }
  return {
    app,
    dir,
    ok,
    refusal: async (method, input) => {
      const result = await app.call(method, input)
      if (result.ok) throw new Error(`${method} was not refused`)
      return { code: result.error.code, message: result.error.message }
    },
    reopen: async () => {
      await app.close()
      return testApp({ ...options, dir })
    },
    close: async () => {
      await app.close()
      if (options.dir === undefined) await rm(dir, { recursive: true, force: true })
    },
  }
}

/** A new case with a name; returns its id. */
export async function aCase({ ok }: TestApp, values: Partial<CaseFile> = {}): Promise<string> {
  const { caseId } = await ok('case.create', { values: { name: '甲公司“8·4”一般触电事故', ...values } })
  return caseId
}
