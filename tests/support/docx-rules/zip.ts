/** A strict reader of ZIP packages: what it does not understand, or what a streaming reader would stumble over, is reported. */
import { crc32, inflateRawSync } from 'node:zlib'

export type ZipPart = { readonly name: string; readonly data: Buffer }
export type ZipReport = { readonly parts: readonly ZipPart[]; readonly problems: readonly string[] }

const LOCAL = 0x04034b50
const DIRECTORY = 0x02014b50
const END = 0x06054b50

export function readZip(bytes: Buffer): ZipReport {
  const problems: string[] = []
  const parts: ZipPart[] = []
  const stamps = new Set<number>()
  const end = bytes.length - 22
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Error('no end record where the file ends')
  const count = bytes.readUInt16LE(end + 10)
  let entry = bytes.readUInt32LE(end + 16)
  let expected = 0
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(entry) !== DIRECTORY) throw new Error(`entry ${index} is not in the directory`)
    const field = (at: number) => bytes.readUInt16LE(entry + at)
    const long = (at: number) => bytes.readUInt32LE(entry + at)
    const [flags, method, crc, packed, size] = [field(8), field(10), long(16), long(20), long(24)]
    const [nameLength, extra, comment, offset] = [field(28), field(30), field(32), long(42)]
    const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength)
    stamps.add(long(12))
    if (bytes.readUInt32LE(offset) !== LOCAL) throw new Error(`${name}: no local header`)
    if (offset !== expected) problems.push(`${name}: bytes before it belong to no entry`)
    const isLocalEqual =
      bytes.readUInt16LE(offset + 6) === flags &&
      bytes.readUInt16LE(offset + 8) === method &&
      bytes.readUInt32LE(offset + 14) === crc &&
      bytes.readUInt32LE(offset + 18) === packed &&
      bytes.readUInt32LE(offset + 22) === size
    if (!isLocalEqual) problems.push(`${name}: local header and directory differ`)
    if ((flags & 8) !== 0) problems.push(`${name}: sizes stand behind the data`)
    if (name.startsWith('/') || name.includes('..') || name.includes('\\') || name.endsWith('/'))
      problems.push(`${name}: not a name of a part`)
    if (method !== 0 && method !== 8) problems.push(`${name}: method ${method} is not allowed in a package`)
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    const raw = bytes.subarray(start, start + packed)
    const data = method === 8 ? inflateRawSync(raw) : raw
    if (crc32(data) !== crc || data.length !== size) problems.push(`${name}: damaged`)
    parts.push({ name, data })
    expected = start + packed
    entry += 46 + nameLength + extra + comment
  }
  if (stamps.size > 1) problems.push('entries carry different times')
  if (parts[0]?.name !== '[Content_Types].xml') problems.push('content types do not come first')
  if (new Set(parts.map((part) => part.name.toLowerCase())).size < parts.length) problems.push('a name occurs twice')
  return { parts, problems }
}
