/** What every host does to start: which library, which clock, which folders. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { AppError } from '../../shared/result.ts'
import type { AppOptions } from '../app.ts'
import type { HostKind } from '../context.ts'
import { errorLog } from './error-log.ts'
import { findProgram, libraryMemory, rememberedLibrary } from './places.ts'
import { userPlaces } from './user-folders.ts'

export type Start = {
  readonly options: AppOptions
  readonly rendererDir: string
  /** a sentence to show at the start, when another library than the last one had to be opened */
  readonly notice: string | null
}

/** Throws AppError when the environment is wrong; nothing was opened then. `data` is the folder of `--data`. */
export function prepareStart(host: HostKind, data: string | undefined): Start {
  const clock = clockOf(process.env.ANJUAN_NOW)
  const program = findProgram()
  const places = userPlaces()
  const { dir, notice } = chooseLibrary(data, places.data)
  const cacheDir = makeFolder(places.cache)
  return {
    notice,
    rendererDir: program.rendererDir,
    options: {
      dataDir: dir,
      clock,
      stagingDir: makeStagingDir(),
      checkOutputs: false,
      program: {
        appVersion: program.version,
        host,
        resourcesDir: program.resourcesDir,
        cacheDir,
        useShippedFonts: process.env.ANJUAN_FONTS === 'shipped',
      },
      onInternal: errorLog(places.data, clock, `${program.version} ${host}`),
      // a library named on the command line is for this once
      ...(data === undefined ? libraryMemory(places.data) : {}),
    },
  }
}

/** The library of `--data`, else the one opened last, else the default one. */
function chooseLibrary(data: string | undefined, home: string): { dir: string; notice: string | null } {
  if (data !== undefined) return { dir: resolve(data), notice: null }
  const usual = join(home, '案卷库')
  const last = rememberedLibrary(home)
  if (last === undefined || last === usual) return { dir: usual, notice: null }
  // never made anew: an empty library where the full one should be looks like lost data
  if (existsSync(join(last, 'anjuan.db'))) return { dir: last, notice: null }
  return {
    dir: usual,
    notice: `上次打开的案卷库“${last}”现在找不到（移动硬盘或网络盘可能没有连接），已打开默认案卷库“${usual}”。`,
  }
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/

/** ANJUAN_NOW stops the clock, for documents that can be made again byte for byte. */
export function clockOf(text: string | undefined): () => number {
  if (text === undefined || text === '') return Date.now
  const day = INSTANT.exec(text)?.[1]
  const time = Date.parse(text)
  // Date.parse takes 30 February for 2 March
  if (day === undefined || Number.isNaN(time) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)
    throw new AppError(
      'invalid-input',
      `环境变量 ANJUAN_NOW“${text}”不是时间；应写成 2026-08-04T15:26:00+08:00 的样子。`,
    )
  return () => time
}

/** Without a home that can be written (a service account), the cache lies in the temporary folder. */
function makeFolder(wanted: string): string {
  try {
    mkdirSync(wanted, { recursive: true })
    return wanted
  } catch {
    return mkdtempSync(join(tmpdir(), 'anjuan-cache-'))
  }
}

const STAGING = /^anjuan-staging-(\d+)-/
const DAY_MS = 86_400_000

/** A folder of this process for files on their way in or out; what killed processes left is removed after a day. */
function makeStagingDir(): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = STAGING.exec(name)?.[1]
    if (owner !== undefined && !isAlive(Number(owner))) removeOld(join(tmpdir(), name))
  }
  return mkdtempSync(join(tmpdir(), `anjuan-staging-${process.pid}-`))
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function removeOld(dir: string): void {
  try {
    if (Date.now() - statSync(dir).mtimeMs > DAY_MS) rmSync(dir, { recursive: true, force: true })
  } catch {
    // another user's folder, or another process was faster
  }
}

/** Runs `close` once on Ctrl+C or a polite kill, then ends with 0. */
export function closeOnSignal(close: () => Promise<void>): void {
  let isClosing = false
  const end = () => {
    if (isClosing) return
    isClosing = true
    void close().finally(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
}
