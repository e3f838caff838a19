import type { Document } from '../../../shared/report/document.ts'
import type { Context } from './context.ts'
export async function estimatePages(_d: Document, _c: Context): Promise<ReadonlyMap<string, number>> {
  return new Map()
}
