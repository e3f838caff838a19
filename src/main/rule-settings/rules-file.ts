/** 规则设定 as one file: the versions with a hash over all of it, so that a changed or cut file is refused. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { AppError } from '../../shared/result.ts'
import { RuleSettingVersion } from '../../shared/rule-settings/fields.ts'
import { Day, Line, z } from '../../shared/schema.ts'

const FORMAT = '案卷规则设定'
const VERSION = 1

const Content = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  bureau: Line,
  exportedOn: Day,
  exportedBy: Line,
  settings: z.array(RuleSettingVersion).min(1).max(2000),
})
type Content = z.output<typeof Content>
export type RulesFile = Content & { readonly sha256: string }

export function writeRulesFile(content: Omit<Content, 'format' | 'version'>): { text: string; sha256: string } {
  const whole: Content = { format: FORMAT, version: VERSION, ...content }
  const sha256 = hashOf(whole)
  return { text: `${JSON.stringify({ ...whole, sha256 }, null, 2)}\n`, sha256 }
}

/** Throws AppError `refused` with one sentence when the file is damaged, foreign or of a newer program. */
export function parseRulesFile(bytes: Uint8Array): RulesFile {
  const value = jsonOf(bytes)
  if (!isObject(value) || value.format !== FORMAT)
    throw refused('这不是案卷导出的规则设定文件，没有导入；请选择由“导出设定”得到的文件。')
  if (typeof value.version === 'number' && value.version > VERSION)
    throw refused('这个文件由更新版本的案卷导出，没有导入；请先更新案卷。')
  const { sha256, ...content } = value
  if (sha256 !== hashOf(content))
    throw refused('文件的内容与校验值不符，可能已损坏或被改动，没有导入；请重新取得文件。')
  const parsed = Content.safeParse(content)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw refused(`文件的内容不符合规则设定的格式（${issue?.path.join('.')}：${issue?.message}），没有导入。`)
  }
  return { ...parsed.data, sha256: String(sha256) }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refused('文件不完整或不是规则设定文件，没有导入；请重新取得文件。')
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')

const refused = (sentence: string) => new AppError('refused', sentence)
