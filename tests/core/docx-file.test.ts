import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDocx } from '../../src/main/report/docx.ts'
import type { PrintImage } from '../../src/main/report/print-image.ts'
import type { Document } from '../../src/shared/report/document.ts'
import { samplePictures } from '../support/docx-pictures.ts'
import { openPackage } from '../support/docx-rules/package.ts'
import { checkReport } from '../support/docx-rules/report.ts'
import { all, textOf } from '../support/docx-rules/xml.ts'
import { readZip } from '../support/docx-rules/zip.ts'
import { documentOf, everyKind, figure, longReport } from '../support/docx-sample.ts'

const now = '2026-07-10T08:00:00+08:00'
let folder = ''
let images: ReadonlyMap<string, PrintImage> = new Map()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anjuan-docx-'))
  await mkdir(join(folder, 'pictures'))
  images = await samplePictures(join(folder, 'pictures'), 6)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

let count = 0
async function write(document: Document): Promise<Buffer> {
  const target = join(folder, `${++count}.docx`)
  await writeDocx(document, target, { images, now })
  return readFile(target)
}

test('equal input gives equal bytes, in one process after other documents and in other processes', async () => {
  const first = await write(everyKind())
  await write(longReport({ chapters: 1, sections: 1, paragraphs: 1 }, 1, true))
  expect((await write(everyKind())).equals(first)).toBe(true)
  const script = fileURLToPath(new URL('../support/docx-write.ts', import.meta.url))
  for (const zone of ['UTC', 'America/Los_Angeles']) {
    const target = join(folder, `${zone.replace('/', '-')}.docx`)
    const env = { ...process.env, TZ: zone }
    await promisify(execFile)(process.execPath, [script, target, join(folder, 'pictures')], { env })
    expect((await readFile(target)).equals(first)).toBe(true)
  }
})

test('the clock that is given, and nothing else, is the time of the file', async () => {
  const target = join(folder, 'clock.docx')
  await writeDocx(everyKind(), target, { images, now: '2031-01-02T03:04:05.678+08:00' })
  const core = openPackage(await readFile(target)).xml('docProps/core.xml')
  const values = ['dcterms:created', 'dcterms:modified'].map((name) => all(core, name).map(textOf).join())
  expect(values).toEqual(['2031-01-01T19:04:05Z', '2031-01-01T19:04:05Z'])
})

test('cancelling leaves nothing behind, before it starts and half-way', async () => {
  const place = join(folder, 'cancelled')
  await mkdir(place)
  const started = new AbortController()
  started.abort()
  const early = writeDocx(everyKind(), join(place, 'a.docx'), { images, now, signal: started.signal })
  await expect(early).rejects.toMatchObject({ code: 'cancelled' })
  const halfWay = new AbortController()
  const seen: string[] = []
  const late = writeDocx(longReport({ chapters: 1, sections: 1, paragraphs: 3 }, 6, false), join(place, 'b.docx'), {
    images,
    now,
    signal: halfWay.signal,
    onProgress: (done, total) => {
      if (done !== total - 2) return
      seen.push(...readdirSync(place))
      halfWay.abort()
    },
  })
  await expect(late).rejects.toMatchObject({ code: 'cancelled', message: '导出已取消，没有写出任何文件。' })
  expect(seen).toEqual([expect.stringMatching(/^\.b\.docx\..*\.tmp$/)])
  expect(await readdir(place)).toEqual([])
})

test('a failure leaves the file that was there as it was, and nothing beside it', async () => {
  const place = join(folder, 'failed')
  await mkdir(place)
  const target = join(place, 'a.docx')
  await writeFile(target, 'the report of yesterday')
  const [key = '', image] = [...images][0] ?? []
  if (image === undefined) throw new Error('no sample picture')
  const gone = new Map([[key, { ...image, path: join(place, 'gone.jpg') }]])
  await expect(writeDocx(documentOf([figure(1, '现场')]), target, { images: gone, now })).rejects.toThrow('ENOENT')
  expect(await readdir(place)).toEqual(['a.docx'])
  expect(await readFile(target, 'utf8')).toBe('the report of yesterday')
})

test('a picture that is not there is named in a sentence', async () => {
  const failing = writeDocx(documentOf([figure(99, '爆炸点')]), join(folder, 'none.docx'), { images, now })
  await expect(failing).rejects.toMatchObject({
    code: 'not-found',
    message: '图1“爆炸点”的图片读不出来，请在附件页重新添加这张图片后再导出。',
  })
})

test('progress counts every file once, to the end', async () => {
  const steps: [number, number][] = []
  const target = join(folder, 'progress.docx')
  await writeDocx(everyKind(), target, { images, now, onProgress: (done, total) => steps.push([done, total]) })
  const total = readZip(await readFile(target)).parts.length
  expect(steps).toEqual(Array.from({ length: total + 1 }, (_, done) => [done, total]))
})

test('a picture that is shown twice is packed once, byte by byte as it is on disk', async () => {
  const twice = documentOf([figure(1, '甲'), { ...figure(1, '乙'), id: 'figure:again' }, figure(2, '丙')])
  const office = openPackage(await write(twice))
  const media = [...office.parts].filter(([name]) => name.startsWith('word/media/'))
  const originals = await Promise.all([...images.values()].slice(0, 2).map((image) => readFile(image.path)))
  expect(
    media.map(([name, data]) => [name, data.equals(originals[name.endsWith('jpg') ? 0 : 1] ?? Buffer.alloc(0))]),
  ).toEqual([
    ['word/media/image1.jpg', true],
    ['word/media/image2.png', true],
  ])
  expect(checkReport(office).filter((problem) => !problem.startsWith('pageNumbers'))).toEqual([])
})
