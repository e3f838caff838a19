import type { Document } from '../../shared/report/document.ts'
import type { TaskContext } from '../context.ts'
import { renderReport } from '../report/render.ts'

/** A report of a page or two is made while one waits. The file is ours and lies in the staging folder. */
export async function render(context: TaskContext, document: Document, format: 'docx' | 'pdf') {
  const path = await context.staging.newPath(`.${format}`)
  const { warnings } = await renderReport({
    document,
    format,
    target: path,
    now: context.now,
    program: context.program,
    originalOf: context.files.pathOf,
    report: { signal: new AbortController().signal, progress: () => undefined },
  })
  return { path, warnings }
}
