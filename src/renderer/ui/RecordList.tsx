/**
 * The rows of a table of a case with the form of the chosen one under them. Adding, editing (autosave), archiving with 撤销,
 * order by Alt+↑↓; a stage page only lists columns and fields:
 *
 * ```tsx
 * <RecordList caseId={caseId} table="unit" title="单位" rows={dossier.rows.unit} titleOf={(unit) => unit.name}
 *   columns={[{ title: '角色', cell: (unit) => valueLabel('unit', 'kind', unit.kind) }]}
 *   fields={[{ kind: 'text', name: 'name', label: '名称', span: 2 }, { kind: 'choice', name: 'kind', label: '角色' }]}
 *   empty={{ what: '这里登记…', law: '条例第三十条（一）' }} />
 * ```
 *
 * `presets`: values of a new row that no field shows (the team of a member). `extra`: what belongs to the chosen row under its
 * fields (links to causes, files). `listName`: where two lists of one table stand in a case.
 */
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { caseTables, type Row } from '../../shared/case/tables.ts'
import type { EditableTable, GivenValues } from '../../shared/rows.ts'
import type { Needs } from '../save/row-saver.ts'
import { EmptyState } from './EmptyState.tsx'
import type { FieldSpec } from './fields/spec.ts'
import { isComposing } from './keys.ts'
import { PasteRows } from './PasteRows.tsx'
import { RecordEditor } from './RecordEditor.tsx'
import { Section } from './Section.tsx'
import { type Records, useRecords } from './use-records.tsx'

export type ListColumn<R> = {
  readonly title: string
  readonly cell: (row: R, index: number) => ReactNode
  /** in rem × 10 at 100 %, i.e. pixels of the design; left out = takes the rest */
  readonly width?: number
  readonly isRight?: boolean
}

export type RecordListProps<T extends EditableTable> = {
  readonly caseId: string
  readonly table: T
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly rows: readonly Row<T>[]
  readonly titleOf: (row: Row<T>) => string
  /** heading of the first column, which shows the title of the row */
  readonly titleColumn?: string
  readonly columns: readonly ListColumn<Row<T>>[]
  readonly fields: readonly FieldSpec<T>[]
  readonly presets?: GivenValues<T>
  readonly needs?: Needs
  readonly empty: { readonly what: ReactNode; readonly law?: ReactNode }
  readonly addLabel?: string
  readonly tools?: ReactNode
  readonly extra?: (row: Row<T>) => ReactNode
  readonly listName?: string
  readonly isLocked?: boolean
  /** a row that stays as it is in a list that is open: what was sent */
  readonly isRowLocked?: (row: Row<T>) => boolean
  /** row to open at first: the target of a link */
  readonly openId?: string | null
}

export function RecordList<T extends EditableTable>(props: RecordListProps<T>) {
  const { caseId, table, title, note, rows, columns, titleOf, presets, empty, tools, openId } = props
  const { label, isSorted } = caseTables[table]
  const isLocked = props.isLocked ?? false
  const records = useRecords({ caseId, table, listName: props.listName ?? '', rows })
  const addLabel = props.addLabel ?? `添加${label}`
  const opened = useRef<string | null>(null)
  useEffect(() => {
    if (!openId || opened.current === openId || !rows.some((row) => row.id === openId)) return
    opened.current = openId
    records.select(openId)
  })
  const row = rows.find(({ id }) => id === records.selectedId)
  const addButton = (
    <Button
      size="small"
      type="text"
      icon={<PlusOutlined aria-hidden />}
      disabled={isLocked}
      data-add={table}
      onClick={records.add}
    >
      {addLabel}
    </Button>
  )
  const [isPasting, setPasting] = useState(false)
  const pasteButton = (
    <Button size="small" type="text" disabled={isLocked} onClick={() => setPasting(true)}>
      粘贴多行
    </Button>
  )
  const isEmpty = rows.length === 0 && records.waiting.length === 0
  return (
    <>
      <Section
        title={title}
        note={note ?? (rows.length > 0 ? `${rows.length}项` : undefined)}
        tools={
          <>
            {tools}
            {isLocked ? null : pasteButton}
            {isEmpty ? null : addButton}
          </>
        }
        isFlush={!isEmpty}
      >
        {isEmpty ? (
          <EmptyState
            {...empty}
            action={
              records.formKey === null ? (
                <Button
                  type="primary"
                  icon={<PlusOutlined aria-hidden />}
                  disabled={isLocked}
                  data-add={table}
                  onClick={records.add}
                >
                  {addLabel}
                </Button>
              ) : null
            }
          />
        ) : (
          <table className="plain list">
            <thead>
              <tr>
                <th scope="col" className="ordinal">
                  序
                </th>
                <th scope="col">{props.titleColumn ?? '名称'}</th>
                {columns.map((column) => (
                  <th
                    key={column.title}
                    scope="col"
                    className={column.isRight ? 'r' : ''}
                    style={column.width === undefined ? undefined : { width: `${column.width / 10}rem` }}
                  >
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((item, index) => (
                <tr
                  key={item.id}
                  className={item.id === records.selectedId ? 'on' : ''}
                  onClick={() => records.select(item.id)}
                >
                  <td className="num dim">{index + 1}</td>
                  <td>
                    <RowButton
                      isOn={item.id === records.selectedId}
                      text={titleOf(item)}
                      onSelect={() => records.select(item.id)}
                      onKey={(event) => onRowKey(event, records, item.id, isSorted && !isLocked, titleOf(item))}
                    />
                  </td>
                  {columns.map((column) => (
                    <td key={column.title} className={column.isRight ? 'r num' : ''}>
                      {column.cell(item, index)}
                    </td>
                  ))}
                </tr>
              ))}
              {records.waiting.map(({ key, text }) => (
                <tr key={key} className={key === records.formKey ? 'on' : ''} onClick={() => records.selectKey(key)}>
                  <td className="num dim">新</td>
                  <td colSpan={columns.length + 1}>
                    <RowButton
                      isOn={key === records.formKey}
                      text={text}
                      onSelect={() => records.selectKey(key)}
                      onKey={() => undefined}
                    />
                    <span className="missing">未保存</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      {isPasting ? (
        <PasteRows
          caseId={caseId}
          table={table}
          fields={props.fields}
          presets={{ ...presets }}
          needs={props.needs}
          onClose={() => setPasting(false)}
        />
      ) : null}
      {records.formKey !== null ? (
        <RecordEditor
          key={records.formKey}
          caseId={caseId}
          table={table}
          records={records}
          row={row}
          ordinal={row ? rows.indexOf(row) + 1 : null}
          title={row ? titleOf(row) : ''}
          count={rows.length}
          fields={props.fields}
          presets={{ ...presets }}
          needs={props.needs}
          isSorted={isSorted}
          isLocked={isLocked || (row !== undefined && props.isRowLocked?.(row) === true)}
        >
          {row && props.extra ? props.extra(row) : null}
        </RecordEditor>
      ) : null}
    </>
  )
}

function RowButton(props: {
  readonly isOn: boolean
  readonly text: string
  readonly onSelect: () => void
  readonly onKey: (event: KeyboardEvent<HTMLButtonElement>) => void
}) {
  return (
    <button
      type="button"
      className="rowbtn"
      aria-pressed={props.isOn}
      onClick={(event) => {
        event.stopPropagation()
        props.onSelect()
      }}
      onKeyDown={props.onKey}
    >
      {props.text}
    </button>
  )
}

/** ↑↓ go through the rows, Alt+↑↓ carry the row along, Delete archives it (with 撤销). */
function onRowKey(
  event: KeyboardEvent<HTMLButtonElement>,
  records: Records,
  id: string,
  isMovable: boolean,
  title: string,
): void {
  if (isComposing(event.nativeEvent)) return
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
  if (step !== 0 && event.altKey) {
    if (isMovable) records.move(id, step)
  } else if (step !== 0) {
    const buttons = [...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('.rowbtn') ?? [])]
    buttons[buttons.indexOf(event.currentTarget) + step]?.focus()
  } else if (event.key === 'Delete' && records.selectedId === id) records.archive(id, title)
  else return
  event.preventDefault()
  event.stopPropagation()
}
