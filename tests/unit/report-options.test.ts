/** What the investigator chooses: titles, cover, imprint, edition, figures. */
import { expect, test } from 'vitest'
import type { Dossier } from '../../src/shared/case/tables.ts'
import { annexChoices } from '../../src/shared/report/investigation/attachments.ts'
import { ReportOptions, reportOptions } from '../../src/shared/report/investigation/options.ts'
import { titleLines } from '../../src/shared/report/investigation/title-lines.ts'
import { titleChoices, titleKeys } from '../../src/shared/report/investigation/titles.ts'
import { row, sampleDossier, withRow, withRows } from '../support/dossier.ts'
import { blocksOf, type Given, linesOf, report, textOf } from '../support/report-text.ts'

const sample = sampleDossier()

test('options that are stored come back the same, unknown ones are refused', () => {
  const given = reportOptions({ template: 'B', titles: { basic: '工程概况' }, isDraft: true })
  expect(ReportOptions.parse(JSON.parse(JSON.stringify(given)))).toEqual(given)
  expect(ReportOptions.safeParse({ colour: 'red' }).success).toBe(false)
})

test('every title can be chosen, among variants that are all different', () => {
  for (const key of titleKeys) {
    const { variants } = titleChoices[key]
    expect(new Set(variants).size).toBe(variants.length)
  }
  const titles = { basic: '事故单位概况', measures: '防范和整改措施' }
  const lines = linesOf(sample, { titles })
  expect(lines).toContain('一、事故单位概况')
  expect(lines).toContain('七、防范和整改措施')
})

test('a draft is marked, a cover and an imprint are printed where they are wanted', () => {
  const imprint = { copyTo: '澜州市人民检察院', issuer: '澜州市应急管理局办公室', date: '2026-11-06' }
  const document = report(sample, { isDraft: true, hasCover: true, imprint })
  expect(document.headerMark).toBe('草稿')
  expect(document.blocks.slice(0, 2).map((block) => block.kind)).toEqual(['cover', 'toc'])
  expect(document.blocks.at(-1)).toMatchObject({ kind: 'imprint', date: '2026年11月6日' })
  expect(report(sample).headerMark).toBeNull()
  expect(blocksOf(report(sample, { template: 'B', hasCover: false }), 'title')).toHaveLength(1)
})

test('long titles are cut before the date, never inside a word', () => {
  expect(titleLines('澜州市粉尘爆炸事故调查报告')).toEqual(['澜州市粉尘爆炸事故调查报告'])
  const name = '从化区街口街府前社区微改造项目（一期）“11·27”施工挖穿燃气管道事故调查报告'
  expect(titleLines(name)).toEqual(['从化区街口街府前社区微改造项目（一期）', '“11·27”施工挖穿燃气管道事故调查报告'])
  expect(titleLines(name).join('')).toBe(name)
  // the point of “9·25” is as wide as a character: this title does not fit on one line
  expect(titleLines('东莞市松山湖“9·25”较大火灾事故调查报告')).toEqual(['东莞市松山湖', '“9·25”较大火灾事故调查报告'])
})

test('the public edition shows persons by their public names only and leaves out injuries and signatures', () => {
  const lines = linesOf(sample, { edition: 'public' })
  const text = lines.join('\n')
  const masked = sample.rows.person.filter((person) => person.publicName !== person.name)
  expect(masked.length).toBeGreaterThan(10)
  for (const person of masked) expect(text).not.toContain(person.name)
  expect(text).toContain('胡某某，垒峤公司电焊工。')
  expect(text).toContain('冉国栋，汀泽市应急管理局党委委员')
  expect(text).not.toMatch(/伤情|烧伤总面积|签名|现场平面图/)
  const redacted = JSON.stringify(report(sample, { edition: 'public' })).match(/"kind":"redact"/g)
  expect(redacted?.length).toBeGreaterThan(30)
})

test('without a public name the injured are shown by surname, units by their public name', () => {
  const people = sample.rows.person.map((person) => ({ ...person, publicName: null }))
  const named = withRow(withRows(sample, { person: people }), 'unit', 'U2', { publicName: '某环保公司' })
  const text = textOf(named, { edition: 'public' })
  expect(text).toContain('白某某于8月13日死亡')
  expect(text).toContain('佘远航，朔澜公司法定代表人')
  expect(text).not.toContain('清岑')
  expect(text).toContain('2. 承包单位。某环保公司，')
})

test('figures stand where they belong, with captions, words for who cannot see them, and references', () => {
  const file = { sha256: 'a'.repeat(64), evidenceId: 'e1', role: 'original' }
  const illustrated = withRows(sample, {
    evidence: [row('evidence', { id: 'e1', kind: 'photo', title: '打磨车间照片', description: '北侧钢结构变形' })],
    evidenceFile: [
      row('evidenceFile', { ...file, id: 'p1', caption: '打磨车间北侧', reportPlace: 'site' }),
      row('evidenceFile', { ...file, id: 'p2', caption: null, reportPlace: 'attachment' }),
      row('evidenceFile', { ...file, id: 'p3', caption: '不用的照片' }),
      row('evidenceFile', { ...file, id: 'p4', caption: 'B线3号支管', reportPlace: 'cause' }),
    ],
  })
  const document = report(illustrated)
  expect(blocksOf(document, 'figure').map((figure) => [figure.id, figure.caption, figure.alt])).toEqual([
    ['figure:p1', '打磨车间北侧', '打磨车间北侧：北侧钢结构变形'],
    ['figure:p4', 'B线3号支管', 'B线3号支管：北侧钢结构变形'],
    ['figure:p2', '打磨车间照片', '打磨车间照片：北侧钢结构变形'],
  ])
  const text = textOf(illustrated)
  expect(text).toContain('地面积尘厚度为2至6毫米（见图1）。\n图1　打磨车间北侧')
  expect(text).toContain('有关情况见图2。\n图2　B线3号支管')
  expect(text).toContain('附件5\n现场平面图和照片\n图3　打磨车间照片')
  expect(blocksOf(report(illustrated, { edition: 'public' }), 'figure')).toHaveLength(2)
})

test('the list of annexes names what is on file, and what is chosen', () => {
  const annexes = (dossier: Dossier, given: Given = {}) =>
    blocksOf(report(dossier, given), 'attachmentList').flatMap((list) =>
      list.items.map((item) => item.id.replace('attachment:', '')),
    )
  expect(annexes(sample)).toEqual(['members', 'proposals', 'appraisal', 'experts', 'photos', 'loss'])
  const bare = withRows(sample, {
    evidence: [],
    appraisal: [],
    lossItem: [],
    teamMember: [],
    proposal: [],
    liability: [],
  })
  // a scene that was described is no picture, experts that were asked have not written anything yet
  expect(annexes(withRow(bare, 'team', 'team1', { hasExperts: true }))).toEqual(['members'])
  expect(annexes(bare, { annexes: { photos: true, members: false } })).toEqual(['photos'])
  expect(annexes(sample, { template: 'C', annexes: { proposals: true } })).toEqual([
    'members',
    'proposals',
    'appraisal',
    'loss',
  ])
  expect(textOf(sample, { template: 'C', annexes: { proposals: true } })).toContain('序号\t姓名或者单位')
  expect(annexes(sample, { edition: 'public', annexes: { photos: true } })).toEqual(['proposals'])
})

test('annexes are offered with what is known of them', () => {
  const choices = annexChoices(sample, reportOptions({ annexes: { loss: false } }))
  expect(choices.map(({ key, isListed, hasPages }) => [key, isListed, hasPages])).toEqual([
    ['members', true, true],
    ['proposals', true, true],
    ['appraisal', true, false],
    ['experts', true, false],
    ['photos', true, false],
    ['loss', false, false],
  ])
  expect(annexChoices(sample, reportOptions({ edition: 'public' })).map(({ key }) => key)).toEqual(['proposals'])
})
