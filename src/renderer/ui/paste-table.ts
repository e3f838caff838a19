/** Rows copied from Word, WPS or Excel: tab-separated text → cells → values of a table. */
import { fenFromWan } from '../../shared/money.ts'
import { parseChineseTime } from '../../shared/time-entry.ts'
import type { Values } from '../save/drafts.ts'
import { optionsOf } from './fields/options.ts'
import { parseCount, parseDay, parseInstant } from './fields/parse.ts'
import type { FieldSpec, FormTable, Option } from './fields/spec.ts'

/** Spreadsheets put quotes around a cell with a line break or a tab in it and double the quotes inside. */
export function parseTable(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell.trim())
    cell = ''
  }
  const plain = text.replace(/\r\n?/g, '\n')
  for (let index = 0; index < plain.length; index++) {
    const sign = plain[index] ?? ''
    if (isQuoted && sign === '"' && plain[index + 1] === '"') {
      cell += '"'
      index++
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (isQuoted) cell += sign
    else if (sign === '\t') endCell()
    else if (sign === '\n') {
      endCell()
      rows.push([])
    } else cell += sign
  }
  endCell()
  return rows.filter((row) => row.some((value) => value !== ''))
}

const bare = (text: string) => text.replace(/[（(].*?[）)]/g, '').replace(/\s/g, '')

export type ColumnPlan = { readonly names: readonly (string | null)[]; readonly hasHead: boolean }

/** Which field each column is: by the words of the first row when they are labels, else in the order of the fields. */
export function planColumns(
  rows: readonly (readonly string[])[],
  fields: readonly { readonly name: string; readonly label: string }[],
): ColumnPlan {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const head = Array.from({ length: width }, (_, index) => {
    const word = bare(rows[0]?.[index] ?? '')
    return word === '' ? null : (fields.find(({ label }) => bare(label) === word)?.name ?? null)
  })
  const found = head.filter((name) => name !== null).length
  if (found > 0 && found * 2 >= width) return { names: head, hasHead: true }
  return { names: Array.from({ length: width }, (_, index) => fields[index]?.name ?? null), hasHead: false }
}

export type ReadCell = { readonly values: Values } | { readonly problem: string }

/** A cell as the value of a field. `refs` are the rows it may name. */
export function readCell<T extends FormTable>(
  table: T,
  spec: FieldSpec<T>,
  text: string,
  refs: (table: string) => readonly Option[],
): ReadCell {
  const one = (value: unknown): ReadCell =>
    value === null ? { problem: `${spec.label}“${text}”没有看懂` } : { values: { [spec.name]: value } }
  if (text === '') return { values: {} }
  switch (spec.kind) {
    case 'text':
    case 'prose':
      return one(text)
    case 'number':
      return one(parseCount(text.replace(/[人岁名个份页]$/, '')))
    case 'money':
      return one(fenFromWan(text))
    case 'day':
      return one(parseDay(text))
    case 'instant':
      return one(parseInstant(text))
    case 'yesNo':
      return one(/^[是有√✓]$/.test(text) ? true : /^[否无×]$/.test(text) ? false : null)
    case 'list':
      return one(
        text
          .split(/[\n、；;]/)
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      )
    case 'choice':
      return one(matching(optionsOf(table, spec), text))
    case 'ref':
      return one(matching(refs(spec.table), text))
    case 'time': {
      const time = parseChineseTime(text, null)
      const { from, to, precision, text: kept } = spec.columns
      return { values: { [from]: time.from, [to]: time.to, [precision]: time.precision, [kept]: time.text } }
    }
  }
}

/** The one option with this label; a name that two share is not guessed. */
function matching(options: readonly Option[], text: string): string | null {
  const word = bare(text)
  const exact = options.filter(({ label, value }) => bare(label) === word || value === text)
  const first = exact.length > 0 ? exact : options.filter(({ label }) => bare(label.split(' · ')[0] ?? '') === word)
  return first.length === 1 ? (first[0]?.value ?? null) : null
}
