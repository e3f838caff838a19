/** Pictures to go with the sample documents. */
import { join } from 'node:path'
import sharp from 'sharp'
import type { PrintImage } from '../../src/main/report/print-image.ts'

/** A stand-in for a content address: 64 hexadecimal digits. */
export const sha = (index: number): string => index.toString(16).padStart(64, '0')

/** Writes pictures for `figure(1…count)` into a folder; every picture is another one. */
export async function samplePictures(folder: string, count: number): Promise<ReadonlyMap<string, PrintImage>> {
  const images = new Map<string, PrintImage>()
  for (let index = 1; index <= count; index++) {
    const isPng = index % 2 === 0
    const size = { widthPx: 900 + index, heightPx: index % 5 === 0 ? 1200 : 600 }
    const path = join(folder, `${index}.${isPng ? 'png' : 'jpg'}`)
    const picture = sharp({
      create: {
        width: size.widthPx,
        height: size.heightPx,
        channels: 3,
        background: { r: (index * 37) % 256, g: (index * 91) % 256, b: 120 },
      },
    })
    await (isPng ? picture.png() : picture.jpeg({ quality: 80 })).toFile(path)
    images.set(sha(index), { path, type: isPng ? 'png' : 'jpg', ...size })
  }
  return images
}
