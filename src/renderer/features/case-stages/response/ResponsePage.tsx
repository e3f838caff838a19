/** 应急处置: rescue, its assessment and the aftermath (应急条例第二十七条). */
import type { StageProps } from '../../../stage-pages.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { Section } from '../../../ui/Section.tsx'

const accidentFields: readonly FieldSpec<'accident'>[] = [
  { kind: 'prose', span: 4, name: 'rescueSummary', label: '应急处置与救援情况', rows: 4 },
  {
    kind: 'prose',
    span: 4,
    name: 'rescueAssessment',
    label: '应急处置评估',
    rows: 4,
    help: '《生产安全事故应急条例》第二十七条：调查报告应当包括对应急处置工作的评估。',
  },
  { kind: 'prose', span: 4, name: 'aftermath', label: '善后处理情况', rows: 3 },
]

export function ResponsePage({ caseId, dossier, isLocked }: StageProps) {
  return (
    <Section title="处置与善后情况" note="写入调查报告">
      <RecordForm caseId={caseId} table="accident" row={dossier.accident} fields={accidentFields} isLocked={isLocked} />
    </Section>
  )
}
