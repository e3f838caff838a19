import { Button, Input, Modal, Select } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { accidentName } from '../../../shared/case/naming.ts'
import { dayOf } from '../../../shared/dates.ts'
import { accidentTypesOn, typeLabel, typeStandardOn } from '../../../shared/statutes/accident-types.ts'
import { provinces } from '../../../shared/statutes/divisions.ts'
import { formatUncertain, parseChineseTime, timeEntryProblem } from '../../../shared/time-entry.ts'
import { run, useCall } from '../../api.ts'
import { clearable, searchable } from '../../ui/icons.tsx'
import { Hint } from '../../ui/marks.tsx'

type Given = {
  readonly time: string
  readonly province: string
  readonly city: string
  readonly district: string
  readonly address: string
  readonly unit: string
  readonly typeCode: string | null
  /** null: by the formula */
  readonly name: string | null
}

/** 新建案卷: what is known at the first call. Only the name is needed, and the formula gives it. */
export function NewCase({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Modal open={isOpen} title="新建案卷" footer={null} width="76rem" destroyOnHidden onCancel={onClose}>
      <Form onClose={onClose} />
    </Modal>
  )
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const id = useId()
  const navigate = useNavigate()
  const { data: status } = useCall('library.status', {})
  const [typed, setTyped] = useState<Partial<Given>>({})
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const given: Given = {
    time: '',
    province: status?.bureau.province ?? '',
    city: status?.bureau.city ?? '',
    district: status?.bureau.district ?? '',
    address: '',
    unit: '',
    typeCode: null,
    name: null,
    ...typed,
  }
  const put = (change: Partial<Given>) => setTyped({ ...typed, ...change })
  const today = status ? dayOf(status.now) : null
  const time = parseChineseTime(given.time, today)
  const day = time.from ? dayOf(time.from) : today
  const place = { province: orNull(given.province), city: orNull(given.city), district: orNull(given.district) }
  const type = day && given.typeCode ? typeLabel(typeStandardOn(day), given.typeCode) : null
  const unit = orNull(given.unit)
  const formula = accidentName(
    { ...place, occurredFrom: time.from, occurredPrecision: time.precision },
    unit === null ? null : { name: unit },
    type,
    null,
  )
  const name = given.name ?? formula
  const create = async () => {
    setBusy(true)
    const result = await run('case.create', {
      values: {
        name: name.trim(),
        nameSource: given.name === null ? 'formula' : 'manual',
        ...place,
        occurredFrom: time.from,
        occurredTo: time.to,
        occurredPrecision: time.precision,
        occurredText: time.text,
        typeCode: given.typeCode,
      },
      accident: { address: orNull(given.address) },
    })
    if (!result.ok) {
      setBusy(false)
      setError(result.error.message)
      return
    }
    const { caseId } = result.value
    if (unit !== null) await run('unit.add', { caseId, values: { name: unit, kind: 'accident_unit' } })
    onClose()
    void navigate(`/case/${caseId}`)
  }
  const field = (key: string, label: string, span: number, control: ReactNode, note?: ReactNode) => (
    <div className={`field span-${span}`}>
      <label htmlFor={`${id}-${key}`}>{label}</label>
      {control}
      {note}
    </div>
  )
  const line = (key: 'city' | 'district' | 'address' | 'unit', placeholder: string) => (
    <Input
      id={`${id}-${key}`}
      value={given[key]}
      placeholder={placeholder}
      autoComplete="off"
      onChange={(event) => put({ [key]: event.target.value })}
    />
  )
  const timeProblem = timeEntryProblem(time)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <div className="grid4">
        {field(
          'time',
          '发生时间',
          2,
          <Input
            id={`${id}-time`}
            autoFocus
            value={given.time}
            placeholder="2026年8月4日15时26分许"
            autoComplete="off"
            aria-describedby={`${id}-time-note`}
            onChange={(event) => put({ time: event.target.value })}
          />,
          <div id={`${id}-time-note`}>
            {timeProblem !== null ? (
              <Hint>{timeProblem}</Hint>
            ) : time.from ? (
              <p className="help">读作 {formatUncertain(time)}</p>
            ) : null}
          </div>,
        )}
        {field('unit', '事故发生单位', 2, line('unit', '营业执照上的全称；不清楚可先不填'))}
        {field(
          'province',
          '省、自治区、直辖市',
          1,
          <Select
            id={`${id}-province`}
            value={given.province === '' ? null : given.province}
            showSearch={searchable}
            allowClear={clearable}
            options={provinces.map((row) => ({ value: row.name, label: row.name }))}
            onChange={(value) => put({ province: value ?? '' })}
          />,
        )}
        {field('city', '市（州、盟）', 1, line('city', ''))}
        {field('district', '区县', 1, line('district', ''))}
        {field(
          'typeCode',
          '事故类别',
          1,
          <Select
            id={`${id}-typeCode`}
            value={given.typeCode}
            showSearch={searchable}
            allowClear={clearable}
            placeholder="可稍后认定"
            options={day ? accidentTypesOn(day).map((row) => ({ value: row.code, label: row.name })) : []}
            onChange={(value: string | null | undefined) => put({ typeCode: value ?? null })}
          />,
        )}
        {field('address', '详细地点', 4, line('address', '街道、门牌、车间或者作业面'))}
        {field(
          'name',
          '事故名称',
          4,
          <Input
            id={`${id}-name`}
            value={name}
            autoComplete="off"
            onChange={(event) => put({ name: event.target.value })}
          />,
          given.name === null ? (
            <p className="help">按“地名、单位、日期、类别”生成，随上面的内容变化；也可直接改写。</p>
          ) : (
            <p className="help">
              已改写。
              <button type="button" className="linkbtn" onClick={() => put({ name: null })}>
                恢复为：{formula}
              </button>
            </p>
          ),
        )}
      </div>
      {error !== null ? <Hint isError>{error}</Hint> : null}
      <p className="acts form-end">
        <Button type="primary" htmlType="submit" loading={isBusy} disabled={name.trim() === ''}>
          建立案卷
        </Button>
        <span className="dim">案号按本单位的规则自动编排，其余内容进入案卷后填写。</span>
      </p>
    </form>
  )
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
