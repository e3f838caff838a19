/** Reads one file of a published case. Whatever the file is, the answer comes within seconds: the case, or one Chinese sentence. */
import { createHash } from 'node:crypto'
import { constants, type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pathText } from '../../shared/import/field-words.ts'
import { parsePublishedCase } from '../../shared/import/parse.ts'
import type { PublishedCase } from '../../shared/import/published.ts'
import { scanJson } from '../../shared/import/scan.ts'
import { decodeText } from './decode.ts'

/** The largest real case has 50 kB. */
export const MAX_BYTES = 32 * 1024 * 1024

export type ReadOptions = {
  /** name to show instead of the base name of the path (a staged file has another one) */
  readonly name?: string
  readonly maxBytes?: number
}

export type ReadCase =
  | { readonly ok: true; readonly value: PublishedCase; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly ok: false; readonly message: string }

type Failed = { readonly ok: false; readonly message: string }
type Bytes = { readonly ok: true; readonly bytes: Uint8Array } | Failed

/** The case of a file. The sentence of a refusal begins with the name of the file. */
export async function readPublishedFile(path: string, options: ReadOptions = {}): Promise<ReadCase> {
  const name = options.name ?? basename(path)
  const refused = (sentence: string): Failed => ({ ok: false, message: `${name}：${sentence}` })
  const read = await readBytes(path, options.maxBytes ?? MAX_BYTES)
  if (!read.ok) return refused(read.message)
  const decoded = decodeText(read.bytes)
  if (!decoded.ok) return refused(decoded.message)
  const json = parseJson(decoded.text)
  if (!json.ok) return refused(json.message)
  const parsed = parsePublishedCase(json.value)
  if (!parsed.ok) return refused(parsed.message)
  return {
    ok: true,
    value: parsed.value,
    bytes: read.bytes,
    sha256: createHash('sha256').update(read.bytes).digest('hex'),
  }
}

/** Opened without waiting, so that a pipe does not hang, and judged by the open file, so that it cannot be exchanged in between. */
async function readBytes(path: string, maxBytes: number): Promise<Bytes> {
  const refused = (message: string): Failed => ({ ok: false, message })
  let handle: FileHandle
  try {
    // Windows has no O_NONBLOCK
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    return refused(openSentence(error))
  }
  try {
    const stat = await handle.stat()
    if (stat.isDirectory()) return refused('这是文件夹，请选择其中的案例文件（.json）。')
    if (!stat.isFile()) return refused('不是普通文件（可能是管道或设备），无法导入。')
    if (stat.size === 0) return refused('文件是空的，请重新取得文件。')
    if (stat.size > maxBytes)
      return refused(
        `文件有${megabytes(stat.size)}，超过案例文件的上限${megabytes(maxBytes)}，请确认选择的是案例文件。`,
      )
    return { ok: true, bytes: await readAll(handle, stat.size) }
  } catch (error) {
    return refused(readSentence(error))
  } finally {
    await handle.close()
  }
}

/** At most `size` bytes, also when the file grows meanwhile. */
async function readAll(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size)
  let length = 0
  while (length < size) {
    const { bytesRead } = await handle.read(bytes, length, size - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}

type ParsedJson = { readonly ok: true; readonly value: unknown } | Failed

function parseJson(text: string): ParsedJson {
  const { problem, openAt } = scanJson(text)
  if (problem !== null) return { ok: false, message: problem }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, message: openAt ? brokenSentence(text, pathText(openAt)) : syntaxSentence(error) }
  }
}

function brokenSentence(text: string, path: string): string {
  const line = text.split('\n').length
  const place = path === '' ? '' : `（${path}）`
  return `文件不完整，内容在第${line}行${place}中断，请重新取得文件。`
}

function syntaxSentence({ message }: SyntaxError): string {
  const place = /line (\d+) column (\d+)/.exec(message)
  return `文件不是有效的 JSON${place ? `（第${place[1]}行第${place[2]}列有误）` : ''}，请选择案例文件（.json）。`
}

function openSentence(error: unknown): string {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return '没有找到这个文件，可能已被移走或改名。'
  if (code === 'ELOOP') return '文件是循环的链接，打不开。'
  if (code === 'ENXIO') return '不是普通文件（可能是管道或设备），无法导入。'
  if (code === 'ENAMETOOLONG') return '文件路径过长，请把文件移到别处后再导入。'
  return readSentence(error)
}

function readSentence(error: unknown): string {
  const code = codeOf(error)
  if (code === 'EACCES' || code === 'EPERM') return '没有权限读取这个文件，请检查文件权限。'
  if (code === 'EISDIR') return '这是文件夹，请选择其中的案例文件（.json）。'
  if (code === 'EBUSY') return '文件正被别的程序占用，请关闭后再导入。'
  if (code !== undefined) return `文件读取失败（${code}），请检查磁盘或重新取得文件。`
  throw error
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function megabytes(bytes: number): string {
  const value = bytes / 1024 / 1024
  return `${Number.isInteger(value) ? value : value.toFixed(1)} MB`
}
