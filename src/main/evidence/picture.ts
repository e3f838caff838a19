/** What a picture says of itself, and whether a report can show it. */
import { readFile } from 'node:fs/promises'
import ExifReader from 'exifreader'
import { takenAtOf } from './taken-at.ts'

/** Pictures that every writer of reports can read once they are decoded. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/gif'])
const HEIC: ReadonlySet<string> = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'])

/** One sentence when no report can show the picture; null when it can. The original is kept in both cases. */
export async function notShown(path: string, name: string, type: string): Promise<string | null> {
  if (HEIC.has(type))
    return `“${name}”是 HEIC 照片，原件已保存，但不能写入报告；请在手机或电脑上转为 JPG 后再添加一份。`
  if (!PICTURES.has(type)) return `“${name}”的图片格式不能写入报告，原件已保存；请另存为 JPG 或 PNG 后再添加一份。`
  return (await canDecode(path))
    ? null
    : `“${name}”打不开，可能已损坏，原件已按原样保存，但不能写入报告；请重新取得后再添加一份。`
}

/** All of it is decoded, as for print: a picture that was cut off has a good beginning. */
async function canDecode(path: string): Promise<boolean> {
  const { default: sharp } = await import('sharp')
  return sharp(path, { failOn: 'error' })
    .resize(64, 64, { fit: 'inside' })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    )
}

/** Time and device of a photograph for the case file; they never reach a report. */
export async function pictureMeta(path: string): Promise<{ takenAt: string | null; device: string | null }> {
  try {
    const tags = ExifReader.load(await readFile(path), { expanded: true }).exif
    const device = [tags?.Make?.description, tags?.Model?.description].filter((part) => part).join(' ')
    return {
      takenAt: takenAtOf(tags?.DateTimeOriginal?.description),
      device: device === '' ? null : device.slice(0, 200),
    }
  } catch {
    // a picture without readable metadata is a picture all the same
    return { takenAt: null, device: null }
  }
}
