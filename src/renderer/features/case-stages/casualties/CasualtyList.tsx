import { occurredOnOf } from '../../../../shared/case/derive.ts'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { countCasualties } from '../../../../shared/casualty/count.ts'
import { chineseDay, type DayText } from '../../../../shared/dates.ts'
import { casualtyWindowEnd, casualtyWindowOf } from '../../../../shared/statutes/casualty-window.ts'
import { valueLabel } from '../../../../shared/text.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { Missing } from '../../../ui/marks.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { cut, personName, unitName } from '../words.ts'

function fieldsOf({ caseFile }: Dossier): readonly FieldSpec<'casualty'>[] {
  const on = occurredOnOf(caseFile)
  const { days } = casualtyWindowOf(caseFile.regime, on)
  return [
    { kind: 'ref', table: 'person', name: 'personId', label: '姓名', span: 2, placeholder: '选择，或输入新的姓名' },
    { kind: 'ref', table: 'unit', name: 'unitId', label: '单位', span: 2 },
    { kind: 'choice', name: 'outcome', label: '结果' },
    { kind: 'text', name: 'job', label: '工种、身份' },
    { kind: 'yesNo', name: 'isWorker', label: '从业人员', span: 2 },
    { kind: 'day', name: 'injuredOn', label: '受伤日期' },
    {
      kind: 'day',
      name: 'diedOn',
      label: '死亡日期',
      isShown: ({ outcome, diedOn }) => outcome === 'death' || Boolean(diedOn),
      hint: ({ diedOn }) => lateDeath(diedOn, on, on === null ? null : casualtyWindowEnd(on, caseFile.regime), days),
    },
    {
      kind: 'day',
      name: 'missingSince',
      label: '失踪日期',
      isShown: ({ outcome, missingSince }) => outcome === 'missing' || Boolean(missingSince),
    },
    { kind: 'number', name: 'lostDays', label: '损失工作日', unit: '日' },
    { kind: 'text', name: 'certificateNo', label: '死亡证明、鉴定编号' },
    {
      kind: 'number',
      name: 'headCount',
      label: '人数',
      unit: '人',
      help: '姓名未见的一批人填写',
      isShown: ({ personId }) => !personId,
    },
    { kind: 'text', name: 'outcomeText', label: '结果的原词' },
    { kind: 'prose', span: 4, name: 'injury', label: '诊断、死因', rows: 1 },
    { kind: 'prose', span: 4, name: 'note', label: '说明', rows: 1 },
  ]
}

/** A death after the window does not change the grade; one before the accident is a slip. */
function lateDeath(diedOn: unknown, on: DayText | null, end: DayText | null, days: number): string | null {
  if (typeof diedOn !== 'string' || on === null || end === null) return null
  if (diedOn < on) return '死亡日期早于事故发生日期，请核对。'
  if (diedOn <= end) return null
  return `事故发生之日起${days}日的期限于${chineseDay(end)}届满，此后死亡属期后死亡，定级时仍按重伤统计。`
}

/** 伤亡人员一览. */
export function CasualtyList(props: {
  readonly dossier: Dossier
  readonly isLocked: boolean
  readonly openId: string | null
}) {
  const { dossier, isLocked, openId } = props
  const { caseFile, rows } = dossier
  const person = (row: Row<'casualty'>) => rows.person.find(({ id }) => id === row.personId)
  return (
    <RecordList
      caseId={caseFile.id}
      table="casualty"
      title="伤亡人员一览"
      note={rows.casualty.length > 0 ? tally(dossier) : undefined}
      rows={rows.casualty}
      titleOf={(row) => nameOf(dossier, row)}
      titleColumn="姓名"
      columns={[
        { title: '性别', width: 46, cell: (row) => person(row)?.sex ?? '—' },
        { title: '年龄', width: 48, isRight: true, cell: (row) => person(row)?.age ?? '—' },
        {
          title: '单位、身份',
          width: 150,
          cell: (row) =>
            [unitName(dossier, row.unitId), row.job ?? person(row)?.position].filter(Boolean).join('，') || '—',
        },
        { title: '结果', width: 70, cell: (row) => outcomeOf(row) },
        {
          title: '诊断、死因',
          width: 150,
          cell: (row) => (row.injury ? cut(row.injury, 24) : <Missing>诊断</Missing>),
        },
      ]}
      fields={fieldsOf(dossier)}
      addLabel="添加人员"
      empty={{
        what: '每名伤亡人员一条；姓名未见的，可按人数登记一批。',
        law: '《生产安全事故报告和调查处理条例》第三十条第三项：事故造成的人员伤亡。',
      }}
      isLocked={isLocked}
      openId={openId}
    />
  )
}

const outcomeOf = (row: Row<'casualty'>) =>
  row.outcome === null
    ? (row.outcomeText ?? <Missing>结果</Missing>)
    : row.outcome === 'unspecified'
      ? '轻重未分'
      : valueLabel('casualty', 'outcome', row.outcome)

const nameOf = (dossier: Dossier, row: Row<'casualty'>): string =>
  personName(dossier, row.personId) ?? (row.headCount > 1 ? `${row.headCount}人（姓名未见）` : '（姓名未见）')

/** 死亡3人，重伤1人，轻伤2人 by the window of the law. */
function tally({ caseFile, rows }: Dossier): string {
  const counts = countCasualties(rows.casualty, occurredOnOf(caseFile), caseFile.regime)
  const words: readonly (readonly [string, number])[] = [
    ['死亡', counts.deaths],
    ['失踪', counts.missing],
    ['重伤', counts.seriousInjuries],
    ['急性工业中毒', counts.acutePoisonings],
    ['轻伤', counts.minorInjuries],
    ['轻重未分', counts.unspecifiedInjuries],
  ]
  return words
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}${count}人`)
    .join('，')
}
