/**
 * Children of the bench, each a process of its own. `attach`: fills a library with 200 originals of about 3 MB. `export`: opens
 * it as after a start, writes the report and prints the peak memory of that process and the longest block of its main thread.
 */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestApp, testApp } from '../support/app.ts'

const [work, folder = '', originals = '', count = '200'] = process.argv.slice(2)

const library = await testApp({ dir: join(folder, 'memory'), checkOutputs: false })
if (work === 'attach') await attach(library)
else await exportOnce(library)
await library.app.close()

async function attach({ ok, app }: TestApp): Promise<void> {
  const { caseId } = await ok('case.sample', {})
  await mkdir(join(folder, 'picked'), { recursive: true })
  for (let at = 0; at < Number(count); at++) {
    const path = join(folder, 'picked', `${at}.jpg`)
    await copyFile(join(originals, `${at}.jpg`), path)
    const token = app.staging.add({ path, name: `照片${at}.jpg`, isOwn: true })
    await ok('evidenceFile.attach', { caseId, files: [{ token, reportPlace: 'attachment' }] })
  }
}

async function exportOnce({ ok, app }: TestApp): Promise<void> {
  const [found] = (await ok('case.list', { filter: {}, limit: 1 })).rows
  if (found === undefined) throw new Error('no case')
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5)
    last = performance.now()
  }, 5)
  const { jobId } = await ok('report.export', { caseId: found.id, template: 'A', format: 'docx', isDraft: false })
  const job = await app.jobs.finished(jobId)
  clearInterval(timer)
  if (job.state !== 'done') throw new Error(job.message ?? job.state)
  // kilobytes on Linux and macOS alike since libuv 1.45
  const peakMb = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ peakMb, longestMs: longest, bytes: job.file?.bytes }))
}
