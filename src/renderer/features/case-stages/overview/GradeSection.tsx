import { Button, Input, Select } from 'antd'
import { caseGrade } from '../../../../shared/case/derive.ts'
import type { Dossier } from '../../../../shared/case/tables.ts'
import type { Result } from '../../../../shared/result.ts'
import { type Grade as GradeNumber, gradeLabels } from '../../../../shared/statutes/grade-thresholds.ts'
import { confidenceLabels } from '../../../../shared/statutes/rule-row.ts'
import { run } from '../../../api.ts'
import type { Saved, Values } from '../../../save/drafts.ts'
import { inTurn } from '../../../save/queue.ts'
import { useAutosave } from '../../../save/use-autosave.ts'
import { searchable } from '../../../ui/icons.tsx'
import { Grade, Hint } from '../../../ui/marks.tsx'
import { FormError, LackNote } from '../../../ui/RecordForm.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useToast } from '../../../ui/use-toast.ts'
import { CaseRule } from '../../rules/CaseRule.tsx'
import { gradeCells } from '../../rules/case-cells.ts'
import { OwnField } from '../OwnField.tsx'
import { textOf } from '../words.ts'

type Props = { readonly dossier: Dossier; readonly isLocked: boolean }

/** 事故等级: what the rule says and why; a person may decide otherwise with a reason (条例第三条). */
export function GradeSection({ dossier, isLocked }: Props) {
  const { grade, isProvisional, computed, decided, question } = caseGrade(dossier)
  return (
    <Section
      title="事故等级"
      note={decided ? '人工认定' : '按伤亡和损失数字计算'}
      tools={<Grade grade={grade} isProvisional={isProvisional} />}
    >
      <div className="reasons">
        {question ? <Hint>{question}</Hint> : null}
        <ol>
          {computed.steps.filter(Boolean).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {computed.notes.map((note) => (
          <Hint key={note}>{note}</Hint>
        ))}
        {computed.next.length > 0 ? (
          <>
            <h4>何时会变</h4>
            <ul>
              {computed.next.map(({ step }) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          </>
        ) : null}
        <p className="dim">
          规则：{computed.clause}，{confidenceLabels[computed.confidence]}
        </p>
      </div>
      <CaseRule
        id="grade"
        cells={gradeCells(dossier)}
        origin={{ to: `/case/${dossier.caseFile.id}/overview`, name: dossier.caseFile.name }}
      />
      <Decision dossier={dossier} isLocked={isLocked} />
    </Section>
  )
}

const options = [1, 2, 3, 4] as const

const isGrade = (value: unknown): value is GradeNumber => options.some((grade) => grade === value)

/** 人工认定: saved when grade and reason both stand there. */
function Decision({ dossier, isLocked }: Props) {
  const message = useToast()
  const caseId = dossier.caseFile.id
  const { decided } = caseGrade(dossier)
  const initial: Values = { grade: decided?.grade ?? null, reason: decided?.reason ?? '' }
  const lacks = (typed: Values): string | null => {
    const { grade, reason } = { ...initial, ...typed }
    if (!isGrade(grade)) return '选择认定的等级后保存'
    return textOf(reason) === '' ? '写明认定理由后保存' : null
  }
  const form = useAutosave({
    caseId,
    draftKey: `${caseId}/determination/new-grade`,
    id: null,
    rev: undefined,
    initial,
    check: () => null,
    lacks,
    save: async (patch): Promise<Result<Saved>> => {
      const { grade, reason } = { ...initial, ...patch }
      const input = { caseId, grade: isGrade(grade) ? grade : null, reason: textOf(reason) }
      const result = await run('case.setGrade', input)
      return result.ok ? { ok: true, value: {} } : result
    },
  })
  const revoke = async () => {
    form.discard()
    const result = await inTurn(caseId, () => run('case.setGrade', { caseId, grade: null, reason: '' }))
    if (!result.ok) message.error(result.error.message, 8)
  }
  return (
    <>
      <FormError form={form} />
      <div className="grid4">
        <OwnField form={form} name="grade" label="人工认定" span={1} fact="caseFile.grade" isLocked={isLocked}>
          {(field) => (
            <Select
              id={field.id}
              disabled={isLocked}
              value={isGrade(field.value) ? field.value : null}
              options={options.map((value) => ({ value, label: gradeLabels[value] }))}
              showSearch={searchable}
              placeholder="不认定"
              onChange={(value) => field.onChange(value)}
            />
          )}
        </OwnField>
        <OwnField form={form} name="reason" label="认定理由" span={3} isLocked={isLocked}>
          {(field) => (
            <Input.TextArea
              id={field.id}
              disabled={isLocked}
              value={typeof field.value === 'string' ? field.value : ''}
              autoSize={{ minRows: 1, maxRows: 8 }}
              placeholder="与计算结果不同的，须写明理由"
              onChange={({ target }) => field.onChange(target.value)}
            />
          )}
        </OwnField>
      </div>
      <LackNote form={form} />
      {decided ? (
        <p className="acts">
          <Button size="small" disabled={isLocked} onClick={() => void revoke()}>
            取消认定，按数字计算
          </Button>
        </p>
      ) : form.isDirty ? (
        <p className="acts">
          <Button size="small" onClick={form.discard}>
            放弃认定
          </Button>
        </p>
      ) : null}
    </>
  )
}
