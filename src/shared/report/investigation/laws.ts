/** Names of laws as reports write them. */

// Numbers of ministerial orders, said once beside the name.
const orders: ReadonlyMap<string, string> = new Map([
  ['生产安全事故罚款处罚规定', '应急管理部令第14号'],
  ['安全生产严重失信主体名单管理办法', '应急管理部令第11号'],
])

/** The name inside 《》 without 中华人民共和国, by which all spellings of a law are one; null when it is no name of an act. */
export function lawOf(quoted: string): string | null {
  const name = quoted.slice(1, -1)
  if (!/(法|条例|规定|办法|准则|规则|标准|细则|决定)(（[^（）]*）)?$/.test(name)) return null
  const short = name.replace(/^中华人民共和国/, '')
  // regulations keep their whole name: two of them may differ only in these words
  return short.endsWith('法') && !short.endsWith('办法') ? short : name
}

/** 应急管理部令第14号 of 生产安全事故罚款处罚规定; null when the act has none or it is not at hand. */
export function ministerialOrder(name: string): string | null {
  return orders.get(name) ?? null
}
