import { describe, expect, test } from 'vitest'
import { deriveCase } from '../../src/shared/case/derive.ts'
import type { Dossier } from '../../src/shared/case/tables.ts'
import { row, sampleDossier, withoutRows, withRow, withRows } from '../support/dossier.ts'
import { onDay } from '../support/figures.ts'

describe('the way of a case', () => {
  const team = row('team', { id: 't', purpose: 'investigation' })
  const approval = (id: string, given: object) => row('approval', { id, submittedOn: '2026-04-20', ...given })
  const sent = withRows(onDay, { team: [team], approval: [approval('a', {})] })
  const approved = withRow(sent, 'approval', 'a', { decision: 'approved', decidedOn: '2026-05-01' })
  const published = withRows(approved, { publication: [row('publication', { id: 'p', publishedText: '2026-05' })] })

  const withSource = (kind: string) =>
    withRows(onDay, {
      importNote: [
        row('importNote', { id: 'n', importBatchId: 'b', path: '/sources/0', kind: 'source', valueJson: { kind } }),
      ],
    })

  test.each<[string, Dossier]>([
    ['reported', onDay],
    ['investigating', withRows(onDay, { team: [team] })],
    ['investigating', withRows(onDay, { cause: [row('cause', { id: 'c', kind: 'direct', description: '触电' })] })],
    ['submitted', sent],
    ['investigating', withRow(sent, 'approval', 'a', { decision: 'returned' })],
    ['approved', approved],
    ['published', published],
    [
      'assessed',
      withRows(published, {
        approval: [...published.rows.approval, approval('b', { subject: 'assessment', decision: 'approved' })],
      }),
    ],
    [
      'archived',
      withRows(published, {
        handover: [row('handover', { id: 'h', aboutTable: 'archive_volume', aboutId: 'v', receivedOn: '2026-08-01' })],
      }),
    ],
  ])('%s', (stage, dossier) => {
    expect(deriveCase(dossier).stage).toBe(stage)
  })

  test.each<[string, string, Dossier]>([
    [
      'published',
      'its file names who made it public',
      withRows(onDay, { publication: [row('publication', { id: 'p', byBody: '市应急管理局' })] }),
    ],
    ['published', 'it was made from the report', withSource('report-opening')],
    ['published', 'it was made from news of the report', withSource('news-digest')],
    ['investigating', 'only a notice of the accident is known', withSource('official-notice')],
  ])('a case for the library is %s when %s', (stage, _, dossier) => {
    const begun = withRows(dossier, { team: [team] })
    expect(deriveCase({ ...begun, caseFile: { ...begun.caseFile, purpose: 'reference' } }).stage).toBe(stage)
    expect(deriveCase(begun).stage).toBe('investigating')
  })

  test('a report that was returned and sent again is submitted', () => {
    const again = withRows(sent, {
      approval: [approval('a', { decision: 'returned' }), approval('b', { submittedOn: '2026-05-10' })],
    })
    expect(deriveCase(again)).toMatchObject({ stage: 'submitted', approvedOn: null })
  })

  test('提级 is 第二十条第一款 only; a person’s answer stands above the rows', () => {
    const escalation = (ground: string, decision: string) => row('escalation', { id: 'e', ground, decision })
    const of = (...args: Parameters<typeof escalation>) => withRows(onDay, { escalation: [escalation(...args)] })
    expect(deriveCase(of('escalation', 'approved')).isEscalated).toBe(true)
    expect(deriveCase(of('escalation', 'refused')).isEscalated).toBeNull()
    expect(deriveCase(of('casualty_change', 'approved')).isEscalated).toBeNull()
    const answered = withoutRows(sampleDossier(), 'supervision', ['su1'])
    expect(deriveCase(answered)).toMatchObject({ isEscalated: false, isSupervised: true })
  })
})
