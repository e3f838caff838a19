/** The window and what its page may not do. Decisions are in security.ts; here they are only installed. */
import { BrowserWindow, Menu, type Session, type WebContents } from 'electron'
import { menuTemplate, textMenuTemplate } from './menu.ts'
import { APP_URL, isAppUrl, mayLoad } from './security.ts'

export function createWindow(options: {
  readonly preload: string
  readonly icon: string
  readonly canDebug: boolean
}): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 680,
    show: false,
    title: '案卷',
    icon: options.icon,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: options.canDebug,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(APP_URL)
  return window
}

/** Every page, whoever made it: no other address, no new window, no embedded browser. */
export function guardContents(contents: WebContents): void {
  const refuseForeign = (event: { preventDefault: () => void; url: string }) => {
    if (!isAppUrl(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', refuseForeign)
  contents.on('will-frame-navigate', refuseForeign)
  contents.on('will-redirect', refuseForeign)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const template = textMenuTemplate(isEditable, selectionText !== '')
    if (template.length > 0) Menu.buildFromTemplate([...template]).popup()
  })
}

/** No permission, no device, no download, no network: everything the page needs comes from `app:`. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, done) => done(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, done) => done({ cancel: !mayLoad(url) }))
}

export function installMenu(isMac: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(isMac)]))
}
