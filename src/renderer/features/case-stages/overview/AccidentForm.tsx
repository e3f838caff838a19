import { Link } from 'react-router'
import type { Dossier } from '../../../../shared/case/tables.ts'
import { accidentTypesOf } from '../../../../shared/statutes/accident-types.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { Section } from '../../../ui/Section.tsx'

/** 事故概况: the long facts about place and scene. */
export function AccidentForm({ dossier, isLocked }: { readonly dossier: Dossier; readonly isLocked: boolean }) {
  const { caseFile, accident } = dossier
  const types = caseFile.typeStandard ? accidentTypesOf(caseFile.typeStandard) : []
  const fields: readonly FieldSpec<'accident'>[] = [
    { kind: 'text', name: 'address', label: '事故地点', span: 4, placeholder: '街道、门牌、车间或者作业面' },
    { kind: 'text', name: 'activity', label: '作业活动', span: 2 },
    { kind: 'text', name: 'weather', label: '天气', span: 2 },
    { kind: 'prose', span: 4, name: 'project', label: '涉事项目、设备、场所概况' },
    { kind: 'prose', span: 4, name: 'siteConditions', label: '现场情况' },
    { kind: 'text', name: 'industryBasis', label: '行业归类依据', span: 4 },
    { kind: 'text', name: 'typeBasis', label: '类别认定依据', span: 2 },
    {
      kind: 'choice',
      name: 'secondaryTypeCode',
      label: '副类',
      span: 2,
      options: types.map((type) => ({ value: type.code, label: type.name })),
      placeholder: '没有可不选',
    },
    { kind: 'prose', span: 4, name: 'leadersInstructions', label: '领导批示', rows: 2 },
    { kind: 'prose', span: 4, name: 'preventionExtent', label: '举一反三的范围', rows: 1 },
  ]
  return (
    <Section title="事故概况">
      <RecordForm caseId={caseFile.id} table="accident" row={accident} fields={fields} isLocked={isLocked} />
      <dl className="pairs">
        <dt>事故性质</dt>
        <dd>
          {accident.natureText ?? (accident.nature ? valueLabel('accident', 'nature', accident.nature) : null) ?? (
            <Missing>事故性质</Missing>
          )}
          <Link to={`/case/${caseFile.id}/causes`}>在“原因”认定</Link>
        </dd>
      </dl>
    </Section>
  )
}
