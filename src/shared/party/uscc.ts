/** 统一社会信用代码, GB 32100—2015: 18 characters, the last one a check over the first 17. */

/** Digits and capital letters without I, O, S, V, Z; the place in this text is the value. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 3^i mod 31 */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The code as it is stored: half-width, capitals, no spaces. */
export function normalizeUscc(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** Null for a well-formed code with the right check character, otherwise one sentence that says what is wrong. */
export function usccProblem(text: string): string | null {
  const code = normalizeUscc(text)
  if (code.length !== 18) return `统一社会信用代码应为18位，现为${code.length}位，请对照营业执照核对。`
  const wrong = [...code].find((char) => !alphabet.includes(char))
  if (wrong !== undefined) {
    return `统一社会信用代码中不应有“${wrong}”（只用数字和大写字母，不用I、O、S、V、Z），请对照营业执照核对。`
  }
  if (!/^.{2}\d{6}/.test(code)) return '统一社会信用代码的第3至8位应为登记机关行政区划码（数字），请对照营业执照核对。'
  const expected = usccCheckCharacter(code.slice(0, 17))
  return code[17] === expected ? null : '统一社会信用代码的校验位不符，可能抄错了一位，请对照营业执照核对。'
}

/** The check character of the first 17 characters (all of the alphabet of the code). */
export function usccCheckCharacter(body: string): string {
  const sum = [...body].reduce((total, char, index) => total + alphabet.indexOf(char) * (weights[index] ?? 0), 0)
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}
