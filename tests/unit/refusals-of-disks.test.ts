import { expect, test } from 'vitest'
import { sentenceFor } from '../../src/main/db/open.ts'

const fileError = (code: string) => Object.assign(new Error(`${code}: no`), { code })

test.each([
  ['ENOSPC', 'disk-full', '磁盘已满'],
  ['EDQUOT', 'disk-full', '磁盘已满'],
  ['EROFS', 'refused', '不能写入'],
  ['EACCES', 'refused', '不能写入'],
  ['EPERM', 'refused', '不能写入'],
])('%s of a file reads as one sentence that says what to do', (code, kind, words) => {
  const { code: found, message = '' } = sentenceFor(fileError(code)) ?? {}
  expect(found).toBe(kind)
  expect(message).toContain(words)
  expect(message).toMatch(/请.+。$/)
})
