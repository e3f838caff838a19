/** The difference between a published case and what its rows give back, as notes; and the case again from both. */
import { cloneJson, isObject, isSameJson, type Json, plainJson, pointerSteps, pointerTo, setOwn } from './json.ts'
import type { NewRow } from './row.ts'

export type Unplaced = {
  /** RFC 6901 */
  readonly path: string
  readonly value: Json
  /** what the rows say there: nothing (no such column), null (left empty), something else */
  readonly found: 'nothing' | 'null' | 'other'
}

export type Difference = {
  readonly values: readonly Unplaced[]
  /** pointers that the rows give but the file did not have, in the order of removal */
  readonly absent: readonly string[]
}

/** Every value of `json` that `rebuilt` does not give back at the same place, the whole part where nothing of it is there. */
export function unplacedValues(json: unknown, rebuilt: unknown): Difference {
  const values: Unplaced[] = []
  const absent: string[] = []
  const compare = (want: unknown, have: unknown, path: string): void => {
    if (isObject(want) && isObject(have)) compareObjects(want, have, path)
    else if (Array.isArray(want) && Array.isArray(have)) compareLists(want, have, path)
    else if (!isSameJson(want, have)) add(want, path, have === null ? 'null' : 'other')
  }
  const compareObjects = (
    want: Readonly<Record<string, unknown>>,
    have: Readonly<Record<string, unknown>>,
    path: string,
  ): void => {
    for (const key of Object.keys(want)) {
      if (Object.hasOwn(have, key)) compare(want[key], have[key], pointerTo(path, key))
      else add(want[key], pointerTo(path, key), 'nothing')
    }
    for (const key of Object.keys(have)) if (!Object.hasOwn(want, key)) absent.push(pointerTo(path, key))
  }
  const compareLists = (want: readonly unknown[], have: readonly unknown[], path: string): void => {
    // a list without rows is one note; sources and remarks are read one by one
    if (have.length === 0 && want.length > 0 && path !== '/sources' && path !== '/notes') {
      add(want, path, 'nothing')
      return
    }
    for (const [at, item] of want.entries()) {
      if (at < have.length) compare(item, have[at], pointerTo(path, at))
      else add(item, pointerTo(path, at), 'nothing')
    }
    for (let at = have.length - 1; at >= want.length; at -= 1) absent.push(pointerTo(path, at))
  }
  const add = (value: unknown, path: string, found: Unplaced['found']): void => {
    values.push({ path, value: plainJson(value), found })
    addHidden(value, path, found)
  }
  /** `__proto__` keys do not survive every reader of JSON: each is a note of its own. */
  const addHidden = (value: unknown, path: string, found: Unplaced['found']): void => {
    if (Array.isArray(value)) for (const [at, item] of value.entries()) addHidden(item, pointerTo(path, at), found)
    else if (isObject(value))
      for (const key of Object.keys(value)) {
        if (key === '__proto__') add(value[key], pointerTo(path, key), found)
        else addHidden(value[key], pointerTo(path, key), found)
      }
  }
  compare(json, rebuilt, '')
  return { values, absent }
}

type Note = { readonly path: string; readonly value: unknown }

/** Order in which notes can be written: the outer part first, list items by number. A library gives them in any order. */
function byPlace(a: Note, b: Note): number {
  const [left, right] = [pointerSteps(a.path), pointerSteps(b.path)]
  if (left.length !== right.length) return left.length - right.length
  for (const [at, step] of left.entries()) {
    const other = right[at] ?? ''
    // digits of one length compare as text like as numbers: list items by length, then by text, is their order
    if (step !== other) return step.length - other.length || (step < other ? -1 : 1)
  }
  return 0
}

/** `rebuilt` with the values of the notes written over it and the absent keys taken away. */
export function withNotes(rebuilt: unknown, notes: readonly Note[], absent: readonly string[]): unknown {
  const root = { value: cloneJson(rebuilt) }
  for (const { path, value } of notes.toSorted(byPlace)) {
    const { parent, key } = parentOf(root, path)
    setOwn(parent, key, cloneJson(value))
  }
  for (const path of absent) {
    const { parent, key } = parentOf(root, path)
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else Reflect.deleteProperty(parent, key)
  }
  return root.value
}

/** Kind of a note: source and remark by place; otherwise whether the rows have no column, an empty one, or another value. */
export function noteKind({ path, found }: Unplaced): NewRow<'importNote'>['kind'] {
  if (path.startsWith('/sources')) return 'source'
  if (path.startsWith('/notes')) return 'remark'
  if (found === 'nothing') return 'no_column'
  return found === 'null' ? 'not_parsed' : 'conflict'
}

function parentOf(root: { readonly value: unknown }, path: string): { readonly parent: object; readonly key: string } {
  const steps = ['value', ...pointerSteps(path)]
  const key = steps.pop() ?? ''
  let parent: unknown = root
  for (const step of steps) {
    if (typeof parent !== 'object' || parent === null) break
    parent = Object.getOwnPropertyDescriptor(parent, step)?.value
  }
  if (typeof parent !== 'object' || parent === null) throw new Error(`no place for ${path}`)
  return { parent, key }
}
