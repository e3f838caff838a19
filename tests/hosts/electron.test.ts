import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../src/main/hosts/security.ts'
import { z } from '../../src/shared/schema.ts'
import * as electron from '../support/electron.ts'

const Staged = z.object({ token: z.string() })

let dir: string
const argv = process.argv

/** Boots the real desktop host; only Chromium is played by the test. */
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'anjuan-electron-'))
  process.argv = ['electron', '.', '--data', join(dir, 'library')]
  await import('../../src/main/hosts/electron.ts')
  await vi.waitFor(() => expect(electron.ipcMain.handlers.size).toBeGreaterThan(0))
})

afterAll(async () => {
  process.argv = argv
  await rm(dir, { recursive: true, force: true })
})

const window = () => {
  const [made] = electron.BrowserWindow.made
  if (made === undefined) throw new Error('no window')
  return made
}

const ask = (channel: string, ...args: unknown[]): unknown =>
  electron.ipcMain.handlers.get(channel)?.({ senderFrame: window().webContents.mainFrame }, ...args)

const load = (url: string, init?: RequestInit) => {
  const handler = electron.protocol.handlers.get('app')
  if (handler === undefined) throw new Error('no protocol')
  return handler(new Request(url, init))
}

describe('before a window is made', () => {
  test('the sandbox is on for every process, and one copy runs', () => {
    const names = electron.log.map(([name]) => name)
    expect(names.indexOf('enableSandbox')).toBeLessThan(names.indexOf('ready'))
    expect(names.indexOf('registerSchemesAsPrivileged')).toBeLessThan(names.indexOf('ready'))
    expect(names.indexOf('requestSingleInstanceLock')).toBeLessThan(names.indexOf('ready'))
  })

  test('our scheme is a secure origin that bypasses nothing', () => {
    expect(electron.log.find(([name]) => name === 'registerSchemesAsPrivileged')?.[1]).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ])
  })
})

describe('the window', () => {
  test('is sandboxed and isolated, without node, webview and developer tools', () => {
    expect(electron.BrowserWindow.made).toHaveLength(1)
    expect(window().options.webPreferences).toEqual({
      preload: expect.stringMatching(/preload\.cjs$/),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    })
    expect(electron.log).toContainEqual(['loadURL', 'app://case/'])
  })

  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s to another address is stopped', (name) => {
    const preventDefault = vi.fn()
    window().webContents.emit(name, { preventDefault, url: 'app://case/#/x' })
    expect(preventDefault).not.toHaveBeenCalled()
    for (const url of ['https://evil.example/', 'file:///etc/passwd', 'app://case.evil/'])
      window().webContents.emit(name, { preventDefault, url })
    expect(preventDefault).toHaveBeenCalledTimes(3)
  })

  test('opens no window and embeds no browser', () => {
    const open = electron.installed.get('windowOpen')
    expect(open?.({ url: 'app://case/' })).toEqual({ action: 'deny' })
    const preventDefault = vi.fn()
    window().webContents.emit('will-attach-webview', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
  })

  test('gets no permission, no device, no download and no network', () => {
    const grant = vi.fn()
    electron.installed.get('permissionRequest')?.({}, 'media', grant)
    expect(grant).toHaveBeenCalledWith(false)
    expect(electron.installed.get('permissionCheck')?.({}, 'geolocation')).toBe(false)
    expect(electron.installed.get('devicePermission')?.({ deviceType: 'usb' })).toBe(false)
    const preventDefault = vi.fn()
    electron.session.defaultSession.emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()
    const decide = vi.fn()
    for (const url of ['https://evil.example/', 'app://case/index.html'])
      electron.installed.get('beforeRequest')?.({ url }, decide)
    expect(decide.mock.calls).toEqual([[{ cancel: true }], [{ cancel: false }]])
  })

  test('has a menu without reload and developer tools', () => {
    const menu = JSON.stringify(electron.log.find(([name]) => name === 'setApplicationMenu')?.[1])
    expect(menu).toContain('粘贴')
    expect(menu).not.toMatch(/reload|devtools|debug/i)
  })
})

describe('calls', () => {
  test('of the page are answered by the dispatcher', async () => {
    expect(await ask('call', 'library.status', {})).toMatchObject({ ok: true, value: { host: 'electron' } })
    expect(await ask('call', '__proto__', {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
  })

  test('of frames and foreign pages are thrown out on every channel', () => {
    const frames = [null, { url: 'app://case/' }, { url: 'https://evil.example/' }]
    expect(electron.ipcMain.handlers.size).toBe(6)
    for (const [channel, handler] of electron.ipcMain.handlers)
      for (const senderFrame of frames)
        expect(() => handler({ senderFrame }, 'library.status', {}), channel).toThrow('untrusted')
  })

  test('with arguments of the wrong kind are thrown out', async () => {
    await expect(async () => ask('call', { toString: () => 'library.status' }, {})).rejects.toThrow()
    await expect(async () => ask('pickFiles', { isMultiple: true, extensions: ['../x'] })).rejects.toThrow()
    await expect(async () => ask('stageBytes', 'a', 'text')).rejects.toThrow()
    await expect(async () => ask('saveFile', 'unknown', 'a')).rejects.toThrow('失效')
  })
})

describe('files', () => {
  test('picked, dropped and pasted ones become tokens without a path', async () => {
    const path = join(dir, '现场.txt')
    await writeFile(path, 'site')
    electron.answers.openPaths = [path]
    const picked = await ask('pickFiles', { isMultiple: true, extensions: [] })
    const dropped = await ask('stageFile', path)
    const pasted = await ask('stageBytes', '../截图.png', new Uint8Array([1, 2, 3]))
    expect(picked).toEqual([{ token: expect.any(String), name: '现场.txt' }])
    expect(dropped).toEqual({ token: expect.any(String), name: '现场.txt' })
    expect(pasted).toEqual({ token: expect.any(String), name: '截图.png' })
    expect(JSON.stringify([picked, dropped, pasted])).not.toContain(dir)
    await expect(async () => ask('stageFile', dir)).rejects.toThrow('不是文件')
  })

  test('a finished one is saved where the user says, once', async () => {
    const { token } = Staged.parse(await ask('stageBytes', '报告.docx', new Uint8Array([7])))
    electron.answers.savePath = ''
    expect(await ask('saveFile', token, '报告.docx')).toBe(false)
    electron.answers.savePath = join(dir, 'missing', '报告.docx')
    expect(await ask('saveFile', token, '报告.docx')).toBe(false)
    expect(electron.log.at(-1)).toEqual([
      'showMessageBox',
      expect.objectContaining({ message: expect.stringContaining('不存在') }),
    ])
    electron.answers.savePath = join(dir, '报告.docx')
    expect(await ask('saveFile', token, '报告.docx')).toBe(true)
    expect([...(await readFile(electron.answers.savePath))]).toEqual([7])
    await expect(async () => ask('saveFile', token, '报告.docx')).rejects.toThrow('失效')
  })

  test('our scheme serves the page and attachments only, with the policy', async () => {
    const font = await load('app://case/fonts/FandolKai-Regular.otf')
    expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/otf'])
    await font.body?.cancel()
    const missing = await load('app://case/missing.js')
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
    for (const url of ['app://case/..%2f..%2fpackage.json', 'app://case/file/x', `app://case/file/${'a'.repeat(64)}`])
      expect((await load(url)).status).toBe(404)
    expect((await load('app://evil/')).status).toBe(405)
    expect((await load('app://case/call/library.status', { method: 'POST', body: '{}' })).status).toBe(405)
  })
})

describe('the preload script', () => {
  test('shows questions with answers, and nothing of Electron', async () => {
    await import('../../src/main/hosts/preload.ts')
    const host = electron.exposed.get('host') ?? {}
    expect([...electron.exposed.keys()]).toEqual(['host'])
    expect(Object.keys(host).sort()).toEqual(['call', 'kind', 'pickFiles', 'pickFolder', 'saveFile', 'stageFile'])
    for (const name of Object.keys(host)) if (name !== 'kind') expect(host[name]).toBeTypeOf('function')
    expect(await readFile(join(import.meta.dirname, '../../src/main/hosts/preload.ts'), 'utf8')).not.toMatch(
      /\bon\(|send\(/,
    )
  })
})

describe('a second start and the end', () => {
  test('brings the window to the front', () => {
    electron.app.emit('second-instance')
    expect(electron.log.slice(-2)).toEqual([['restore'], ['focus']])
  })

  test('a save that is under way is finished before the library closes', async () => {
    const saving = ask('call', 'library.setUp', {
      bureau: { name: '汀泽市应急管理局', level: 'city', province: null, city: '汀泽市', district: null },
      userName: '调查员',
      position: null,
    })
    electron.app.emit('will-quit', { preventDefault: () => undefined })
    await vi.waitFor(() => expect(electron.log.at(-1)).toEqual(['exit', 0]))
    expect(await saving).toMatchObject({ ok: true })
    await expect(access(join(dir, 'library', 'anjuan.db-wal'))).rejects.toThrow()
  })
})
