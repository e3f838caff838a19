import { PlusOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useState } from 'react'
import { run, useCall } from '../../api.ts'
import { inTurn } from '../../save/queue.ts'
import { clearable, searchable } from '../icons.tsx'
import { refOptions } from '../row-title.ts'
import { useToast } from '../use-toast.ts'
import type { FieldProps, RefTable } from './spec.ts'

/** What is typed becomes a row with the least that its table asks for; the rest is filled in on its own page. */
function addRow(caseId: string, table: RefTable, text: string) {
  switch (table) {
    case 'unit':
      return run('unit.add', { caseId, values: { name: text, kind: 'other' } })
    case 'person':
      return run('person.add', { caseId, values: { name: text } })
    case 'cause':
      return run('cause.add', { caseId, values: { description: text, kind: 'indirect' } })
    default:
      return null
  }
}

const words: Partial<Record<RefTable, string>> = { unit: '单位', person: '人员', cause: '原因' }

/** A row of this case. Adding one from here keeps the form as it stands. */
export function RefField(props: {
  readonly field: FieldProps
  readonly caseId: string
  readonly table: RefTable
  readonly isAddable: boolean
}) {
  const { field, caseId, table, isAddable } = props
  const { data: dossier } = useCall('case.dossier', { caseId })
  const message = useToast()
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const options = dossier ? refOptions(dossier, table) : []
  const text = typed.trim()
  const word = words[table]
  const add = async () => {
    const result = await inTurn(caseId, async () => (await addRow(caseId, table, text)) ?? never)
    if (!result.ok) {
      message.error(result.error.message, 8)
      return
    }
    field.onChange(result.value.id)
    setTyped('')
    setOpen(false)
    message.success(`已添加${word}“${text}”，其余内容可稍后到“${word === '原因' ? '原因' : '单位与人员'}”补充。`)
  }
  return (
    <Select
      id={field.id}
      disabled={field.isLocked}
      status={field.isInvalid ? 'error' : ''}
      aria-invalid={field.isInvalid}
      aria-describedby={field.describedBy}
      value={typeof field.value === 'string' ? field.value : null}
      options={[...options]}
      allowClear={clearable}
      open={isOpen}
      onOpenChange={setOpen}
      placeholder={field.placeholder ?? (isAddable ? '选择，或输入新的名称' : '请选择')}
      showSearch={{ ...searchable, searchValue: typed, onSearch: setTyped }}
      notFoundContent={text === '' ? '还没有可选的内容' : '没有相符的内容'}
      onChange={(chosen: string | null | undefined) => field.onChange(chosen ?? null)}
      popupRender={(menu) => (
        <>
          {menu}
          {isAddable && word !== undefined && text !== '' && !options.some((option) => option.label === text) ? (
            <button
              type="button"
              className="refadd"
              // mousedown would take the focus and close the list before the click
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => void add()}
            >
              <PlusOutlined aria-hidden /> 添加{word}“{text}”
            </button>
          ) : null}
        </>
      )}
    />
  )
}

const never = {
  ok: false,
  error: { code: 'internal', message: '这里不能添加；请到对应的页面添加。' },
} as const
