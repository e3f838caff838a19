/** The kind of a unit from the words of its role in the source. The first rule that fits wins; other words are `other`. */

const kinds: readonly (readonly [RegExp, string])[] = [
  [/事故发生单位|事故单位|肇事单位/, 'accident_unit'],
  [/事故发生场所|场所单位|产权单位|所属（使用）|使用单位/, 'site_owner'],
  [/出租/, 'lessor'],
  [/监理/, 'supervisor'],
  [/设计/, 'designer'],
  [/评价|检测|检验|认证|评估|中介|咨询/, 'intermediary'],
  [/劳务/, 'labour'],
  [/分包/, 'subcontractor'],
  [/建设单位|业主|建设方|项目单位|发包/, 'developer'],
  [/总承包|承包|承揽|承接|^施工|（施工/, 'general_contractor'],
  [/供应|供货|制造单位|生产厂/, 'supplier'],
  [/投资|关联|控股|股东|上级公司|集团/, 'affiliate'],
  [/监管|监督|主管部门|执法/, 'regulator'],
  [/政府|党委|管委会|园区管理|街道|属地/, 'government'],
]

/** 建筑设计单位 → designer; 货物托运方 → other. */
export function unitKindOf(role: string): string {
  return kinds.find(([pattern]) => pattern.test(role))?.[1] ?? 'other'
}
