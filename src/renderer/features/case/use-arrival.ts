/**
 * A link that leads to a fact: `?row=` opens the row, `?table=` and `?field=` name the column. The field gets the focus; where
 * there is no row yet, the button that adds one.
 */
import { useEffect, useRef } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import type { Gap } from '../../../shared/case/gap.ts'
import type { Dossier } from '../../../shared/case/tables.ts'

type Target = {
  readonly table: string
  readonly column: string
  readonly rowId: string | null
  /** row of a page's own list that must be open for it */
  readonly openId: string | null
}

/** Forms are drawn after the row was opened; a link to what is not there stops asking. */
const MOST_MS = 2000

/** The row to open. Worked out once a link that is followed: what is filled in later opens nothing by itself. */
export function useArrival(dossier: Dossier, missing: readonly Gap[]): string | null {
  const location = useLocation()
  // an address that was typed has no key of its own
  const visit = `${location.key} ${location.pathname}${location.search}`
  const [search] = useSearchParams()
  const known = useRef<{ readonly visit: string; readonly target: Target } | null>(null)
  if (known.current?.visit !== visit) {
    const [table, column, row] = ['table', 'field', 'row'].map((name) => search.get(name))
    const asked = { table: table ?? '', column: column ?? '', rowId: row ?? null }
    known.current = { visit, target: targetOf(dossier, missing, asked) }
  }
  const { target } = known.current
  useEffect(() => (target.column === '' ? undefined : focusSoon(target)), [target])
  return target.openId
}

/** Without a row: the one of which the page says that this is missing in it. */
function targetOf(dossier: Dossier, missing: readonly Gap[], asked: Omit<Target, 'openId'>): Target {
  const { table, column } = asked
  const { rows } = dossier
  const rowId = asked.rowId ?? missing.find((gap) => gap.table === table && gap.rowId !== null)?.rowId ?? null
  const target = { table, column, rowId }
  // these stand in the form of the row they belong to
  if (table === 'proposal') {
    const owner = rows.proposal.find(({ id }) => id === rowId)?.liabilityId
    const without = rows.liability.find(({ id }) => !rows.proposal.some((row) => row.liabilityId === id))
    const openId = owner ?? without?.id ?? null
    return openId === null ? { ...target, table: 'liability', openId } : { ...target, openId }
  }
  if (table === 'infoReportDelivery')
    return { ...target, openId: rows.infoReportDelivery.find(({ id }) => id === rowId)?.infoReportId ?? null }
  // its fields stand beside the paper
  if (table === 'document') return { ...target, openId: null }
  return { ...target, openId: rowId }
}

function focusSoon(target: Target): () => void {
  const until = performance.now() + MOST_MS
  let frame = 0
  const look = () => {
    const isLast = performance.now() > until
    const element = elementOf(target, isLast)
    if (element === null) {
      if (!isLast) frame = requestAnimationFrame(look)
      return
    }
    element.focus({ preventScroll: true })
    element.scrollIntoView({ block: 'center' })
  }
  frame = requestAnimationFrame(look)
  return () => cancelAnimationFrame(frame)
}

/** `isLast`: the form of the row did not come, so its list will do. */
function elementOf({ table, column, rowId, openId }: Target, isLast: boolean): HTMLElement | null {
  const field = `[data-fact="${CSS.escape(`${table}.${column}`)}"] :is(input, textarea)`
  const add = `[data-add="${CSS.escape(table)}"]`
  const editor = `[data-editor="${CSS.escape(openId ?? '')}"]`
  const find = (selector: string) => document.querySelector<HTMLElement>(selector)
  if (openId === null) return find(field) ?? find(add)
  if (rowId !== openId) return find(`${editor} ${add}`) ?? (isLast ? find(`${editor} :is(input, textarea)`) : null)
  return (
    find(`${editor} ${field}`) ?? (isLast ? (find(`${editor} :is(input, textarea)`) ?? find(field) ?? find(add)) : null)
  )
}
