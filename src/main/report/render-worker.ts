/** The worker thread of `renderReport`: print images, then the writer. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Document } from '../../shared/report/document.ts'
import { AppError } from '../../shared/result.ts'
import { findFonts } from './fonts.ts'
import { preparePrintImages } from './print-images.ts'

export type WorkerTask = {
  readonly document: Document
  readonly format: 'docx' | 'pdf'
  readonly target: string
  readonly now: string
  readonly originals: Readonly<Record<string, string>>
  readonly cacheDir: string
  readonly fontsDir: string
  readonly fontMode: 'machine' | 'shipped'
}

export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly text: string }
  | { readonly kind: 'done'; readonly warnings: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string }

const CONCURRENCY = 2

const abort = new AbortController()
const { signal } = abort

function say(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}

async function render(task: WorkerTask): Promise<readonly string[]> {
  const figures = task.document.blocks.filter((block) => block.kind === 'figure')
  const total = figures.length + 1
  const { images, failures } = await preparePrintImages(
    figures.map(({ sha256, widthMm }) => ({ sha256, widthMm })),
    (sha256) => task.originals[sha256] ?? '',
    task.cacheDir,
    {
      concurrency: CONCURRENCY,
      signal,
      onProgress: (done) => say({ kind: 'progress', done, total, text: `正在准备照片（${done}/${figures.length}）` }),
    },
  )
  const captions = new Map(figures.map(({ sha256, caption }) => [sha256, caption]))
  const warnings = failures.map(({ sha256, message }) => `图“${captions.get(sha256) ?? ''}”没有印出：${message}`)
  say({ kind: 'progress', done: figures.length, total, text: '正在排版' })
  if (task.format === 'docx') {
    const { writeDocx } = await import('./docx.ts')
    await writeDocx(task.document, task.target, { images, now: task.now, signal })
    return warnings
  }
  const { writePdf } = await import('./pdf.ts')
  const fonts = await findFonts({ shippedFolder: task.fontsDir, mode: task.fontMode })
  const { lacking } = await writePdf(task.document, task.target, { images, now: task.now, fonts, signal })
  return lacking.length === 0
    ? warnings
    : [...warnings, `有 ${lacking.length} 个字在现有字体中没有（${lacking.slice(0, 20).join('')}），印成了〓。`]
}

// the port keeps the thread alive; `unref` lets it end with the work
parentPort?.on('message', () => abort.abort())
parentPort?.unref()

const task: WorkerTask = workerData

render(task).then(
  (warnings) => say({ kind: 'done', warnings }),
  (error: unknown) => {
    if (signal.aborted) return
    if (error instanceof AppError) say({ kind: 'failed', message: error.message })
    else throw error
  },
)
