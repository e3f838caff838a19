/** 经过: what happened in the order of time (条例第三十条第二项). Times may be uncertain; a source's clock may have been off. */
import { Segmented } from 'antd'
import { useState } from 'react'
import { occurredOnOf } from '../../../../shared/case/derive.ts'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { instantFromMs, msFromInstant } from '../../../../shared/dates.ts'
import { labelsOf, valueLabel } from '../../../../shared/text.ts'
import { formatUncertain, timeEntryProblem } from '../../../../shared/time-entry.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import type { FieldSpec } from '../../../ui/fields/spec.ts'
import { TextEntry } from '../../../ui/fields/TextEntry.tsx'
import { RecordForm } from '../../../ui/RecordForm.tsx'
import { RecordList } from '../../../ui/RecordList.tsx'
import { Section } from '../../../ui/Section.tsx'
import { OwnField, useRowForm } from '../OwnField.tsx'
import { textOf } from '../words.ts'
import { clockOffsetText, parseClockOffset } from './clock-offset.ts'

type Event = Row<'timelineEvent'>

const fields: readonly FieldSpec<'timelineEvent'>[] = [
  {
    kind: 'time',
    name: 'tFrom',
    label: '时间',
    span: 2,
    columns: { from: 'tFrom', to: 'tTo', precision: 'tPrecision', text: 'tText' },
    placeholder: '15时26分许，或8月4日13时至13时30分间',
    help: '同一天的可只写时刻',
    hint: ({ tPrecision, tText }) =>
      timeEntryProblem({
        from: null,
        to: null,
        precision: tPrecision === 'unknown' ? 'unknown' : 'minute',
        text: textOf(tText) || null,
      }),
  },
  { kind: 'choice', name: 'kind', label: '阶段', span: 2 },
  { kind: 'prose', name: 'description', label: '事件', rows: 2 },
]

export function TimelinePage({ caseId, dossier, isLocked, openId }: StageProps) {
  const [kind, setKind] = useState<string>('all')
  const all = [...dossier.rows.timelineEvent].sort(byTime)
  const rows = kind === 'all' ? all : all.filter((row) => row.kind === kind)
  const shown = isLinked(rows, openId) ? rows : openId === null ? rows : all
  return (
    <>
      <div className="stack title-time">
        <RecordList
          caseId={caseId}
          table="timelineEvent"
          title="经过"
          note={all.length > 0 ? `按时间先后，共${all.length}件` : undefined}
          tools={all.length > 0 ? <Kinds events={all} kind={kind} onChange={setKind} /> : null}
          rows={shown}
          titleOf={timeText}
          titleColumn="时间"
          columns={[
            { title: '事件', cell: (row) => row.description },
            { title: '精度', width: 72, cell: (row) => valueLabel('timelineEvent', 'tPrecision', row.tPrecision) },
            { title: '阶段', width: 80, cell: (row) => valueLabel('timelineEvent', 'kind', row.kind) },
            { title: '来源时钟', width: 150, cell: (row) => <span className="dim">{sourceClock(row)}</span> },
          ]}
          fields={fields}
          presets={presetsOf(dossier, kind)}
          extra={(row) => <ClockOffset row={row} isLocked={isLocked} />}
          addLabel="添加一件事"
          empty={{
            what: '一件事一条，写明时间和事实；记不清的写“15时许”“13时至13时30分间”，不必凑整。',
            law: '《生产安全事故报告和调查处理条例》第三十条第二项：事故发生经过和事故救援情况。',
          }}
          isLocked={isLocked}
          openId={openId}
        />
      </div>
      <Section title="简要经过" note="快报、批复和简式报告使用">
        <RecordForm
          caseId={caseId}
          table="accident"
          row={dossier.accident}
          fields={[{ kind: 'prose', name: 'brief', label: '一段话说明经过', rows: 3 }]}
          isLocked={isLocked}
        />
      </Section>
    </>
  )
}

const isLinked = (rows: readonly Event[], id: string | null): boolean => rows.some((row) => row.id === id)

/** Unknown times last; equal times in the order in which they were entered. */
const byTime = (a: Event, b: Event): number =>
  (a.tFrom ?? '9').localeCompare(b.tFrom ?? '9') || a.sortKey.localeCompare(b.sortKey)

const timeText = (row: Event): string =>
  formatUncertain({ from: row.tFrom, to: row.tTo, precision: row.tPrecision, text: row.tText }) || '时间不明'

/** What the clock of the source showed: the true time plus its error. */
function sourceClock(row: Event): string {
  if (row.clockOffsetMs === 0 || row.tFrom === null) return clockOffsetText(row.clockOffsetMs) || '—'
  const shown = instantFromMs(msFromInstant(row.tFrom) + row.clockOffsetMs)
  return `${shown.slice(11, 19)}，${clockOffsetText(row.clockOffsetMs)}`
}

const isKind = (kind: string): kind is Event['kind'] => Object.hasOwn(labelsOf('timelineEvent', 'kind') ?? {}, kind)

/** A new event stands on the day of the accident: «15时26分» is then read on that day. */
function presetsOf({ caseFile }: Dossier, kind: string) {
  const day = occurredOnOf(caseFile)
  const chosen = isKind(kind) ? { kind } : {}
  if (day === null) return { tPrecision: 'unknown' as const, ...chosen }
  const [tFrom, tTo] = [`${day}T00:00:00+08:00`, `${day}T23:59:59+08:00`]
  return { tFrom, tTo, tPrecision: 'day' as const, ...chosen }
}

function Kinds(props: {
  readonly events: readonly Event[]
  readonly kind: string
  readonly onChange: (kind: string) => void
}) {
  const { events, kind, onChange } = props
  const kinds = Object.entries(labelsOf('timelineEvent', 'kind') ?? {})
    .map(([value, label]) => ({ value, label, count: events.filter((event) => event.kind === value).length }))
    .filter(({ count }) => count > 0)
  return (
    <Segmented
      size="small"
      aria-label="阶段"
      value={kind}
      options={[
        { value: 'all', label: `全部 ${events.length}` },
        ...kinds.map(({ value, label, count }) => ({ value, label: `${label} ${count}` })),
      ]}
      onChange={onChange}
    />
  )
}

/** 监控时钟快3分18秒: the time above is the true one. */
function ClockOffset({ row, isLocked }: { readonly row: Event; readonly isLocked: boolean }) {
  const form = useRowForm('timelineEvent', row, fields)
  return (
    <div className="grid4">
      <OwnField
        form={form}
        name="clockOffsetMs"
        label="来源时钟的误差"
        span={2}
        help="监控、通话记录等来源的时钟与标准时间之差；上面的时间填校正后的时间。"
        isLocked={isLocked}
      >
        {(field) => (
          <TextEntry
            field={{
              ...field,
              placeholder: '快3分18秒；准确的不填',
              onChange: (value) => form.change('clockOffsetMs', { clockOffsetMs: value ?? 0 }),
            }}
            format={(value) => (typeof value === 'number' ? clockOffsetText(value) : '')}
            parse={parseClockOffset}
            problem="请写成“快3分18秒”或“慢12秒”的样子；时钟准确的不填。"
          />
        )}
      </OwnField>
    </div>
  )
}
