/** `npm run demo`: the sample case as a finished report, without a window. Writes to ./demo, which git ignores. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { App } from '../app.ts'
import { createApp } from '../app.ts'
import { unwrap } from './cli-actions.ts'
import { finishedFile } from './cli-report.ts'
import { endOf } from './command-line.ts'
import { prepareStart } from './options.ts'
import { writeOut } from './write-out.ts'

async function demo(): Promise<void> {
  const began = performance.now()
  const dir = resolve('demo')
  await mkdir(dir, { recursive: true })
  const libraryDir = join(dir, '案卷库')
  const app = createApp(prepareStart('cli', libraryDir).options)
  try {
    const { caseId } = unwrap(await app.call('case.sample', {}))
    const { template } = unwrap(await app.call('report.get', { caseId }))
    for (const format of ['docx', 'pdf'])
      console.log(await writeReport(app, { caseId, template, format }, join(dir, `调查报告.${format}`)))
  } finally {
    await app.close()
  }
  console.log(`${libraryDir}（示例案卷库；查看：npm start -- --data demo/案卷库）`)
  console.log(`完成，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒。`)
}

async function writeReport(
  app: App,
  report: { readonly caseId: string; readonly template: string; readonly format: string },
  target: string,
): Promise<string> {
  const { jobId } = unwrap(await app.call('report.export', { ...report, isDraft: false }))
  const file = await finishedFile(app, jobId)
  for (const warning of file.warnings) console.error(`提示：${warning}`)
  await writeOut(target, { copyOf: app.staging.get(file.token).path })
  return target
}

try {
  await demo()
} catch (error) {
  const { sentence, code } = endOf(error)
  if (sentence !== null) console.error(sentence)
  process.exitCode = code
}
