import { expect, test } from 'vitest'
import { accidentName, type NamedCase } from '../../src/shared/case/naming.ts'
import { addressWithoutPlace, placeName, splitAddress } from '../../src/shared/case/place.ts'
import { typeLabel } from '../../src/shared/statutes/accident-types.ts'
import { sampleDossier } from '../support/dossier.ts'

const wujiang: NamedCase = {
  province: '江苏省',
  city: '苏州市',
  district: '吴江区',
  occurredFrom: '2021-07-12T15:33:00+08:00',
  occurredPrecision: 'about',
}

test('place, unit, day, grade and type', () => {
  expect(accidentName(wujiang, { name: '四季开源酒店' }, '坍塌', '重大')).toBe(
    '苏州市吴江区四季开源酒店“7·12”重大坍塌事故',
  )
})

test('the sample case has the name of the formula', () => {
  const { caseFile, rows } = sampleDossier()
  const type = typeLabel('GB6441-2025', caseFile.typeCode ?? '')
  expect(accidentName(caseFile, rows.unit[0] ?? null, type, '较大')).toBe(caseFile.name)
})

test('a unit that names the place is not preceded by it', () => {
  expect(accidentName(wujiang, { name: '江苏甲乙有限公司' }, '触电', '一般')).toBe('江苏甲乙有限公司“7·12”一般触电事故')
  expect(accidentName(wujiang, { name: '吴江丙丁厂' }, '触电', '一般')).toBe('吴江丙丁厂“7·12”一般触电事故')
})

test.each<[string, Partial<NamedCase>, string]>([
  ['a 直辖市 is named once', { province: '北京市', city: '北京市', district: '海淀区' }, '北京市海淀区某厂“7·12”事故'],
  [
    'a 直辖市 without its city as well',
    { province: '天津市', city: null, district: '蓟州区' },
    '天津市蓟州区某厂“7·12”事故',
  ],
  ['a county or a city of its rank stands alone', { district: '昆山市' }, '昆山市某厂“7·12”事故'],
  ['the province where nothing nearer is known', { city: null, district: null }, '江苏省某厂“7·12”事故'],
  ['no place at all', { province: null, city: null, district: null }, '某厂“7·12”事故'],
  ['only the month is known', { occurredPrecision: 'month' }, '苏州市吴江区某厂事故'],
  ['no time is known', { occurredFrom: null, occurredPrecision: 'unknown' }, '苏州市吴江区某厂事故'],
])('%s', (_, given, name) => {
  expect(accidentName({ ...wujiang, ...given }, { name: '某厂' }, null, null)).toBe(name)
})

test('without a unit the place stands for it; 其他 is not a type to print', () => {
  expect(accidentName(wujiang, null, '火灾', '较大')).toBe('苏州市吴江区“7·12”较大火灾事故')
  expect(accidentName(wujiang, null, '其他', '一般')).toBe('苏州市吴江区“7·12”一般事故')
  expect(accidentName(wujiang, null, '其他伤害', '一般')).toBe('苏州市吴江区“7·12”一般事故')
  expect(accidentName(wujiang, null, '其他爆炸', '特别重大')).toBe('苏州市吴江区“7·12”特别重大爆炸事故')
})

test('places in full, and addresses that repeat them or name the unit', () => {
  expect(placeName({ province: '江苏省', city: '澜州市', district: '汀泽市' })).toBe('江苏省澜州市汀泽市')
  expect(placeName({ province: '北京市', city: '北京市', district: '海淀区' })).toBe('北京市海淀区')
  expect(addressWithoutPlace(wujiang, '苏州市吴江区松陵街道油车路188号')).toBe('松陵街道油车路188号')
  expect(addressWithoutPlace(wujiang, '松陵街道油车路188号')).toBe('松陵街道油车路188号')
  const unit = { name: '汀泽朔澜轻合金制品有限公司', shortName: '朔澜公司' }
  expect(splitAddress('锦帆路18号朔澜公司打磨车间', unit)).toEqual({ before: '锦帆路18号', site: '打磨车间' })
  expect(splitAddress('锦帆路18号汀泽朔澜轻合金制品有限公司', unit)).toEqual({ before: '锦帆路18号', site: null })
  expect(splitAddress('锦帆路18号', unit)).toEqual({ before: '锦帆路18号', site: null })
})
