import { Button, Table, type TableColumnsType } from 'antd'
import { useLayoutEffect, useRef, useState } from 'react'
import type { CaseSummary } from '../../../shared/case/contract.ts'
import { progressLabels } from '../../../shared/case/labels.ts'
import { placeName } from '../../../shared/case/place.ts'
import { wanText } from '../../../shared/money.ts'
import { typeLabel } from '../../../shared/statutes/accident-types.ts'
import { run } from '../../api.ts'
import { usePreferences } from '../../preferences.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Waiting } from '../../ui/Failure.tsx'
import { isComposing } from '../../ui/keys.ts'
import { Grade } from '../../ui/marks.tsx'
import { useToast } from '../../ui/use-toast.ts'
import type { Cases } from './use-cases.ts'

/** The rows of the register, drawn as far as they are seen. Enter or a click opens; ↑↓ go through the names. */
export function CaseTable(props: {
  readonly cases: Cases
  readonly isArchive: boolean
  readonly isFiltered: boolean
  readonly onOpen: (id: string) => void
  readonly onCreate: () => void
}) {
  const { cases, isArchive, isFiltered, onOpen, onCreate } = props
  const message = useToast()
  const put = async (row: CaseSummary) => {
    const result = await run(row.isRemoved ? 'case.restore' : 'case.archive', { caseId: row.id })
    if (!result.ok) {
      message.error(result.error.message, 8)
      return
    }
    const key = `case-${row.id}`
    message.open({
      key,
      duration: 8,
      content: (
        <>
          {row.isRemoved ? '已恢复' : '已移走'}“{row.name}”。
          <button
            type="button"
            className="linkbtn"
            onClick={() => {
              message.destroy(key)
              void put({ ...row, isRemoved: !row.isRemoved })
            }}
          >
            撤销
          </button>
        </>
      ),
    })
  }
  if (cases.isWaiting) return <Waiting />
  if (cases.rows.length === 0)
    return (
      <div className="noregister">
        {isArchive ? (
          <EmptyState what="没有移走的案卷。移走的案卷都在这里，随时可以恢复。" />
        ) : isFiltered ? (
          <EmptyState what="没有符合条件的案卷；可减少条件，或换个词查找。" />
        ) : (
          <EmptyState
            what="这里登记本单位调查处理的每一起生产安全事故，从接报到归档。"
            law="事故调查组自事故发生之日起60日内提交调查报告（《生产安全事故报告和调查处理条例》第二十九条）。"
            action={
              <Button type="primary" onClick={onCreate}>
                新建案卷
              </Button>
            }
          />
        )}
      </div>
    )
  return <Grid cases={cases} onOpen={onOpen} onPut={(row) => void put(row)} />
}

/** Mounted with its box, so that the box is measured. */
function Grid(props: {
  readonly cases: Cases
  readonly onOpen: (id: string) => void
  readonly onPut: (row: CaseSummary) => void
}) {
  const { cases, onOpen, onPut } = props
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 900, height: 500 })
  const scale = usePreferences().textPercent / 100
  useLayoutEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) })
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  const head = Math.round(32 * scale)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows of the buttons in it
    <div className="grid" ref={box} onKeyDown={onArrow}>
      <Table<CaseSummary>
        virtual
        size="small"
        rowKey="id"
        dataSource={[...cases.rows]}
        pagination={false}
        // a virtual table wants numbers
        scroll={{ x: Math.max(size.width, 860 * scale), y: size.height - head }}
        columns={columnsOf(size.width / scale, scale, onOpen, onPut)}
        onRow={(row) => ({ onClick: () => onOpen(row.id) })}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget
          if (scrollHeight - scrollTop - clientHeight < 800) cases.more()
        }}
      />
    </div>
  )
}

function onArrow(event: React.KeyboardEvent<HTMLDivElement>): void {
  if (isComposing(event.nativeEvent)) return
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.target instanceof HTMLElement)) return
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.casename')]
  const next = names[names.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}

/** `room` is the width in pixels of standard text. */
function columnsOf(
  room: number,
  scale: number,
  onOpen: (id: string) => void,
  onPut: (row: CaseSummary) => void,
): TableColumnsType<CaseSummary> {
  const isWide = room > 1200
  const px = (width: number) => Math.round(width * scale)
  const number = (value: number | null) => value ?? '—'
  const wide: TableColumnsType<CaseSummary> = [
    { title: '地点', width: px(150), ellipsis: true, render: (_, row) => placeName(row) },
    {
      title: '类别',
      width: px(96),
      ellipsis: true,
      render: (_, row) => (row.typeStandard && row.typeCode ? typeLabel(row.typeStandard, row.typeCode) : ''),
    },
  ]
  return [
    {
      title: '案号',
      width: px(150),
      ellipsis: true,
      render: (_, row) => <span className="num dim">{row.caseNo ?? '未编号'}</span>,
    },
    {
      title: '事故名称',
      ellipsis: true,
      render: (_, row) => (
        <button
          type="button"
          className="casename"
          title={row.name}
          onClick={(event) => {
            event.stopPropagation()
            onOpen(row.id)
          }}
        >
          {row.name}
        </button>
      ),
    },
    {
      title: '等级',
      width: px(108),
      render: (_, row) => <Grade grade={row.grade} isProvisional={row.isGradeProvisional} />,
    },
    ...(isWide ? wide : []),
    { title: '发生', width: px(94), render: (_, row) => <span className="num">{row.occurredOn ?? '—'}</span> },
    {
      title: '死/重/轻',
      width: px(84),
      render: (_, row) => (
        <span className="num">
          <b>{number(row.deaths)}</b>/{number(row.seriousInjuries)}/{number(row.minorInjuries)}
        </span>
      ),
    },
    {
      title: '损失（万元）',
      width: px(104),
      align: 'right',
      render: (_, row) =>
        row.directLossFen === null ? '—' : <span className="num">{wanText(row.directLossFen)}</span>,
    },
    { title: '进度', width: px(76), render: (_, row) => progressLabels[row.stage] },
    {
      title: '操作',
      width: px(62),
      render: (_, row) => (
        <button
          type="button"
          className="rowact"
          aria-label={`${row.isRemoved ? '恢复' : '移走'}：${row.name}`}
          onClick={(event) => {
            event.stopPropagation()
            onPut(row)
          }}
        >
          {row.isRemoved ? '恢复' : '移走'}
        </button>
      ),
    },
  ]
}
