import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCase, type TestApp, testApp } from '../support/app.ts'

let library: TestApp
let caseId: string
let folder: string

beforeEach(async () => {
  library = await testApp()
  caseId = await aCase(library)
  folder = join(library.dir, 'picked')
  await mkdir(folder)
})
afterEach(() => library.close())

async function staged(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return library.app.staging.add({ path, name, isOwn: false })
}

const photo = (colour: string) =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: colour } })
    .withExif({ IFD2: { DateTimeOriginal: '2026:08:05 09:30:00' }, IFD0: { Make: 'Canon', Model: 'R5' } })
    .jpeg()
    .toBuffer()

test('a photograph becomes evidence with its time and device; the same content twice is recognised', async () => {
  const bytes = await photo('red')
  const first = await library.ok('evidenceFile.attach', {
    caseId,
    files: [{ token: await staged('现场1.jpg', bytes), reportPlace: 'site' }],
  })
  const again = await library.ok('evidenceFile.attach', { caseId, files: [{ token: await staged('副本.jpg', bytes) }] })
  expect(first.outcomes[0]).toMatchObject({ state: 'added', name: '现场1.jpg' })
  expect(again.outcomes[0]).toMatchObject({ state: 'known', message: '“副本.jpg”与已有附件内容相同，没有重复加入。' })
  const { rows } = await library.ok('case.dossier', { caseId })
  expect(rows.evidence.map(({ title, kind }) => [title, kind])).toEqual([['现场1', 'photo']])
  expect(rows.evidenceFile[0]).toMatchObject({
    originalName: '现场1.jpg',
    caption: '现场1',
    reportPlace: 'site',
    takenAt: '2026-08-05T09:30:00+08:00',
    device: 'Canon R5',
  })
  expect((await library.ok('library.verify', {})).faults).toEqual([])
})

test('an empty file and a lost token get a sentence each; the others go on', async () => {
  const { outcomes } = await library.ok('evidenceFile.attach', {
    caseId,
    files: [
      { token: await staged('空.jpg', new Uint8Array()) },
      { token: 'no-such-token' },
      { token: await staged('说明.txt', new TextEncoder().encode('说明')) },
    ],
  })
  expect(outcomes.map(({ state }) => state)).toEqual(['refused', 'refused', 'added'])
  expect(outcomes[0]).toMatchObject({ message: '“空.jpg”是空文件，没有加入；请核对后重新选择。' })
})

test('the name of a file is never a path', async () => {
  const path = join(folder, 'x.jpg')
  await writeFile(path, await photo('blue'))
  const token = library.app.staging.add({ path, name: '../../etc/passwd', isOwn: false })
  const { outcomes } = await library.ok('evidenceFile.attach', { caseId, files: [{ token }] })
  expect(outcomes[0]).toMatchObject({ state: 'added', name: 'passwd' })
})

test('verify finds a stored file that was changed or removed', async () => {
  const { outcomes } = await library.ok('evidenceFile.attach', {
    caseId,
    files: [{ token: await staged('a.jpg', await photo('green')) }],
  })
  const sha256 = outcomes[0]?.state === 'added' ? outcomes[0].sha256 : ''
  const { rm } = await import('node:fs/promises')
  const stored = library.app.library().files.pathOf(sha256)
  await rm(stored)
  await writeFile(stored, 'changed')
  expect((await library.ok('library.verify', {})).faults).toEqual([
    `附件 ${sha256} 的内容与登记的指纹不符，可能被改动或损坏。`,
  ])
  await rm(stored)
  expect((await library.ok('library.verify', {})).faults).toEqual([`附件 ${sha256} 的文件不见了。`])
})

test('archived evidence is no figure of the report, and its file can be added again', async () => {
  const bytes = await photo('navy')
  const add = async () =>
    (
      await library.ok('evidenceFile.attach', {
        caseId,
        files: [{ token: await staged('a.jpg', bytes), reportPlace: 'site' }],
      })
    ).outcomes[0]
  const first = await add()
  const figures = async () =>
    (await library.ok('report.get', { caseId })).document.blocks.filter(({ kind }) => kind === 'figure').length
  expect(await figures()).toBe(1)
  await library.ok('evidence.archive', { caseId, id: first?.state === 'added' ? first.evidenceId : '' })
  expect(await figures()).toBe(0)
  expect((await add())?.state).toBe('added')
  expect(await figures()).toBe(1)
})

test('figures follow the order of the evidence', async () => {
  for (const colour of ['red', 'green'])
    await library.ok('evidenceFile.attach', {
      caseId,
      files: [{ token: await staged(`${colour}.jpg`, await photo(colour)), reportPlace: 'site' }],
    })
  const captions = async () =>
    (await library.ok('report.get', { caseId })).document.blocks.flatMap((block) =>
      block.kind === 'figure' ? [block.caption] : [],
    )
  expect(await captions()).toEqual(['red', 'green'])
  const [, green] = (await library.ok('case.dossier', { caseId })).rows.evidence
  await library.ok('evidence.move', { caseId, id: green?.id ?? '', afterId: null })
  expect(await captions()).toEqual(['green', 'red'])
})

test('a picture that cannot be decoded is kept, stays out of the report and says so in one sentence', async () => {
  const whole = await photo('teal')
  const heic = Buffer.from('000000246674797068656963000000006d6966316865696368656978', 'hex')
  const bmp = Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)])
  const { outcomes } = await library.ok('evidenceFile.attach', {
    caseId,
    files: [
      { token: await staged('完好.jpg', whole), reportPlace: 'site' },
      { token: await staged('断开.jpg', whole.subarray(0, whole.length - 120)), reportPlace: 'site' },
      { token: await staged('手机.heic', Buffer.concat([heic, Buffer.alloc(400)])), reportPlace: 'site' },
      { token: await staged('旧图.bmp', bmp), reportPlace: 'site' },
      { token: await staged('说明.txt', new TextEncoder().encode('说明')), reportPlace: 'site' },
    ],
  })
  expect(outcomes.map((outcome) => (outcome.state === 'added' ? [outcome.isPicture, outcome.message] : null))).toEqual([
    [true, null],
    [false, '“断开.jpg”打不开，可能已损坏，原件已按原样保存，但不能写入报告；请重新取得后再添加一份。'],
    [false, '“手机.heic”是 HEIC 照片，原件已保存，但不能写入报告；请在手机或电脑上转为 JPG 后再添加一份。'],
    [false, '“旧图.bmp”的图片格式不能写入报告，原件已保存；请另存为 JPG 或 PNG 后再添加一份。'],
    [false, null],
  ])
  const { rows } = await library.ok('case.dossier', { caseId })
  expect(rows.evidenceFile.map(({ reportPlace }) => reportPlace)).toEqual(['site', null, null, null, null])
})

test('pictures added together are placed together: one entry, one step back', async () => {
  const { outcomes } = await library.ok('evidenceFile.attach', {
    caseId,
    files: [
      { token: await staged('1.jpg', await photo('red')), reportPlace: 'site' },
      { token: await staged('2.jpg', await photo('green')), reportPlace: 'site' },
    ],
  })
  const ids = outcomes.flatMap((outcome) => (outcome.state === 'added' ? [outcome.fileId] : []))
  const places = async () =>
    (await library.ok('case.dossier', { caseId })).rows.evidenceFile.map(({ reportPlace }) => reportPlace)
  await library.ok('evidenceFile.place', { caseId, ids, reportPlace: 'attachment' })
  expect(await places()).toEqual(['attachment', 'attachment'])
  await library.ok('evidenceFile.place', { caseId, ids, reportPlace: null })
  expect(await places()).toEqual([null, null])
  await library.ok('case.undo', { caseId })
  expect(await places()).toEqual(['attachment', 'attachment'])
  expect((await library.ok('library.verify', {})).faults).toEqual([])
})
