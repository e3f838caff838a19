/** The Electron runtime of a checkout: is it there, can it be fetched soon, does it run here. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A download that takes longer is not waited for; the browser is there at once. */
const FETCH_MS = 20_000
/** A window that is gone this soon, with an error, never came up: a system library is missing, most likely. */
const BROKEN_MS = 10_000

/** Path of the Electron program, or undefined when the runtime is not installed. */
export function findElectron(root: string): string | undefined {
  const home = join(root, 'node_modules', 'electron')
  try {
    const name = readFileSync(join(home, 'path.txt'), 'utf8').trim()
    const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(home, 'dist'), name)
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

/** Lets Electron's own installer fetch the runtime (ELECTRON_MIRROR is its business). False when that did not work in time. */
export async function fetchElectron(root: string, limitMs = FETCH_MS): Promise<boolean> {
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  if (!existsSync(installer)) return false
  const child = spawn(process.execPath, [installer], { cwd: root, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMs)
  const { code } = await ended(child)
  clearTimeout(timer)
  return code === 0
}

/** Runs the app until its window is closed. `broken`: it never came up. */
export async function runElectron(program: string, args: readonly string[]): Promise<number | 'broken'> {
  const began = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'ignore'] })
  // Ctrl+C reaches the child too; it closes the library, and then we end
  const wait = () => undefined
  process.on('SIGINT', wait)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const { code, signal } = await ended(child)
  process.off('SIGINT', wait)
  const isBroken =
    (code === null ? signal !== 'SIGINT' && signal !== 'SIGTERM' : code !== 0) && performance.now() - began < BROKEN_MS
  return isBroken ? 'broken' : (code ?? 0)
}

type End = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

function ended(child: ChildProcess): Promise<End> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }))
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}
