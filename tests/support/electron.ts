/**
 * `electron` for tests: records what the desktop host installs and lets tests play Chromium. The only mock of the project,
 * because the runtime is not on every machine.
 */
type Handler = (...args: unknown[]) => unknown

const recorder = () => {
  const handlers = new Map<string, Handler[]>()
  const on = (name: string, handler: Handler) => {
    handlers.set(name, [...(handlers.get(name) ?? []), handler])
  }
  const emit = (name: string, ...args: unknown[]) => {
    for (const handler of handlers.get(name) ?? []) handler(...args)
  }
  return { handlers, on, once: on, emit }
}

/** What happened outside of events: `['enableSandbox']`, `['exit', 1]`, in order. */
export const log: (readonly unknown[])[] = []
const note =
  (name: string) =>
  (...args: unknown[]) => {
    log.push([name, ...args])
  }

export const app = {
  ...recorder(),
  isPackaged: true,
  enableSandbox: note('enableSandbox'),
  setPath: note('setPath'),
  requestSingleInstanceLock: () => {
    log.push(['requestSingleInstanceLock'])
    return true
  },
  whenReady: async () => {
    log.push(['ready'])
  },
  quit: note('quit'),
  exit: note('exit'),
}

export const protocol = {
  registerSchemesAsPrivileged: note('registerSchemesAsPrivileged'),
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) => {
    protocol.handlers.set(scheme, handler)
  },
}

export const ipcMain = {
  handlers: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) => {
    ipcMain.handlers.set(channel, handler)
  },
}

/** Installed deciders of the default session by the name of their setter. */
export const installed = new Map<string, Handler>()
const install = (name: string) => (handler: Handler) => {
  installed.set(name, handler)
}

export const session = {
  defaultSession: {
    ...recorder(),
    setPermissionRequestHandler: install('permissionRequest'),
    setPermissionCheckHandler: install('permissionCheck'),
    setDevicePermissionHandler: install('devicePermission'),
    webRequest: { onBeforeRequest: install('beforeRequest') },
  },
}

export const mockContents = () => ({
  ...recorder(),
  mainFrame: { url: 'app://case/' },
  setWindowOpenHandler: install('windowOpen'),
})

export class BrowserWindow {
  static readonly made: BrowserWindow[] = []
  readonly webContents = mockContents()
  readonly once = () => undefined
  readonly show = note('show')
  readonly focus = note('focus')
  readonly restore = note('restore')
  readonly isMinimized = () => true
  readonly loadURL = async (url: string) => {
    log.push(['loadURL', url])
  }
  readonly options: Readonly<Record<string, unknown>>

  constructor(options: Readonly<Record<string, unknown>>) {
    this.options = options
    BrowserWindow.made.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
}

/** What the user answers in the next dialogs. */
export const answers = { openPaths: [] as string[], savePath: '' }

export const dialog = {
  showErrorBox: note('showErrorBox'),
  showMessageBox: async (_window: unknown, options: unknown) => {
    log.push(['showMessageBox', options])
    return { response: 0 }
  },
  showOpenDialog: async (_window: unknown, options: unknown) => {
    log.push(['showOpenDialog', options])
    return { canceled: answers.openPaths.length === 0, filePaths: answers.openPaths }
  },
  showSaveDialog: async (_window: unknown, options: unknown) => {
    log.push(['showSaveDialog', options])
    return { canceled: answers.savePath === '', filePath: answers.savePath }
  },
}

export const Menu = {
  buildFromTemplate: (template: unknown) => ({ template, popup: note('popup') }),
  setApplicationMenu: note('setApplicationMenu'),
}

/** What the preload script shows to the page. */
export const exposed = new Map<string, Readonly<Record<string, unknown>>>()
export const contextBridge = {
  exposeInMainWorld: (name: string, value: Readonly<Record<string, unknown>>) => {
    exposed.set(name, value)
  },
}
export const ipcRenderer = {
  invoke: async (...args: unknown[]) => {
    log.push(['invoke', ...args])
  },
}
export const webUtils = { getPathForFile: (file: { readonly path?: string }) => file.path ?? '' }
