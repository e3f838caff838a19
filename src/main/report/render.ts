/** Renders in a worker thread: packing a report blocks a thread for seconds; the serving thread stays free. */

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Document } from '../../shared/report/document.ts'
import { AppError } from '../../shared/result.ts'
import type { Program } from '../context.ts'
import type { JobReport } from '../job/jobs.ts'
import type { WorkerMessage, WorkerTask } from './render-worker.ts'

export type RenderTask = {
  readonly document: Document
  readonly format: 'docx' | 'pdf'
  readonly target: string
  readonly now: string
  readonly program: Program
  readonly originalOf: (sha256: string) => string
  readonly report: JobReport
}

/** Writes the file whole or not at all. Returns sentences about pictures and characters that could not be printed. */
export function renderReport(task: RenderTask): Promise<{ readonly warnings: readonly string[] }> {
  const originals: Record<string, string> = {}
  for (const block of task.document.blocks)
    if (block.kind === 'figure') originals[block.sha256] = task.originalOf(block.sha256)
  const workerData: WorkerTask = {
    document: task.document,
    format: task.format,
    target: task.target,
    now: task.now,
    originals,
    cacheDir: join(task.program.cacheDir, 'print-images'),
    fontsDir: join(task.program.resourcesDir, 'fonts'),
    fontMode: task.program.useShippedFonts ? 'shipped' : 'machine',
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl(), { workerData, resourceLimits: { maxYoungGenerationSizeMb: 12 } })
    let outcome: WorkerMessage | undefined
    const cancel = () => worker.postMessage('cancel')
    task.report.signal.addEventListener('abort', cancel)
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') task.report.progress(message.done, message.total, message.text)
      else outcome = message
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      task.report.signal.removeEventListener('abort', cancel)
      if (outcome?.kind === 'done' && !task.report.signal.aborted) resolve({ warnings: outcome.warnings })
      else
        rm(task.target, { force: true }).then(() => {
          if (task.report.signal.aborted) reject(new AppError('cancelled', '已取消，没有留下文件。'))
          else if (outcome?.kind === 'failed') reject(new AppError('refused', outcome.message))
          else reject(new Error('the render worker ended without a result'))
        }, reject)
    })
  })
}

/** Beside this file: TypeScript when run from sources, the bundled worker in the packaged app. */
function workerUrl(): URL {
  const isSource = import.meta.url.endsWith('.ts')
  return new URL(isSource ? './render-worker.ts' : './render-worker.js', import.meta.url)
}
