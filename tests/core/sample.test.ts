import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ExifReader from 'exifreader'
import { fileTypeFromFile } from 'file-type'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takenAtOf } from '../../src/main/evidence/taken-at.ts'
import { EvidenceFields, EvidenceFileFields } from '../../src/shared/evidence/fields.ts'
import { emptyValues } from '../../src/shared/rows.ts'
import { z } from '../../src/shared/schema.ts'
import { resourcesDir, type TestApp, testApp } from '../support/app.ts'

const folder = join(resourcesDir, 'samples', 'shuolan')
const at = (file: string) => join(folder, file)

const Given = z.record(z.string(), z.json())
const Sample = z.looseObject({
  rows: z.looseObject({ person: z.array(z.looseObject({ name: z.string() })) }),
  files: z.array(z.strictObject({ file: z.string(), mediaType: z.string(), evidence: Given, evidenceFile: Given })),
})
const sample = Sample.parse(JSON.parse(await readFile(join(resourcesDir, 'samples', 'shuolan.json'), 'utf8')))
const pictures = sample.files.map((picture) => [picture.file, picture] as const)
const photographs = pictures.filter(([, { mediaType }]) => mediaType === 'image/jpeg')

const exifOf = async (file: string) => ExifReader.load(await readFile(at(file)), { expanded: true })
const evidenceOf = ({ evidence: { id: _id, ...values } }: (typeof sample.files)[number]) =>
  EvidenceFields.parse({ ...emptyValues('evidence'), ...values })
const evidenceFileOf = ({ evidence, evidenceFile }: (typeof sample.files)[number]) =>
  EvidenceFileFields.parse({
    ...emptyValues('evidenceFile'),
    ...evidenceFile,
    evidenceId: evidence.id,
    sha256: '0'.repeat(64),
  })

describe('the pictures of the sample case', () => {
  test('the folder holds exactly the pictures that the case lists, in at most 4 MB', async () => {
    expect((await readdir(folder)).sort()).toEqual(sample.files.map(({ file }) => file).sort())
    const sizes = await Promise.all(sample.files.map(async ({ file }) => (await readFile(at(file))).length))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(4 * 1024 ** 2)
  })

  test.each(pictures)('%s is of the stated type and wide enough to print', async (file, { mediaType }) => {
    expect((await fileTypeFromFile(at(file)))?.mime).toBe(mediaType)
    expect((await sharp(at(file)).metadata()).width).toBeGreaterThanOrEqual(1200)
  })

  test.each(pictures)(
    '%s has values that fit its columns, words for its figure and no name of a person',
    (_, picture) => {
      const evidence = evidenceOf(picture)
      const file = evidenceFileOf(picture)
      expect(evidence.kind).toBe(picture.mediaType === 'image/jpeg' ? 'photo' : 'drawing')
      expect(evidence.obtainedBy).toBe('事故调查组技术组')
      expect(file.caption).toBe(evidence.title)
      expect(file.reportPlace).not.toBeNull()
      // description and caption become the words for who cannot see the picture
      expect(evidence.description?.length ?? 0).toBeGreaterThan(10)
      expect(evidence.description).not.toMatch(/[。．.]$/)
      const words = JSON.stringify(picture)
      expect(sample.rows.person.filter(({ name }) => words.includes(name))).toEqual([])
    },
  )

  test('the pieces of evidence are numbered from 1 on', () => {
    const numbers = sample.files.map((_, index) => index + 1)
    expect(sample.files.map(({ evidence }) => evidence.id)).toEqual(numbers.map((number) => `ev${number}`))
    expect(sample.files.map(({ evidence }) => evidence.evidenceNo)).toEqual(numbers.map(String))
  })

  test.each(photographs)(
    '%s carries the time, the camera and the place that a report must not carry',
    async (name, picture) => {
      const file = evidenceFileOf(picture)
      const { exif, gps } = await exifOf(name)
      expect(takenAtOf(exif?.DateTimeOriginal?.description)).toBe(file.takenAt)
      expect(file.takenAt).toMatch(/^2026-08-05T/)
      expect(`${exif?.Make?.description} ${exif?.Model?.description}`).toBe(file.device)
      expect(gps?.Longitude).toBeCloseTo((file.longitudeE7 ?? 0) / 1e7, 5)
      expect(gps?.Latitude).toBeCloseTo((file.latitudeE7 ?? 0) / 1e7, 5)
    },
  )
})

describe('the sample case opened in a library', () => {
  let library: TestApp
  let caseId = ''
  beforeAll(async () => {
    library = await testApp()
    caseId = (await library.ok('case.sample', {})).caseId
  })
  afterAll(() => library.close())

  test('every picture is in the library, byte for byte, under its own content address', async () => {
    const { rows } = await library.ok('case.dossier', { caseId })
    const stored = rows.evidenceFile.map(({ evidenceId, originalName, sha256 }) => ({
      evidenceId,
      originalName,
      sha256,
    }))
    const shipped = sample.files.map(async ({ file, evidence }) => ({
      evidenceId: evidence.id,
      originalName: file,
      sha256: createHash('sha256')
        .update(await readFile(at(file)))
        .digest('hex'),
    }))
    expect(stored).toEqual(await Promise.all(shipped))
    expect(rows.evidence.map(({ title }) => title)).toEqual(sample.files.map(({ evidence }) => evidence.title))
    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(sample.files.length)
  })
})
