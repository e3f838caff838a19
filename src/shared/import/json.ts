/**
 * JSON values of foreign files. `__proto__`, `constructor` and the like are keys as any other: own properties only are
 * read, and written with defineProperty, so that no file reaches a prototype.
 */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Whether a value is an object of JSON (no list, not null). */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Sets an own property, `__proto__` included. */
export function setOwn(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
}

/** Deep copy that may be changed. */
export function cloneJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloneJson)
  if (!isObject(value)) return value
  const copy = {}
  for (const key of Object.keys(value)) setOwn(copy, key, cloneJson(value[key]))
  return copy
}

/**
 * A JSON value without `__proto__` keys, which zod leaves out of what it parses. Throws on what is no JSON.
 */
export function plainJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (Array.isArray(value)) return value.map(plainJson)
  if (!isObject(value)) throw new TypeError(`no JSON value: ${typeof value}`)
  const copy: Record<string, Json> = {}
  for (const key of Object.keys(value)) if (key !== '__proto__') copy[key] = plainJson(value[key])
  return copy
}

/** Deep equality of JSON values; the order of keys does not count, 0 and -0 are one number. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => isSameJson(item, b[at]))
  if (!isObject(a) || !isObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key], b[key]))
  )
}

/** One step of an RFC 6901 pointer appended: `/a` + `b/c` → `/a/b~1c`. */
export function pointerTo(parent: string, step: string | number): string {
  return `${parent}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The steps of an RFC 6901 pointer. */
export function pointerSteps(pointer: string): readonly string[] {
  if (pointer === '') return []
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}
