/** Numbers that identify a person, found in any text, with what the public edition prints in their place (V-33). */
import type { Dossier } from '../case/tables.ts'
import { normalizeUscc, usccProblem } from '../party/uscc.ts'

export type MaskedKind = 'name' | 'unit' | 'idNumber' | 'phone' | 'account' | 'medicalRecord'

/** A stretch of a text and the words that take its place. */
export type Masked = { readonly from: number; readonly to: number; readonly shown: string; readonly kind: MaskedKind }

export type FindMasked = (text: string) => readonly Masked[]

/** Stands where an account or the number of a medical record was taken out. */
export const REMOVED = '（略）'

const GAP = '[ \\u3000-]?'
const BANK = '(?:账号|帐号|账户|帐户|卡号|银行卡|存折)(?:号码|号|为|是)?[：:\\s]{0,2}'
const MEDICAL = '(?:病历|病案|住院|门诊|就诊|急诊)(?:编号|号码|卡号|号)(?:为|是)?[：:\\s]{0,2}'

const medical = new RegExp(`(?<=${MEDICAL})[A-Za-z0-9][A-Za-z0-9-]{2,}`, 'g')
const idNumber = new RegExp(`(?<!\\d)\\d{6}${GAP}\\d{8}${GAP}\\d{3}[\\dXx](?!\\d)`, 'g')
const oldIdNumber = /(?<!\d)\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?!\d)/g
const phone = new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${GAP})?1[3-9]\\d${GAP}\\d{4}${GAP}\\d{4}(?!\\d)`, 'g')
const namedAccount = new RegExp(`(?<=${BANK})\\d[\\d -]{6,26}\\d`, 'g')
// a number behind a letter is that of a licence
const account = /(?<![\dA-Za-z])\d{4} ?\d{4} ?\d{4} ?\d{4}(?: ?\d{1,3})?(?!\d)/g

const compact = (text: string): string => text.replace(/[ \u3000-]/g, '')

/** Digits without a gap, longer than a telephone number: one of a person may be stuck to another one. Behind a letter: a licence. */
const longRun = /(?<![\dA-Za-z])\d{12,}[Xx]?/g
const ID_LENGTH = 18
const PHONE_LENGTH = 11
/** Whether the number that ends here is a sum of money. */
const isAmount = (text: string, end: number): boolean => /^[ \u3000]?[万亿]?元/.test(text.slice(end, end + 3))
const isPhone = (digits: string): boolean => /^1[3-9]\d{9}$/.test(digits)

/** 320506199001011234 → 3205**********1234, 13800000000 → 138****0000; other numbers keep two characters at both ends. */
export function maskedNumber(number: string): string {
  const plain = compact(number)
  const [first, last] = plain.length >= 15 ? [4, 4] : plain.length === 11 ? [3, 4] : plain.length > 6 ? [2, 2] : [0, 0]
  return `${plain.slice(0, first)}${'*'.repeat(plain.length - first - last)}${plain.slice(plain.length - last)}`
}

/** The numbers of persons in a text, those that are registered with a person in whatever form they have. */
export function identifierFinder({ rows }: Pick<Dossier, 'rows'>): FindMasked {
  const codes = new Set(rows.unit.flatMap(({ uscc }) => (uscc === null ? [] : [normalizeUscc(uscc)])))
  const registered = rows.person.flatMap((person) => [
    ...numbersOf(person.idNumber).map((number) => ({ number, kind: 'idNumber' as const })),
    ...numbersOf(person.phone).map((number) => ({ number, kind: 'phone' as const })),
  ])
  const isCode = (number: string): boolean =>
    !hasBirthday(number) && (codes.has(number.toUpperCase()) || usccProblem(number) === null)
  return (given) => {
    const text = halfWidth(given)
    const found: Masked[] = []
    const taken: { readonly from: number; readonly to: number }[] = []
    const take = (from: number, words: string, kind: MaskedKind | null, shown: string) => {
      const to = from + words.length
      if (taken.some((other) => from < other.to && to > other.from)) return
      taken.push({ from, to })
      if (kind !== null) found.push({ from, to, shown, kind })
    }
    for (const match of text.matchAll(idNumber)) {
      const number = compact(match[0])
      take(match.index, match[0], isCode(number) ? null : 'idNumber', maskedNumber(number))
    }
    for (const { number, kind } of registered)
      for (let at = text.indexOf(number); at >= 0; at = text.indexOf(number, at + 1))
        take(at, number, kind, maskedNumber(number))
    for (const match of text.matchAll(oldIdNumber)) take(match.index, match[0], 'idNumber', maskedNumber(match[0]))
    for (const match of text.matchAll(phone)) {
      const country = /^(?:(?:\+|00)?86[ \u3000-]?)(?=1)/.exec(match[0])?.[0] ?? ''
      take(match.index, match[0], 'phone', `${country}${maskedNumber(match[0].slice(country.length))}`)
    }
    for (const match of text.matchAll(medical)) take(match.index, match[0], 'medicalRecord', REMOVED)
    for (const pattern of [namedAccount, account])
      for (const match of text.matchAll(pattern)) take(match.index, match[0], 'account', REMOVED)
    for (const { index, 0: run } of text.matchAll(longRun))
      for (const { at, number, kind } of stuckIn(run))
        if (kind === 'phone' ? !isAmount(text, index + run.length) : !isCode(number))
          take(index + at, number, kind, maskedNumber(number))
    return found
  }
}

/** Day of birth in an identity number of 18 digits; the code of a unit has none there but by chance. */
const hasBirthday = (number: string): boolean =>
  /^\d{6}(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/.test(number)

type Stuck = { readonly at: number; readonly number: string; readonly kind: 'idNumber' | 'phone' }

/** Numbers of persons inside a longer run of digits: identity numbers anywhere, telephone numbers at its ends. */
function stuckIn(run: string): readonly Stuck[] {
  const windows = Array.from({ length: Math.max(0, run.length - ID_LENGTH + 1) }, (_, at): Stuck => {
    return { at, number: run.slice(at, at + ID_LENGTH), kind: 'idNumber' }
  })
  const digits = run.replace(/[Xx]$/, '')
  const ends = [0, digits.length - PHONE_LENGTH].map((at): Stuck => {
    return { at, number: digits.slice(at, at + PHONE_LENGTH), kind: 'phone' }
  })
  return [...windows.filter(({ number }) => hasBirthday(number)), ...ends.filter(({ number }) => isPhone(number))]
}

/** What is registered as one number, or as several with signs between them; too short ones would be found in everything. */
function numbersOf(value: string | null): readonly string[] {
  const parts = halfWidth(value ?? '').split(/[、，,；;/\s]+/)
  return parts.filter((part) => part.length >= 6 && /\d{4}/.test(part) && !part.includes('*'))
}

/** Full-width digits and letters as half-width ones, of the same length. */
const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ＋－]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
