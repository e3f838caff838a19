import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeUscc, usccCheckCharacter, usccProblem } from '../../src/shared/party/uscc.ts'

// Codes as printed in published investigation reports.
const published = ['91320681703756904Y', '91340802MA2W0QCH6U', '91310118750576869U', '91330424350120539B']

test.each(published)('%s is right', (code) => {
  expect(usccProblem(code)).toBeNull()
})

test('width, spaces and letter case are differences of typing', () => {
  expect(usccProblem(' 9132 0681 ７０３７５６９０４y ')).toBeNull()
  expect(normalizeUscc('91320681 703756904y')).toBe('91320681703756904Y')
})

test.each([
  ['9132068170375690', '统一社会信用代码应为18位，现为16位，请对照营业执照核对。'],
  ['91320681703756904I', '统一社会信用代码中不应有“I”（只用数字和大写字母，不用I、O、S、V、Z），请对照营业执照核对。'],
  ['91A20681703756904Y', '统一社会信用代码的第3至8位应为登记机关行政区划码（数字），请对照营业执照核对。'],
  ['91320681703756905Y', '统一社会信用代码的校验位不符，可能抄错了一位，请对照营业执照核对。'],
])('%s is refused with a sentence', (code, sentence) => {
  expect(usccProblem(code)).toBe(sentence)
})

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const body = fc
  .tuple(
    fc.constantFrom('91', '92', '12', '11'),
    fc.array(fc.constantFrom(...'0123456789'), { minLength: 6, maxLength: 6 }),
    fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
  )
  .map(([head, region, rest]) => head + region.join('') + rest.join(''))

test('every body has exactly one check character', () => {
  fc.assert(
    fc.property(body, (text) => {
      expect(alphabet.filter((char) => usccProblem(text + char) === null)).toEqual([usccCheckCharacter(text)])
    }),
  )
})

test('one wrong character of the organisation code is always noticed', () => {
  fc.assert(
    fc.property(body, fc.integer({ min: 8, max: 16 }), fc.constantFrom(...alphabet), (text, at, char) => {
      fc.pre(text[at] !== char)
      const wrong = text.slice(0, at) + char + text.slice(at + 1)
      expect(usccProblem(wrong + usccCheckCharacter(text))).not.toBeNull()
    }),
  )
})
