/** The app in the browser: opens the library, starts the loopback host, says where, and stays until Ctrl+C. */
import { spawn } from 'node:child_process'
import { AppError } from '../../shared/result.ts'
import { createCommand, dataOption, endOf } from './command-line.ts'
import { closeOnSignal, prepareStart } from './options.ts'
import { startWebHost } from './web.ts'
import { userPath } from './write-out.ts'

export type BrowserOptions = {
  readonly data: string | undefined
  readonly port: number
  readonly mayOpenBrowser: boolean
  /** what stands before the address: why the browser is used */
  readonly reason: string
}

export async function runInBrowser(options: BrowserOptions): Promise<void> {
  const start = prepareStart('browser', options.data === undefined ? undefined : userPath(options.data))
  const { openApp } = await import('./open-app.ts')
  const app = openApp(start.options)
  const { cacheDir, resourcesDir } = start.options.program
  const { rendererDir } = start
  const host = await startWebHost({ app, rendererDir, resourcesDir, cacheDir, port: options.port }).catch(
    async (error: unknown) => {
      await app.close()
      throw isTaken(error)
        ? new AppError('refused', `端口 ${options.port} 已被占用；请换一个端口，或者不写 --port。`)
        : error
    },
  )
  if (start.notice !== null) console.error(start.notice)
  console.log(`${options.reason}${host.url}`)
  if (options.mayOpenBrowser && hasDisplay()) openBrowser(host.launchUrl())
  closeOnSignal(async () => {
    await host.close()
    await app.close()
  })
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
}

/** Whether a window can be opened at all. */
export function hasDisplay(platform = process.platform, environment: NodeJS.ProcessEnv = process.env): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** A convenience: the address was printed, so a browser that does not come up is no error. */
function openBrowser(url: string): void {
  const [command, args] = openCommand(url)
  const child = spawn(command, args, { detached: true, stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}

function openCommand(url: string): readonly [command: string, args: string[]] {
  if (process.platform === 'darwin') return ['open', [url]]
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return ['xdg-open', [url]]
}

/** `node src/main/hosts/web.ts --data DIR [--port N] [--no-open]` */
export async function runWeb(argv: readonly string[]): Promise<void> {
  try {
    const command = createCommand('web', '在浏览器中打开案卷（仅本机可以访问）')
      .addOption(dataOption())
      .option('--port <端口>', '监听的端口；不写时任选一个空闲的', portOf, 0)
      .option('--no-open', '只显示地址，不打开浏览器')
      .action((options: { data?: string; port: number; open: boolean }) =>
        runInBrowser({ data: options.data, port: options.port, mayOpenBrowser: options.open, reason: '' }),
      )
    await command.parseAsync([...argv])
  } catch (error) {
    const { sentence, code } = endOf(error)
    if (sentence !== null) console.error(sentence)
    process.exitCode = code
  }
}

export function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new AppError('invalid-input', `端口“${text}”不正确；应为 0 到 65535 的整数。`)
  return port
}
