/**
 * `npm start`: the desktop app where Electron can run, otherwise the same app in the browser. Whatever is missing on this
 * computer, the user gets a window or an address, and never a stack trace.
 */
import { resolve } from 'node:path'
import { hasDisplay, portOf, runInBrowser } from './browser.ts'
import { ensureBuilt } from './build.ts'
import { createCommand, dataOption, endOf } from './command-line.ts'
import { fetchElectron, findElectron, runElectron } from './electron-runtime.ts'
import { userPath } from './write-out.ts'

type StartOptions = {
  readonly data?: string
  readonly port: number
  readonly open: boolean
  readonly browser?: boolean
}

const root = resolve(import.meta.dirname, '..', '..', '..')

async function start(options: StartOptions): Promise<void> {
  const data = options.data === undefined ? undefined : userPath(options.data)
  await ensureBuilt(root)
  const reason = options.browser === true ? '在浏览器中打开：' : await openDesktop(data)
  if (reason === undefined) return
  await runInBrowser({ data: options.data, port: options.port, mayOpenBrowser: options.open, reason })
}

/** Runs the desktop app. Returns why the browser must be used instead, or undefined when the app has run. */
async function openDesktop(data: string | undefined): Promise<string | undefined> {
  if (!hasDisplay()) return '没有图形界面，已改用浏览器方式，地址：'
  // Chromium refuses its sandbox to root, and we do not run without it
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return '以 root 身份不能打开桌面窗口，已改用浏览器，地址：'
  const program = findElectron(root) ?? (await fetched())
  if (program === undefined) return '没有取得 Electron 运行环境，已改用浏览器，地址：'
  const code = await runElectron(program, [root, ...(data === undefined ? [] : ['--data', data])])
  if (code === 'broken') return 'Electron 不能在这台计算机上运行，已改用浏览器，地址：'
  process.exitCode = code
  return undefined
}

async function fetched(): Promise<string | undefined> {
  console.error('正在获取 Electron 运行环境，最多等 20 秒……')
  return (await fetchElectron(root)) ? findElectron(root) : undefined
}

try {
  await createCommand('start', '打开案卷')
    .addOption(dataOption())
    .option('--port <端口>', '用浏览器打开时监听的端口；不写时任选一个空闲的', portOf, 0)
    .option('--browser', '不用桌面窗口，直接用浏览器打开')
    .option('--no-open', '用浏览器打开时只显示地址')
    .action(start)
    .parseAsync(process.argv)
} catch (error) {
  const { sentence, code } = endOf(error)
  if (sentence !== null) console.error(sentence)
  process.exitCode = code
}
