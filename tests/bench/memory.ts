/** Child of the bench: one export with 200 originals of about 3 MB through the app; prints peak memory and the longest block. */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { testApp } from '../support/app.ts'

const [folder = '', originals = '', count = '200'] = process.argv.slice(2)

const library = await testApp({ dir: join(folder, 'memory') })
const { caseId } = await library.ok('case.sample', {})
await mkdir(join(folder, 'picked'), { recursive: true })
for (let at = 0; at < Number(count); at++) {
  const path = join(folder, 'picked', `${at}.jpg`)
  await copyFile(join(originals, `${at}.jpg`), path)
  const token = library.app.staging.add({ path, name: `照片${at}.jpg`, isOwn: true })
  await library.ok('evidenceFile.attach', { caseId, files: [{ token, reportPlace: 'attachment' }] })
}
let longest = 0
let last = performance.now()
const timer = setInterval(() => {
  longest = Math.max(longest, performance.now() - last - 5)
  last = performance.now()
}, 5)
const { jobId } = await library.ok('report.export', { caseId, template: 'A', format: 'docx', isDraft: false })
const job = await library.app.jobs.finished(jobId)
clearInterval(timer)
if (job.state !== 'done') throw new Error(job.message ?? job.state)
// kilobytes on Linux and macOS alike since libuv 1.45
process.stdout.write(
  JSON.stringify({ peakMb: process.resourceUsage().maxRSS / 1024, longestMs: longest, bytes: job.file?.bytes }),
)
await library.close()
