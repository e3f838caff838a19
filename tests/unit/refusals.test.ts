/** A refusal says what is wrong and what to do. */
import { expect, test } from 'vitest'
import { CasualtyFields } from '../../src/shared/casualty/fields.ts'
import { countProblem, wanProblem } from '../../src/shared/money.ts'
import { templateLabels } from '../../src/shared/report/investigation/options.ts'
import { Count, Fen } from '../../src/shared/schema.ts'

const refusal = (schema: typeof Count, value: number) => schema.safeParse(value).error?.issues[0]?.message

test('negative numbers are refused with the way out', () => {
  expect(refusal(Count, -1)).toBe('不能是负数；请填写0或者更大的整数，不知道的留空')
  expect(refusal(Fen, -1)).toBe('金额不能是负数；请填写0或者更大的金额，不知道的留空')
  expect(CasualtyFields.shape.headCount.safeParse(0).error?.issues[0]?.message).toBe('至少是1；请填写1或者更大的整数')
  expect(countProblem('-1')).toBe('不能是负数；请填写0或者更大的整数，不知道的留空。')
  expect(wanProblem('－3.5')).toBe('金额不能是负数；请填写0或者更大的金额，不知道的留空。')
})

test('what is no number is refused with an example', () => {
  expect(countProblem('三')).toBe('请填写整数，例如 3；不知道的留空。')
  expect(wanProblem('约3')).toBe('请填写以万元为单位的金额，例如 857.48；最多六位小数。')
})

test('the name of an outline promises no number of chapters', () => {
  expect(Object.values(templateLabels).join()).not.toMatch(/[一二三四五六七八九十]章/)
})
