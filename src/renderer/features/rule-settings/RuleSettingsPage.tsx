import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Output } from '../../../shared/contract.ts'
import { historyOf } from '../../../shared/rule-settings/choose.ts'
import type { SettingInForce } from '../../../shared/rule-settings/contract.ts'
import { useCall } from '../../api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Failure, Waiting } from '../../ui/Failure.tsx'
import { Hint } from '../../ui/marks.tsx'
import { Section } from '../../ui/Section.tsx'
import { HolidaysForm } from './HolidaysForm.tsx'
import { RulesFile } from './RulesFile.tsx'
import { SettingCard } from './SettingCard.tsx'
import './rule-settings.css'

type Given = Output<'setting.rules'>

/** 规则设定: what the law leaves to the bureau, with the history of each. */
export function RuleSettingsPage() {
  const { data, error, refetch } = useCall('setting.rules', {})
  return (
    <>
      <div className="pagehead">
        <h1>规则设定</h1>
        <p className="dim">
          <Link to="/settings">返回设置</Link>
        </p>
      </div>
      {error ? <Failure message={error.message} onRetry={() => void refetch()} /> : null}
      {data ? <Cards given={data} /> : error ? null : <Waiting />}
    </>
  )
}

function Cards({ given }: { readonly given: Given }) {
  const { today, inForce, versions, faults } = given
  const cardOf = (held: SettingInForce) => (
    <SettingCard key={held.key} held={held} history={historyOf(versions, held.key)} today={today} />
  )
  const plain = inForce.filter(({ setting }) => setting.key !== 'holidays')
  const tables = inForce.filter(({ setting }) => setting.key === 'holidays')
  return (
    <div className="rulesettings">
      <p className="prose">
        以下是法律、法规没有写明，由本单位自行设定的口径，<b className="strong">不是法律规定</b>
        。期限天数、罚款幅度、等级标准等法定数字不在其中，任何设定都不能改动。每次修改另存一个版本，原来的版本保留；计算结果会写明用了哪个设定和它的依据。
      </p>
      {faults.map((fault) => (
        <Hint key={fault} isError>
          {fault}
        </Hint>
      ))}
      {plain.map(cardOf)}
      <Holidays tables={tables} today={today}>
        {tables.map(cardOf)}
      </Holidays>
      <RulesFile />
    </div>
  )
}

function Holidays(props: {
  readonly tables: readonly SettingInForce[]
  readonly today: string
  readonly children: React.ReactNode
}) {
  const { tables, today, children } = props
  const [isAdding, setAdding] = useState(false)
  const add = isAdding ? null : (
    <Button size="small" onClick={() => setAdding(true)}>
      导入一年的放假调休表
    </Button>
  )
  const year = Number(today.slice(0, 4))
  const known = tables.map(({ setting }) => (setting.key === 'holidays' ? setting.value.year : 0))
  return (
    <>
      {isAdding || tables.length === 0 ? (
        <Section level={2} title="放假调休表" note="按工作日计算的期限用" isEditing={isAdding}>
          {isAdding ? (
            <HolidaysForm year={known.includes(year) ? year + 1 : year} text="" onDone={() => setAdding(false)} />
          ) : (
            <EmptyState
              what="还没有导入任何一年的放假调休表。公布调查报告、行政处罚等按工作日计算的期限，现在只按周一至周五为工作日计算。"
              law="依据：国务院办公厅每年关于部分节假日安排的通知。"
              action={add}
            />
          )}
        </Section>
      ) : (
        <p className="acts">{add}</p>
      )}
      {children}
    </>
  )
}
