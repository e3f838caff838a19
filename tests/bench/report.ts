/** Reports: DOCX with many photographs against a bare zip, plain reports, originals, memory, the serving thread. */
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { writeDocx } from '../../src/main/report/docx.ts'
import { findFonts } from '../../src/main/report/fonts.ts'
import { writePdf } from '../../src/main/report/pdf.ts'
import { preparePrintImages } from '../../src/main/report/print-images.ts'
import { bigDocument, photographs } from './fixtures.ts'
import { type FloorEntry, floorZip } from './floor-zip.ts'
import { type Line, median, ms } from './table.ts'

const NOW = '2026-11-06T09:00:00+08:00'
const SEED = 20260804
const ROUNDS = 7
const fontsDir = fileURLToPath(new URL('../../resources/fonts', import.meta.url))

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** 60 pages, 200 photographs at print size: our DOCX against the same parts through a bare zip, in alternation. */
export async function docxAgainstFloor(folder: string): Promise<Line> {
  const images = await photographs(join(folder, 'print'), 200, { width: 1300, height: 975, quality: 82 }, SEED)
  const document = bigDocument(60, [...images.keys()], SEED)
  const target = join(folder, 'big.docx')
  await writeDocx(document, target, { images, now: NOW })
  const parts = await partsOf(target, images)
  const ours: number[] = []
  const floors: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await timed(() => writeDocx(document, target, { images, now: NOW })))
    floors.push(await timed(() => floorZip(join(folder, 'floor.docx'), parts)))
  }
  return {
    what: 'DOCX, 60 pages, 200 photographs at print size',
    measured: ms(median(ours)),
    floor: `bare zip of the same parts ${ms(median(floors))}`,
    value: median(ours) / median(floors),
    target: 2.5,
    unit: ' ×',
  }
}

/** The XML parts from our file as bytes, the pictures as files. */
async function partsOf(docx: string, images: Awaited<ReturnType<typeof photographs>>): Promise<FloorEntry[]> {
  const files = unzipSync(await readFile(docx))
  const xml = Object.entries(files).filter(([name]) => !name.startsWith('word/media/'))
  return [
    ...xml.map(([name, bytes]) => ({ name, bytes })),
    ...[...images.values()].map(({ path }, at) => ({ name: `word/media/image${at}.jpg`, path })),
  ]
}

/** Originals of 3 MB: preparing and writing against preparing alone, each from an empty cache, in alternation. */
export async function originalsAgainstEncoding(folder: string): Promise<Line> {
  const count = 200
  const images = await photographs(join(folder, 'originals'), count, { width: 3200, height: 2400, quality: 80 }, SEED)
  const document = bigDocument(60, [...images.keys()], SEED)
  const wanted = [...images.keys()].map((sha256) => ({ sha256, widthMm: 120 }))
  const pathOf = (sha256: string) => images.get(sha256)?.path ?? ''
  const prepare = async () => {
    const cache = join(folder, 'cache')
    await rm(cache, { recursive: true, force: true })
    await mkdir(cache)
    return preparePrintImages(wanted, pathOf, cache, { concurrency: 2 })
  }
  const whole: number[] = []
  const encoding: number[] = []
  for (let round = 0; round < 2; round++) {
    encoding.push(await timed(prepare))
    whole.push(
      await timed(async () => {
        const { images: ready } = await prepare()
        await writeDocx(document, join(folder, 'originals.docx'), { images: ready, now: NOW })
      }),
    )
  }
  return {
    what: `DOCX from ${count} originals of about 3 MB`,
    measured: ms(median(whole)),
    floor: `re-encoding alone ${ms(median(encoding))}`,
    value: median(whole) / median(encoding),
    target: 1.3,
    unit: ' ×',
  }
}

/** A plain report of 30 pages, warm. */
export async function plainReports(folder: string): Promise<Line[]> {
  const document = bigDocument(30, [], SEED)
  const fonts = await findFonts({ shippedFolder: fontsDir, mode: 'shipped' })
  const images = new Map()
  const docx: number[] = []
  const pdf: number[] = []
  for (let round = 0; round < ROUNDS + 1; round++) {
    docx.push(await timed(() => writeDocx(document, join(folder, 'plain.docx'), { images, now: NOW })))
    pdf.push(await timed(() => writePdf(document, join(folder, 'plain.pdf'), { images, now: NOW, fonts })))
  }
  // the first round warms up
  const line = (what: string, values: readonly number[], target: number): Line => ({
    what,
    measured: ms(median(values.slice(1))),
    floor: '–',
    value: median(values.slice(1)),
    target,
    unit: ' ms',
  })
  return [
    line('plain report of 30 pages to DOCX, warm', docx, 300),
    line('plain report of 30 pages to PDF, warm', pdf, 1500),
  ]
}
