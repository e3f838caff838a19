import { expect, test } from 'vitest'
import { reportOptions } from '../../src/shared/report/investigation/options.ts'
import { omittedParts, unusedWordings } from '../../src/shared/report/omissions.ts'
import { emptyDossier, sampleDossier, withRows } from '../support/dossier.ts'
import { report } from '../support/report-text.ts'

const sample = sampleDossier()
const omitted = (template: 'A' | 'B' | 'C', dossier = sample) => omittedParts(dossier, reportOptions({ template }))

test('the full outlines print every part of the sample case', () => {
  expect(omitted('A')).toEqual([])
  expect(omitted('B')).toEqual([])
})

test('the brief outline names what it leaves out, as far as it is filled in', () => {
  expect(omitted('C')).toEqual([
    '领导批示',
    '调查组成员',
    '调查方式和原则',
    '单位概况',
    '单位之间的关系',
    '涉事场所和设备',
    '现场勘查情况',
    '应急救援情况的概述',
    '技术鉴定意见',
    '存在的主要问题',
    '事故定性的表述',
  ])
  expect(omitted('C', withRows(sample, { finding: [], unitRelation: [] }))).not.toContain('存在的主要问题')
  expect(omitted('C', emptyDossier())).toEqual([])
})

test('own words without a place in the outline are named', () => {
  const wordings = [{ blockId: 'unit:U1' }, { blockId: 'cause:c1' }, { blockId: 'gone' }]
  const unused = (template: 'A' | 'C') =>
    unusedWordings(wordings, report(sample, { template })).map((one) => one.blockId)
  expect(unused('A')).toEqual(['gone'])
  expect(unused('C')).toEqual(['unit:U1', 'gone'])
})
