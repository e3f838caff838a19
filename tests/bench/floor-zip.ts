/** The physical floor of a DOCX: the same parts through a bare streaming zip, pictures stored, XML deflated. Nothing else. */
import { open, readFile } from 'node:fs/promises'
import { crc32, deflateRawSync } from 'node:zlib'

export type FloorEntry = { readonly name: string; readonly bytes?: Uint8Array; readonly path?: string }

export async function floorZip(target: string, entries: readonly FloorEntry[]): Promise<void> {
  const file = await open(target, 'w')
  const directory: Buffer[] = []
  let offset = 0
  try {
    for (const entry of entries) {
      const raw = entry.bytes ?? (await readFile(entry.path ?? ''))
      const isStored = entry.path !== undefined
      const data = isStored ? raw : deflateRawSync(raw)
      const name = Buffer.from(entry.name)
      const header = Buffer.alloc(30)
      header.writeUInt32LE(0x04034b50, 0)
      header.writeUInt16LE(20, 4)
      header.writeUInt16LE(isStored ? 0 : 8, 8)
      header.writeUInt16LE(33, 12)
      header.writeUInt32LE(crc32(raw), 14)
      header.writeUInt32LE(data.byteLength, 18)
      header.writeUInt32LE(raw.byteLength, 22)
      header.writeUInt16LE(name.length, 26)
      const central = Buffer.alloc(46)
      central.writeUInt32LE(0x02014b50, 0)
      central.writeUInt16LE(20, 4)
      header.copy(central, 6, 4, 28)
      central.writeUInt32LE(offset, 42)
      directory.push(central, name)
      await file.write(header)
      await file.write(name)
      await file.write(data)
      offset += 30 + name.length + data.byteLength
    }
    const size = directory.reduce((sum, part) => sum + part.length, 0)
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(entries.length, 8)
    end.writeUInt16LE(entries.length, 10)
    end.writeUInt32LE(size, 12)
    end.writeUInt32LE(offset, 16)
    await file.write(Buffer.concat([...directory, end]))
    await file.sync()
  } finally {
    await file.close()
  }
}
