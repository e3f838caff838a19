/** What an answer prints is read back and computed again. */
import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/shared/rules/cases.ts'
import { shippedSettings } from '../../src/shared/rules/index.ts'
import { shippedBook } from '../../src/shared/rules/shipped.ts'
import { caseFiles } from '../support/rule-book.ts'
import { readSentence } from '../support/sentences.ts'

const book = shippedBook()

function sentencesOf(
  rule: ReturnType<typeof caseFiles>[number]['rule'],
  lines: ReturnType<typeof caseFiles>[number]['lines'],
) {
  return lines.flatMap((line) => {
    try {
      const answer = book.rules[rule].evaluate(factsOf(line, book.rules[rule].heads), shippedSettings)
      return ('result' in answer ? [answer] : answer).flatMap(({ arithmetic }) => arithmetic.split('；'))
    } catch {
      return []
    }
  })
}

describe.each(caseFiles())('$name', ({ rule, lines }) => {
  test('every sentence says what it should', () => {
    expect(sentencesOf(rule, lines).flatMap((sentence) => readSentence(sentence).fault ?? [])).toEqual([])
  })
})

/** Rules whose every sentence is arithmetic, but for a few that only name the law or the missing figure. */
const SILENT =
  /^.+(?:未知，暂不比对|尚未出具|适用 .+|，代码 .+)$|^.+：.*(?:万元|元)$|^鉴定.+$|^按《.+》.+$|没有对应的罚则，不出金额$|^没有收录期限，由人工确定$|^调查组成立日期未填写，不能起算$|^单位对事故不负有责任，不适用.+的罚款$/

test.each([
  'grade',
  'casualtyWindow',
  'investigationDeadline',
  'approvalDeadline',
  'publicationDeadline',
  'assessmentWindow',
  'supervision',
  'reportingClock',
  'unitFine',
  'personFine',
  'specialEquipmentService',
  'penaltyDeadline',
  'criminalTransferClock',
  'lossEstimate',
] as const)('the arithmetic of %s is read whole', (rule) => {
  const sentences = caseFiles()
    .filter((file) => file.rule === rule)
    .flatMap(({ lines }) => sentencesOf(rule, lines))
  expect(sentences.filter((sentence) => !readSentence(sentence).isRead && !SILENT.test(sentence))).toEqual([])
  expect(sentences.some((sentence) => readSentence(sentence).isRead)).toBe(true)
})

test.each([
  '2026-03-01 + 60 日（第二十九条） = 2026-04-29',
  '2026-03-01 + 60 日（第二十九条） − 1 日（首日计入） = 2026-04-30',
  '2026-04-30 + 10 个月（可以启动） = 2027-02-28',
  '2026-05-15 + 20 个工作日（第二十六条） = 2026-06-11',
  '2026-08-04 23:30 + 1 小时（接报） = 2026-08-04 00:30',
  '2026-03-10 至 2026-03-31，合计 22 日（重叠的合并）',
  '死亡 3 人，不少于 3 人、少于 3 人，较大',
  '直接经济损失 999.995 万元，不少于 1000 万元，较大',
  '重伤 8 + 急性工业中毒 2 = 11 人（重伤包括急性工业中毒）',
  '按档：50–70 万元 × 2–5 = 100–340 万元',
  '失职：320000 元 × 40% = 128001 元',
  '50–70 万元 + 100–150 万元（分别裁量，合并决定） = 150–210 万元',
  '督办期限 2026-06-09、法定调查期限 2026-05-19，较早者 2026-06-09',
  '较大、一般，取最高 → 重大',
  '加处罚款：60 万元 × 3% × 10 日 = 19 万元',
  '加处罚款 72 万元，封顶 60 万元，取 72 万元',
  '医疗费：12 万元 + 12 万元 ÷ 60 日 × 90 日 = 31 万元',
  '工作损失价值：6000 日 × 利润总额 500 万元 ÷ （200 人 × 250 日） = 61 万元',
])('a false sentence is noticed: %s', (sentence) => {
  expect(readSentence(sentence).fault).not.toBeNull()
})
