import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type ReportOptions, reportOptions } from '../../src/shared/report/investigation/options.ts'
import { buildInvestigationReport } from '../../src/shared/report/investigation.ts'
import { documentText } from '../../src/shared/report/plain.ts'
import { sampleDossier } from '../support/dossier.ts'

const options: Readonly<Record<ReportOptions['template'], ReportOptions>> = {
  A: reportOptions({ template: 'A' }),
  B: reportOptions({ template: 'B', titles: { site: '涉事车间和除尘系统' } }),
  C: reportOptions({ template: 'C' }),
}

/** Words of the hand-written reports that no row of the case carries, and what the rules print in their place. */
const differences: readonly { readonly byHand: string; readonly byRule: string; readonly why: string }[] = [
  {
    byHand: '依据车间监控视频确定',
    byRule: '依据监控视频确定',
    why: 'the event says how far its clock was off, not whose it was',
  },
  {
    byHand: '亲属善后交通、伙食、住宿',
    byRule: '伤亡人员亲属交通、伙食、住宿费',
    why: 'the words of the item as GB 6721—2025 and the row have them',
  },
  {
    byHand: '对辖区生产经营单位的监督检查存在漏管',
    byRule: '履行《安全生产法》第九条第二款规定的职责不到位',
    why: 'the row has this citation and no other judgement; its clause is printed as for every other body',
  },
  {
    byHand: '第2、3项',
    byRule: '第2项、第3项',
    why: 'numbers are references, so that they stay right when measures move',
  },
]

const expected = (template: ReportOptions['template']): string => {
  const path = fileURLToPath(new URL(`../fixtures/reports/golden-${template.toLowerCase()}.txt`, import.meta.url))
  return differences.reduce((text, { byHand, byRule }) => text.replaceAll(byHand, byRule), readFileSync(path, 'utf8'))
}

test.each(['A', 'B', 'C'] as const)('the report %s of the sample case reads as written by hand', (template) => {
  const document = buildInvestigationReport(sampleDossier(), options[template])
  expect(documentText(document).split('\n')).toEqual(expected(template).split('\n'))
  expect(document.missing).toEqual([])
})

test('building a report takes a few milliseconds', () => {
  const dossier = sampleDossier()
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now()
    buildInvestigationReport(dossier, options.B)
    return performance.now() - start
  })
  // the best of many: what the builder needs, not what else the machine does
  expect(Math.min(...times)).toBeLessThan(20)
})
