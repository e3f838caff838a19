import { expect, test } from 'vitest'
import { identityKey, normalizeName } from '../../src/shared/party/identity.ts'

test('a valid 统一社会信用代码 is the identity, however the name is written', () => {
  expect(identityKey('91320681703756904y', '启东市沪通电力成套设备有限公司')).toBe('91320681703756904Y')
  expect(identityKey('９１３２０６８１ ７０３７５６９０４Y', '沪通公司')).toBe('91320681703756904Y')
})

test('a wrong or missing code leaves the name', () => {
  expect(identityKey('91320681703756904X', '沪通公司')).toBe('沪通公司')
  expect(identityKey(null, '沪通公司')).toBe('沪通公司')
})

test('differences of typing are not differences of the enterprise', () => {
  const names = [
    '昆山开发区建大橡胶（中国）有限公司',
    '昆山开发区建大橡胶(中国)有限公司',
    ' 昆山开发区建大橡胶【中国】　有限公司',
  ]
  expect(new Set(names.map(normalizeName)).size).toBe(1)
  expect(normalizeName('ＡＢＣ厂')).toBe(normalizeName('abc厂'))
})

test('有限公司 and 有限责任公司 stay two enterprises: nothing in the law merges them', () => {
  expect(identityKey(null, '甲有限公司')).not.toBe(identityKey(null, '甲有限责任公司'))
})
