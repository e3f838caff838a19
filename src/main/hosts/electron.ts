/** The desktop app: one process, one window, one library. Kept dull, because not every machine can run it in a test. */
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { type BrowserWindow, dialog, app as electron, ipcMain, protocol, session } from 'electron'
import type { App } from '../app.ts'
import { serveAttachment } from './attachment.ts'
import { endOf } from './command-line.ts'
import { type Dialogs, desktopHandlers } from './dialogs.ts'
import { openApp } from './open-app.ts'
import { prepareStart, type Start } from './options.ts'
import { APP_SCHEME, isTrustedSender } from './security.ts'
import { type Answer, type Assets, listAssets, refusal, serveAsset } from './serve.ts'
import { userPlaces } from './user-folders.ts'
import { createWindow, guardContents, guardSession, installMenu } from './window.ts'

electron.enableSandbox()
electron.setPath('userData', join(userPlaces().data, 'window'))
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])
electron.on('web-contents-created', (_event, contents) => guardContents(contents))

const cli = process.argv.indexOf('--cli')
if (cli >= 0) void runPackagedCli(process.argv.slice(cli + 1))
else if (electron.requestSingleInstanceLock()) void boot()
else electron.quit()

/** The package has no node of its own: `案卷.exe --cli case list`. */
async function runPackagedCli(args: readonly string[]): Promise<void> {
  const { runCli } = await import('./cli-program.ts')
  await runCli(args)
  electron.exit(Number(process.exitCode ?? 0))
}

async function boot(): Promise<void> {
  await electron.whenReady()
  try {
    const flag = process.argv.indexOf('--data')
    const start = prepareStart('electron', flag < 0 ? undefined : process.argv[flag + 1])
    run(start, openApp(start.options))
    if (start.notice !== null) dialog.showErrorBox('案卷', start.notice)
  } catch (error) {
    dialog.showErrorBox('案卷没有打开', endOf(error).sentence ?? '')
    electron.exit(1)
  }
}

function run(start: Start, app: App): void {
  const { cacheDir, resourcesDir } = start.options.program
  const assets = listAssets(start.rendererDir, resourcesDir)
  guardSession(session.defaultSession)
  protocol.handle(APP_SCHEME, async (request) => toResponse(await serve(app, cacheDir, assets, request)))
  installMenu(process.platform === 'darwin')
  const window = createWindow({
    preload: join(start.rendererDir, '..', 'preload', 'preload.cjs'),
    icon: join(resourcesDir, 'icon.png'),
    canDebug: !electron.isPackaged,
  })
  for (const [channel, handler] of Object.entries(desktopHandlers(app, nativeDialogs(window))))
    ipcMain.handle(channel, (event, ...args: unknown[]) => {
      if (!isTrustedSender(event.senderFrame, window.webContents.mainFrame)) throw new Error('untrusted sender')
      return handler(...args)
    })
  electron.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  electron.on('window-all-closed', () => electron.quit())
  electron.once('will-quit', (event) => {
    event.preventDefault()
    void app.close().finally(() => electron.exit(0))
  })
}

/** Only reading: every call goes over IPC, because bodies of requests to own schemes have a history of defects. */
async function serve(app: App, cacheDir: string, assets: Assets, request: Request): Promise<Answer> {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.host !== 'case') return refusal(405, 'refused', '不支持这种请求。')
  return url.pathname.startsWith('/file/')
    ? serveAttachment(app, cacheDir, url.pathname, url.searchParams)
    : serveAsset(assets, url.pathname)
}

function toResponse({ status, headers, body }: Answer): Response {
  // the types of Node's and the DOM's streams differ in name only
  const content =
    body instanceof Readable ? (Readable.toWeb(body) as ReadableStream<Uint8Array>) : body && new Uint8Array(body)
  return new Response(content, { status, headers: { ...headers } })
}

function nativeDialogs(window: BrowserWindow): Dialogs {
  return {
    openFiles: async ({ isMultiple, extensions }) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        properties: isMultiple ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: extensions.length === 0 ? [] : [{ name: '可选文件', extensions: [...extensions] }],
      })
      return filePaths
    },
    openFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] })
      return filePaths[0] ?? null
    },
    saveAs: async (name) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: name })
      return canceled || filePath === '' ? null : filePath
    },
    showError: async (sentence) => {
      await dialog.showMessageBox(window, { type: 'error', title: '案卷', message: sentence })
    },
  }
}
