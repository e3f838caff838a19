import { copyFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDiskFull, preparePrintImages } from '../../src/main/report/print-images.ts'

let folder = ''
let cacheCount = 0
const options = { concurrency: 2 }
const original = (sha256: string) => join(folder, sha256)
const newCache = () => join(folder, `cache-${cacheCount++}`)

/** Noise, so that the file has something to compress; left half dark, right half light. */
async function photo(width: number, height: number) {
  const half = { create: { width: Math.ceil(width / 2), height, channels: 3 as const, background: '#202020' } }
  return sharp({ create: { width, height, channels: 3, background: '#e0e0e0' } }).composite([
    { input: half, left: 0, top: 0 },
  ])
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'print-'))
  const gps = {
    GPSLatitudeRef: 'N',
    GPSLatitude: '31/1 14/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '121/1 28/1 0/1',
  }
  await (await photo(3000, 2000))
    .withExif({ IFD0: { Make: 'HUAWEI', Software: 'secret' }, IFD3: gps })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>secret</note></x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toFile(original('located'))
  await (await photo(300, 200)).withMetadata({ orientation: 6 }).jpeg().toFile(original('turned'))
  await (await photo(200, 100)).jpeg().toFile(original('small'))
  await sharp({ create: { width: 100, height: 4000, channels: 3, background: '#abc' } })
    .jpeg()
    .toFile(original('tall'))
  await sharp({ create: { width: 40, height: 20, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toFile(original('drawing'))
  await sharp({ create: { width: 60, height: 40, channels: 3, background: '#abc' } })
    .toColourspace('cmyk')
    .jpeg()
    .toFile(original('press'))
  await copyFile(original('located'), original('damaged'))
  await truncate(original('damaged'), (await stat(original('damaged'))).size / 2)
  await writeFile(original('words'), '不是图片')
  await writeFile(original('phone'), Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the print picture has the printed width at 220 dpi and carries no EXIF, GPS, XMP or profile', async () => {
  const source = await readFile(original('located'))
  const before = ExifReader.load(source)
  expect(source.includes('secret')).toBe(true)
  expect(before.Make).toBeDefined()
  expect(before.GPSLatitude).toBeDefined()
  const { images, failures } = await preparePrintImages(
    [{ sha256: 'located', widthMm: 120 }],
    original,
    newCache(),
    options,
  )
  expect(failures).toEqual([])
  const image = images.get('located')
  expect(image).toMatchObject({ type: 'jpg', widthPx: 1039, heightPx: 693 })
  const bytes = await readFile(image?.path ?? '')
  expect(Object.keys(ExifReader.load(bytes, { expanded: true })).sort()).toEqual(['file'])
  expect(bytes.includes('secret')).toBe(false)
  const { exif, xmp, icc, iptc, space } = await sharp(bytes).metadata()
  expect({ exif, xmp, icc, iptc, space }).toEqual({
    exif: undefined,
    xmp: undefined,
    icc: undefined,
    iptc: undefined,
    space: 'srgb',
  })
})

test('a photograph taken sideways stands upright', async () => {
  const { images } = await preparePrintImages([{ sha256: 'turned', widthMm: 100 }], original, newCache(), options)
  const image = images.get('turned')
  expect(image).toMatchObject({ widthPx: 200, heightPx: 300 })
  const { data } = await sharp(image?.path).greyscale().raw().toBuffer({ resolveWithObject: true })
  expect([Number(data[100]) < 80, Number(data[299 * 200 + 100]) > 180]).toEqual([true, true])
})

test('a small photograph is not enlarged, and a high one is no higher than the page', async () => {
  const figures = [
    { sha256: 'small', widthMm: 150 },
    { sha256: 'tall', widthMm: 150 },
  ]
  const { images } = await preparePrintImages(figures, original, newCache(), options)
  expect(images.get('small')).toMatchObject({ widthPx: 200, heightPx: 100 })
  expect(images.get('tall')).toMatchObject({ widthPx: 49, heightPx: 1949 })
})

test('a drawing stays PNG, on white', async () => {
  const { images } = await preparePrintImages([{ sha256: 'drawing', widthMm: 100 }], original, newCache(), options)
  const image = images.get('drawing')
  expect(image).toMatchObject({ type: 'png', widthPx: 40, heightPx: 20 })
  const { data, info } = await sharp(image?.path).raw().toBuffer({ resolveWithObject: true })
  expect([info.channels, ...data.subarray(0, 3)]).toEqual([3, 255, 255, 255])
})

test('a picture in printing colours becomes sRGB', async () => {
  const { images } = await preparePrintImages([{ sha256: 'press', widthMm: 100 }], original, newCache(), options)
  expect((await sharp(images.get('press')?.path).metadata()).space).toBe('srgb')
})

test('what cannot be used is named in a sentence, and the others are made', async () => {
  const names = ['damaged', 'words', 'phone', 'absent', 'small']
  const figures = names.map((sha256) => ({ sha256, widthMm: 100 }))
  const cache = newCache()
  const { images, failures } = await preparePrintImages(figures, original, cache, options)
  expect([...images.keys()]).toEqual(['small'])
  expect(failures).toEqual([
    { sha256: 'damaged', message: '照片已经损坏或不是图片，打不开，请换一份完好的原件后重新添加。' },
    { sha256: 'words', message: '照片已经损坏或不是图片，打不开，请换一份完好的原件后重新添加。' },
    { sha256: 'phone', message: '照片是 HEIC 格式，本机读不了，请在手机或电脑上另存为 JPG 后重新添加。' },
    { sha256: 'absent', message: '照片原件不在资料库里，请重新添加这张照片。' },
  ])
  expect(await readdir(cache)).toHaveLength(1)
})

test('a second export takes the pictures from the cache, even when the originals are away', async () => {
  const cache = newCache()
  const figures = [
    { sha256: 'small', widthMm: 100 },
    { sha256: 'located', widthMm: 50 },
    { sha256: 'located', widthMm: 80 },
  ]
  const first = await preparePrintImages(figures, original, cache, options)
  const away = () => join(folder, 'away')
  expect(await preparePrintImages(figures, away, cache, options)).toEqual(first)
  expect(first.images.get('located')?.widthPx).toBe(693)
  const wider = await preparePrintImages([{ sha256: 'located', widthMm: 120 }], original, cache, options)
  expect(wider.images.get('located')?.widthPx).toBe(1039)
})

test('an export that is stopped leaves no half-written picture', async () => {
  const stop = new AbortController()
  const cache = newCache()
  const figures = ['located', 'small', 'turned'].map((sha256) => ({ sha256, widthMm: 100 }))
  const onProgress = () => stop.abort()
  const stopped = preparePrintImages(figures, original, cache, { concurrency: 1, signal: stop.signal, onProgress })
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  expect((await readdir(cache)).map((name) => name.replace(/-.*\./, '.'))).toEqual(['located.jpg'])
})

test('progress counts every picture once', async () => {
  const seen: (readonly [number, number])[] = []
  const figures = ['small', 'absent', 'small', 'tall'].map((sha256) => ({ sha256, widthMm: 100 }))
  const onProgress = (done: number, of: number) => seen.push([done, of])
  await preparePrintImages(figures, original, newCache(), { concurrency: 1, onProgress })
  expect(seen).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ])
})

test('a full disk is told apart from a damaged picture, in the words of libvips as well', () => {
  const libvips =
    '/media/x.jpg: write error\nsystem error: No space left on device\nVipsJpeg: unable to write to target'
  expect(isDiskFull(new Error(libvips))).toBe(true)
  expect(isDiskFull(new Error('ENOSPC: no space left on device, write'))).toBe(true)
  expect(isDiskFull(new Error('Input file contains unsupported image format'))).toBe(false)
})
