/** The program as its users start it: processes of their own, with their own home. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..', '..')

export type Ended = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly ms: number
}

export type RunOptions = {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  readonly stdin?: string
}

/** A script of the repository under the node that runs the tests. `HOME` is a folder of the test. */
export function startScript(
  script: string,
  args: readonly string[],
  home: string,
  { env = {}, cwd = root }: RunOptions = {},
): ChildProcessWithoutNullStreams {
  // what npm, vitest and the desktop of the tester set would change what the program does
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|INIT_CWD|NODE_|VITEST|DISPLAY|WAYLAND|ANJUAN_|XDG_)/.test(name),
  )
  return spawn(process.execPath, [join(root, script), ...args], {
    cwd,
    env: { ...Object.fromEntries(inherited), HOME: home, LOCALAPPDATA: home, ...env },
  })
}

export function runScript(
  script: string,
  args: readonly string[],
  home: string,
  options: RunOptions = {},
): Promise<Ended> {
  const began = performance.now()
  const child = startScript(script, args, home, options)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  child.stdin.end(options.stdin ?? '')
  return new Promise((done) => {
    child.on('close', (code) => done({ code, stdout, stderr, ms: performance.now() - began }))
  })
}

/** `npm run -s anjuan -- ARGS` without npm. */
export const cli = (args: readonly string[], home: string, options: RunOptions = {}) =>
  runScript('src/main/hosts/cli.ts', args, home, options)
