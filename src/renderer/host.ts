/** The way to main: the bridge of the preload script, or the loopback host over fetch. Chosen once, when the page loads. */
import type { Call } from '../shared/contract.ts'
import type { Result } from '../shared/result.ts'

/** A file that main has taken over; the renderer knows its name, never its path. */
export type StagedFile = { readonly token: string; readonly name: string }

export type PickOptions = {
  readonly isMultiple: boolean
  /** endings without the dot: `['json']`; empty = all */
  readonly extensions: readonly string[]
}

export type Bridge = {
  readonly call: (method: string, input: unknown) => Promise<Result<unknown>>
  /** [] when nothing was chosen */
  readonly pickFiles: (options: PickOptions) => Promise<readonly StagedFile[]>
  /** a dropped file, or a pasted one that has no path */
  readonly stageFile: (file: File) => Promise<StagedFile>
  /** null when nothing was chosen */
  readonly pickFolder: () => Promise<string | null>
  /** asks where, writes the finished file of a job; false when the user thought better of it */
  readonly saveFile: (token: string, name: string) => Promise<boolean>
}

declare global {
  // a global can only be declared by interface
  interface Window {
    readonly host?: Bridge
  }
}

const TOKEN_KEY = 'anjuan.token'

/** The token of the loopback host comes in the fragment, so that it is never sent in an address; it leaves the address at once. */
function takeToken(): string {
  const given = /[#&](?:t|token)=([A-Za-z0-9_-]+)/.exec(location.hash)?.[1]
  if (given !== undefined) {
    sessionStorage.setItem(TOKEN_KEY, given)
    history.replaceState(null, '', `${location.pathname}${location.search}#/`)
  }
  return sessionStorage.getItem(TOKEN_KEY) ?? ''
}

const bridge = window.host
const token = bridge ? '' : takeToken()
const authorised: Record<string, string> = bridge ? {} : { authorization: `Bearer ${token}` }

/** A window closes while its last save is on the way: `keepalive` lets it arrive. Browsers allow it up to 64 KiB. */
const KEEPALIVE_BYTES = 60_000

async function post(method: string, input: unknown): Promise<Result<unknown>> {
  const body = JSON.stringify(input)
  try {
    const response = await fetch(`/call/${method}`, {
      method: 'POST',
      headers: { ...authorised, 'content-type': 'application/json' },
      body,
      keepalive: body.length * 3 < KEEPALIVE_BYTES,
    })
    if (response.headers.get('content-type')?.startsWith('application/json')) return await response.json()
    return lost(
      response.status === 403 || response.status === 401
        ? '这个页面的访问口令已失效；请从程序给出的地址重新打开。'
        : `程序没有正确回应（${response.status}）；请重试，仍不行时重新启动案卷。`,
    )
  } catch {
    return lost('与本机的案卷程序失去联系；请确认它仍在运行，然后重试。')
  }
}

const lost = (message: string): Result<never> => ({ ok: false, error: { code: 'internal', message } })

async function send(method: string, input: unknown): Promise<Result<unknown>> {
  if (!bridge) return post(method, input)
  try {
    return await bridge.call(method, input)
  } catch {
    return lost('界面与案卷程序失去联系；请重新启动案卷。')
  }
}

/** Any method by its name; used where the table is a parameter. Inputs are checked in main. */
export const callByName = send

/** One method of the contract. */
// the dispatcher answers with the output of the method that was asked
export const call: Call = send as Call

/** Hands a dropped or pasted file to main. Throws a sentence. */
export async function stageFile(file: File): Promise<StagedFile> {
  if (bridge) return bridge.stageFile(file)
  const response = await fetch(`/stage?name=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    headers: { ...authorised, 'content-type': 'application/octet-stream' },
    body: file,
  })
  const answer: Result<StagedFile> = await response.json()
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

/** Lets the user choose files; each becomes a token. */
export async function pickFiles(options: PickOptions): Promise<readonly StagedFile[]> {
  if (bridge) return bridge.pickFiles(options)
  const files = await askForFiles(options)
  const staged: StagedFile[] = []
  for (const file of files) staged.push(await stageFile(file))
  return staged
}

function askForFiles({ isMultiple, extensions }: PickOptions): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = isMultiple
    input.accept = extensions.map((extension) => `.${extension}`).join(',')
    input.addEventListener('change', () => resolve([...(input.files ?? [])]))
    input.addEventListener('cancel', () => resolve([]))
    input.click()
  })
}

/** A folder by the native dialog; in the browser there is none: `canPickFolder` is false and the path is typed. */
export const canPickFolder = bridge !== undefined
export const pickFolder = async (): Promise<string | null> => (bridge ? bridge.pickFolder() : null)

/** Saves the finished file of a job where the user wants it. */
export async function saveFile(jobFileToken: string, name: string): Promise<boolean> {
  if (bridge) return bridge.saveFile(jobFileToken, name)
  const response = await fetch(`/download/${jobFileToken}`, { headers: authorised })
  if (!response.ok) throw new Error(`没有取到“${name}”，请重新导出。`)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}

/** A stored file as a blob address, at full size or scaled down; the caller revokes it. */
export async function fileAddress(sha256: string, thumb?: number): Promise<string> {
  const response = await fetch(`/file/${sha256}${thumb === undefined ? '' : `?thumb=${thumb}`}`, {
    headers: authorised,
  })
  if (!response.ok) throw new Error('没有取到这个文件；可能已损坏，请用“检查案卷库”核对。')
  return URL.createObjectURL(await response.blob())
}
