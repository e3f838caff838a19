/**
 * What the page may ask of the desktop: files and folders by native dialogs. Paths stay here; the page gets tokens. The
 * dialogs come in as functions, so that all of this runs without Electron.
 */
import { stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../shared/result.ts'
import { z } from '../../shared/schema.ts'
import type { App } from '../app.ts'
import { fileName } from './loopback.ts'
import { writeOut } from './write-out.ts'

export type Staged = { readonly token: string; readonly name: string }

export type Dialogs = {
  /** [] when nothing was chosen */
  readonly openFiles: (options: { isMultiple: boolean; extensions: readonly string[] }) => Promise<readonly string[]>
  readonly openFolder: () => Promise<string | null>
  /** the path to save to, or null */
  readonly saveAs: (name: string) => Promise<string | null>
  readonly showError: (sentence: string) => Promise<void>
}

const PickOptions = z.strictObject({
  isMultiple: z.boolean(),
  extensions: z.array(z.string().regex(/^[a-z0-9]{1,8}$/)).max(50),
})
const MAX_PASTED_BYTES = 200 * 1024 ** 2

/** Handlers by channel name; arguments come from the page and are checked. */
export function desktopHandlers(
  app: App,
  dialogs: Dialogs,
): Readonly<Record<string, (...args: readonly unknown[]) => Promise<unknown>>> {
  const stage = (path: string): Staged => {
    const name = fileName(basename(path))
    return { token: app.staging.add({ path, name, isOwn: false }), name }
  }
  return {
    call: (method, input) => app.dispatch(z.string().max(200).parse(method), input),
    pickFiles: async (options) => (await dialogs.openFiles(PickOptions.parse(options))).map(stage),
    pickFolder: () => dialogs.openFolder(),
    stageFile: async (given) => {
      const path = z.string().min(1).parse(given)
      if (!(await stat(path)).isFile()) throw new AppError('refused', '拖入的不是文件；请选择文件。')
      return stage(path)
    },
    stageBytes: async (name, given) => {
      const bytes = z
        .instanceof(Uint8Array)
        .refine((value) => value.byteLength <= MAX_PASTED_BYTES)
        .parse(given)
      const shown = fileName(z.string().parse(name))
      const path = await app.staging.newPath('')
      await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
      return { token: app.staging.add({ path, name: shown, isOwn: true }), name: shown }
    },
    saveFile: async (token, name) => {
      const { path } = app.staging.get(z.string().parse(token))
      const target = await dialogs.saveAs(fileName(z.string().parse(name)))
      if (target === null) return false
      return save(app, path, target, z.string().parse(token), dialogs)
    },
  }
}

async function save(app: App, from: string, to: string, token: string, dialogs: Dialogs): Promise<boolean> {
  try {
    await writeOut(to, { copyOf: from })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    await dialogs.showError(error.message)
    return false
  }
  await app.staging.drop(token)
  return true
}
