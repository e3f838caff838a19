import { Button, Input } from 'antd'
import { accidentName } from '../../../../shared/case/naming.ts'
import type { Dossier } from '../../../../shared/case/tables.ts'
import { dayOf } from '../../../../shared/dates.ts'
import {
  accidentTypesOf,
  typeLabel,
  typeStandardOn,
  typeStandardTitle,
} from '../../../../shared/statutes/accident-types.ts'
import { provinces } from '../../../../shared/statutes/divisions.ts'
import { gradeLabel } from '../../../../shared/statutes/grade-thresholds.ts'
import { industryLabel, industryProblem } from '../../../../shared/statutes/industries.ts'
import { valueLabel } from '../../../../shared/text.ts'
import { timeEntryProblem } from '../../../../shared/time-entry.ts'
import type { Autosave } from '../../../save/use-autosave.ts'
import { FieldGrid } from '../../../ui/fields/FieldGrid.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { FormError, useRecord } from '../../../ui/RecordForm.tsx'
import { Section } from '../../../ui/Section.tsx'
import { OwnField } from '../OwnField.tsx'
import { textOf } from '../words.ts'

type Props = { readonly dossier: Dossier; readonly isLocked: boolean }

/** 立卷: number, name, time, place, classes. */
export function CaseFileForm({ dossier, isLocked }: Props) {
  const { caseFile } = dossier
  const fields = fieldsOf(dossier)
  const form = useRecord({
    caseId: caseFile.id,
    table: 'caseFile',
    row: caseFile,
    id: caseFile.id,
    draftKey: `${caseFile.id}/caseFile/${caseFile.id}`,
    fields: [{ kind: 'text', name: 'name', label: '事故名称' }, ...fields],
  })
  return (
    <Section title="立卷登记">
      <FormError form={form} />
      <div className="grid4">
        <NameField dossier={dossier} form={form} isLocked={isLocked} />
      </div>
      <FieldGrid table="caseFile" caseId={caseFile.id} form={form} fields={fields} isLocked={isLocked} />
    </Section>
  )
}

/** The name by the formula, from what stands in the case now. */
function formulaOf({ caseFile, rows }: Dossier): string {
  const unit = rows.unit.find((row) => row.kind === 'accident_unit') ?? null
  const type = caseFile.typeStandard && caseFile.typeCode ? typeLabel(caseFile.typeStandard, caseFile.typeCode) : null
  const grade = caseFile.isGradeProvisional ? null : gradeLabel(caseFile.grade)
  return accidentName(caseFile, unit, type, grade)
}

function NameField({ dossier, form, isLocked }: Props & { readonly form: Autosave }) {
  const formula = formulaOf(dossier)
  const { name, nameSource } = form.values
  const isSame = name === formula
  // with nothing known the formula gives its last word only
  const isBare = formula === '事故'
  const source = valueLabel('caseFile', 'nameSource', textOf(nameSource))
  return (
    <OwnField
      form={form}
      name="name"
      label="事故名称"
      fact="caseFile.name"
      span={4}
      isLocked={isLocked}
      help={
        isBare
          ? `${source}。填写地点、时间、类别和事故发生单位后，可按公式生成。`
          : isSame
            ? `${source}；地名、单位、日期、等级、类别改变后，可重新生成。`
            : `${source}。按公式为：${formula}`
      }
    >
      {(field) => (
        <div className="withbutton">
          <Input
            id={field.id}
            value={textOf(name) === '' ? '' : String(name)}
            disabled={isLocked}
            status={field.isInvalid ? 'error' : ''}
            aria-invalid={field.isInvalid}
            aria-describedby={field.describedBy}
            autoComplete="off"
            onChange={({ target }) => form.change('name', { name: target.value, nameSource: 'manual' })}
          />
          <Button
            disabled={isLocked || isSame || isBare}
            onClick={() => {
              form.change('name', { name: formula, nameSource: 'formula' })
              form.flush()
            }}
          >
            按公式生成
          </Button>
        </div>
      )}
    </OwnField>
  )
}

function fieldsOf({ caseFile }: Dossier): readonly FieldSpec<'caseFile'>[] {
  const { typeStandard, industryCode } = caseFile
  const types = typeStandard ? accidentTypesOf(typeStandard) : []
  const section = industryCode ? industryLabel(industryCode) : null
  return [
    { kind: 'text', name: 'caseNo', label: '案号' },
    {
      kind: 'time',
      name: 'occurredFrom',
      label: '发生时间',
      span: 2,
      columns: { from: 'occurredFrom', to: 'occurredTo', precision: 'occurredPrecision', text: 'occurredText' },
      hint: (values) =>
        timeEntryProblem({
          from: null,
          to: null,
          precision: values.occurredPrecision === 'unknown' ? 'unknown' : 'minute',
          text: textOf(values.occurredText) || null,
        }),
    },
    { kind: 'day', name: 'registeredOn', label: '立卷日期' },
    {
      kind: 'text',
      name: 'province',
      label: '省、自治区、直辖市',
      suggestions: provinces.map((province) => province.name),
    },
    { kind: 'text', name: 'city', label: '市（州、盟）' },
    { kind: 'text', name: 'district', label: '区县' },
    {
      kind: 'text',
      name: 'industryCode',
      label: '行业（GB/T 4754）',
      placeholder: '如 C3670',
      help: section ?? undefined,
      hint: (values) => (textOf(values.industryCode) === '' ? null : industryProblem(textOf(values.industryCode))),
    },
    {
      kind: 'choice',
      name: 'typeStandard',
      label: '事故类别所用标准',
      span: 2,
      hint: (values) => {
        if (typeof values.occurredFrom !== 'string' || values.typeStandard === null) return null
        const right = typeStandardOn(dayOf(values.occurredFrom))
        return right === values.typeStandard ? null : `按事故发生日期应适用 ${typeStandardTitle(right)}，请改选。`
      },
    },
    {
      kind: 'choice',
      name: 'typeCode',
      label: '事故类别',
      span: 2,
      options: types.map((type) => ({ value: type.code, label: type.name })),
      placeholder: typeStandard ? '请选择' : '填写发生时间后选择',
      hint: (values) =>
        textOf(values.typeCode) === '' || types.some((type) => type.code === values.typeCode)
          ? null
          : '所选标准中没有这个类别，请重新选择。',
      help: types.find((type) => type.code === caseFile.typeCode)?.hint ?? undefined,
    },
    { kind: 'choice', name: 'regime', label: '适用的专门规定' },
    { kind: 'choice', name: 'purpose', label: '用途' },
    { kind: 'choice', name: 'secrecy', label: '密级' },
  ]
}
