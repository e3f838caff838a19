import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { caseTables } from '../../shared/case/tables.ts'
import type { EditableTable } from '../../shared/rows.ts'
import { useCall } from '../api.ts'
import type { Values } from '../save/drafts.ts'
import { inTurn } from '../save/queue.ts'
import { type Needs, rowSaver } from '../save/row-saver.ts'
import type { FieldSpec, RefTable } from './fields/spec.ts'
import { clearable } from './icons.tsx'
import { Hint } from './marks.tsx'
import { parseTable, planColumns, readCell } from './paste-table.ts'
import { refOptions } from './row-title.ts'

const refTables: readonly RefTable[] = ['unit', 'person', 'cause', 'evidence', 'document', 'team', 'proposal']

/** Rows pasted from a table of Word, WPS or Excel: columns are matched to fields, shown, and added one by one. */
export function PasteRows<T extends EditableTable>(props: {
  readonly caseId: string
  readonly table: T
  readonly fields: readonly FieldSpec<T>[]
  readonly presets: Values
  readonly needs: Needs | undefined
  readonly onClose: () => void
}) {
  const { caseId, table, fields, presets, needs, onClose } = props
  const { data: dossier } = useCall('case.dossier', { caseId })
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Readonly<Record<number, string | null>>>({})
  const [failed, setFailed] = useState<readonly string[]>([])
  const [done, setDone] = useState<number | null>(null)
  const { label } = caseTables[table]
  const rows = parseTable(text)
  const plan = planColumns(rows, fields)
  const names = plan.names.map((name, index) => (index in chosen ? (chosen[index] ?? null) : name))
  const body = plan.hasHead ? rows.slice(1) : rows
  const refs = (wanted: string) => {
    const known = refTables.find((name) => name === wanted)
    return dossier && known ? refOptions(dossier, known) : []
  }
  const labels = Object.fromEntries(fields.map((spec) => [spec.name, spec.label]))
  const saver = rowSaver({ caseId, table, presets, labels, needs })
  const read = body.map((row) => {
    let values: Values = {}
    const problems: string[] = []
    names.forEach((name, index) => {
      const spec = fields.find((field) => field.name === name)
      if (!spec) return
      const cell = readCell(table, spec, row[index] ?? '', refs)
      if ('problem' in cell) problems.push(cell.problem)
      else values = { ...values, ...cell.values }
    })
    for (const [name, value] of Object.entries(values)) {
      const problem = saver.check(name, value)
      if (problem !== null) problems.push(problem)
    }
    const lack = saver.lacks(values)
    if (lack !== null) problems.push(lack.replace(/后保存$/, '后才能添加'))
    return { row, values, problems }
  })
  const ready = read.filter(({ problems }) => problems.length === 0)
  const add = async () => {
    const refused: string[] = []
    const kept: (readonly string[])[] = read.filter(({ problems }) => problems.length > 0).map(({ row }) => row)
    for (const [index, { row, values }] of ready.entries()) {
      setDone(index)
      const result = await inTurn(caseId, () => saver.save(values, { id: null, rev: undefined }))
      if (result.ok) continue
      refused.push(`${row.find((cell) => cell !== '') ?? ''}：${result.error.message}`)
      kept.push(row)
    }
    setDone(null)
    setFailed(refused)
    if (kept.length === 0) onClose()
    // what could not be added stays here to be mended
    else setText([...(plan.hasHead ? rows.slice(0, 1) : []), ...kept].map((row) => row.join('\t')).join('\n'))
  }
  return (
    <Modal open title={`粘贴多行${label}`} footer={null} width="96rem" onCancel={onClose}>
      <label htmlFor="paste-text" className="fieldlabel">
        从 Word、WPS 或 Excel 的表格中复制，粘贴在这里；第一行可以是栏目名称
      </label>
      <Input.TextArea
        id="paste-text"
        autoFocus
        value={text}
        autoSize={{ minRows: 4, maxRows: 10 }}
        onChange={(event) => {
          setText(event.target.value)
          setChosen({})
          setFailed([])
        }}
      />
      {read.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys
        <section className="pastebox" aria-label="将要添加的内容" tabIndex={0}>
          <table className="plain">
            <thead>
              <tr>
                {names.map((name, index) => (
                  // columns have no identity but their place
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <th key={index} scope="col">
                    <Select
                      size="small"
                      aria-label={`第 ${index + 1} 栏对应`}
                      value={name}
                      allowClear={clearable}
                      placeholder="不采用"
                      popupMatchSelectWidth={false}
                      options={fields.map((spec) => ({ value: spec.name, label: spec.label }))}
                      onChange={(value: string | null | undefined) => setChosen({ ...chosen, [index]: value ?? null })}
                    />
                  </th>
                ))}
                <th scope="col">核对</th>
              </tr>
            </thead>
            <tbody>
              {read.slice(0, 200).map(({ row, problems }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity yet
                <tr key={index}>
                  {names.map((_, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: see above
                    <td key={column}>{row[column]}</td>
                  ))}
                  <td>
                    {problems.length === 0 ? '可以添加' : problems.map((problem) => <p key={problem}>{problem}</p>)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {failed.map((sentence) => (
        <Hint key={sentence} isError>
          {sentence}
        </Hint>
      ))}
      <p className="acts form-end">
        <Button type="primary" disabled={ready.length === 0 || done !== null} onClick={() => void add()}>
          {done === null ? `添加 ${ready.length} 行` : `正在添加第 ${done + 1} 行`}
        </Button>
        {read.length > ready.length ? (
          <span className="dim">另有 {read.length - ready.length} 行须先改正，添加后仍留在上面。</span>
        ) : null}
      </p>
    </Modal>
  )
}
