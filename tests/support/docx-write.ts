/** Writes the document with every kind of block to argv[2], pictures from the folder argv[3]: for tests across processes. */
import { writeDocx } from '../../src/main/report/docx.ts'
import { samplePictures } from './docx-pictures.ts'
import { everyKind } from './docx-sample.ts'

const [target = '', folder = ''] = process.argv.slice(2)
await writeDocx(everyKind(), target, { images: await samplePictures(folder, 2), now: '2026-07-10T08:00:00+08:00' })
