/** The title of a report in lines: 2号 type has 20 characters a line; words stay whole, lines of similar length. */

const PER_LINE = 20

/** Full characters a text takes; digits and latin letters are half as wide, the point of “8·4” is not. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[\u0020-\u007e]/.test(char) ? 0.5 : 1), 0)
}

/** Places where a line may end: behind these words. */
const BREAK = /(公司|中心|集团|项目|工程|标段|街道|园区|[省市区县镇乡厂店矿])(?=.)/g

/** One line where it fits; else cut before the date in quotation marks, else behind a whole word near the middle. */
export function titleLines(title: string): readonly string[] {
  if (widthOf(title) <= PER_LINE) return [title]
  const quote = title.indexOf('“')
  const head = title.slice(0, quote)
  const tail = title.slice(quote)
  if (quote > 0 && widthOf(head) >= 6) return [...titleLines(head), ...titleLines(tail)]
  const middle = title.length / 2
  const ends = [...title.matchAll(BREAK)].map((match) => match.index + match[0].length)
  const [end = Math.ceil(middle)] = ends.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return [...titleLines(title.slice(0, end)), ...titleLines(title.slice(end))]
}
