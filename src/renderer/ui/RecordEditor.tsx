import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { caseTables } from '../../shared/case/tables.ts'
import type { EditableTable } from '../../shared/rows.ts'
import type { Values } from '../save/drafts.ts'
import type { Needs } from '../save/row-saver.ts'
import { FieldGrid } from './fields/FieldGrid.tsx'
import type { FieldSpec } from './fields/spec.ts'
import { isComposing } from './keys.ts'
import { FormError, type FormRow, LackNote, useRecord } from './RecordForm.tsx'
import { Section } from './Section.tsx'
import type { Records } from './use-records.tsx'

/** The form of the chosen row, under its list: what is edited and where it stands are seen together. */
export function RecordEditor<T extends EditableTable>(props: {
  readonly caseId: string
  readonly table: T
  readonly records: Records
  readonly row: FormRow | undefined
  readonly ordinal: number | null
  readonly title: string
  readonly count: number
  readonly fields: readonly FieldSpec<T>[]
  readonly presets: Values
  readonly needs: Needs | undefined
  readonly isSorted: boolean
  readonly isLocked: boolean
  readonly children: ReactNode
}) {
  const { caseId, table, records, row, ordinal, title, count, fields, presets, needs, isLocked } = props
  const draftKey = records.formKey ?? ''
  const id = records.selectedId
  const form = useRecord({ caseId, table, row, id, draftKey, presets, fields, needs })
  const box = useRef<HTMLDivElement>(null)
  const isFirstNew = useRef(records.isNew)
  useEffect(() => {
    if (!isFirstNew.current) return
    box.current?.querySelector<HTMLElement>('input, textarea')?.focus()
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      form.flush()
      records.next()
    }
  }
  const tools = (
    <>
      {id !== null && props.isSorted ? (
        <>
          <Button
            size="small"
            type="text"
            icon={<ArrowUpOutlined aria-hidden />}
            aria-label="上移"
            title="上移（在列表中 Alt+↑）"
            disabled={isLocked || ordinal === null || ordinal <= 1}
            onClick={() => records.move(id, -1)}
          />
          <Button
            size="small"
            type="text"
            icon={<ArrowDownOutlined aria-hidden />}
            aria-label="下移"
            title="下移（在列表中 Alt+↓）"
            disabled={isLocked || ordinal === null || ordinal >= count}
            onClick={() => records.move(id, 1)}
          />
        </>
      ) : null}
      {id !== null ? (
        <Button
          size="small"
          type="text"
          icon={<InboxOutlined aria-hidden />}
          disabled={isLocked}
          onClick={() => records.archive(id, title)}
        >
          移走
        </Button>
      ) : null}
      {id === null && form.isDirty ? (
        <Button
          size="small"
          type="text"
          onClick={() => {
            form.discard()
            records.close()
          }}
        >
          放弃
        </Button>
      ) : null}
      <Button size="small" type="text" icon={<CloseOutlined aria-hidden />} aria-label="收起" onClick={records.close} />
    </>
  )
  const { label } = caseTables[table]
  return (
    // the keys belong to the fields inside; the element itself takes no focus
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for Ctrl+Enter of the fields in it
    <div ref={box} data-editor={id ?? ''} onKeyDown={onKeyDown}>
      <Section
        title={id === null ? `新的${label}` : `${ordinal ?? ''} ${title}`.trim()}
        note="Ctrl+Enter 完成，下一项"
        tools={tools}
        isEditing
        label={`编辑${label}`}
      >
        <FormError form={form} fields={fields} />
        <FieldGrid table={table} caseId={caseId} form={form} fields={fields} isLocked={isLocked} />
        <LackNote form={form} />
        {props.children}
      </Section>
    </div>
  )
}
