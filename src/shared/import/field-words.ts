/** Chinese names of the fields of schema 1.2, for sentences that point into a file. Keys: paths with `[]` for every index. */
import { isObject } from './json.ts'

export type Path = readonly (string | number)[]

const fields: Readonly<Record<string, string>> = {
  schemaVersion: '格式版本',
  caseId: '案例编号',
  reportTitle: '报告标题',
  accident: '事故',
  'accident.name': '事故名称',
  'accident.occurredAt': '事故发生时间',
  'accident.occurredAtText': '事故发生时间原文',
  'accident.timePrecision': '时间精度',
  'accident.place': '事故地点',
  'accident.place.province': '事故地点的省份',
  'accident.place.city': '事故地点的城市',
  'accident.place.district': '事故地点的区县',
  'accident.place.detail': '事故详细地址',
  'accident.industry': '行业',
  'accident.industry.gbt4754Code': '行业代码',
  'accident.industry.gbt4754Name': '行业名称',
  'accident.industry.basis': '行业归类依据',
  'accident.accidentType': '事故类别',
  'accident.accidentType.gb6441': '事故类别',
  'accident.accidentType.basis': '事故类别依据',
  'accident.grade': '事故等级',
  'accident.gradeBasis': '事故等级依据',
  'accident.deaths': '死亡人数',
  'accident.seriousInjuries': '重伤人数',
  'accident.minorInjuries': '轻伤人数',
  'accident.injuriesUnspecified': '受伤人数',
  'accident.casualtyNote': '伤亡说明',
  'accident.directEconomicLossWan': '直接经济损失（万元）',
  'accident.directEconomicLossText': '直接经济损失原文',
  'accident.lossApproximate': '损失是否约数',
  'accident.nature': '事故性质',
  'accident.natureStatement': '事故定性',
  escalation: '提级调查和挂牌督办',
  'escalation.elevated': '是否提级调查',
  'escalation.elevatedBy': '提级调查机关',
  'escalation.elevatedReason': '提级调查理由',
  'escalation.elevatedBasis': '提级调查依据',
  'escalation.listedSupervision': '是否挂牌督办',
  'escalation.listedBy': '挂牌督办机关',
  'escalation.listedDocNo': '挂牌督办文号',
  'escalation.listedDate': '挂牌督办日期',
  units: '单位',
  relationships: '单位关系',
  timeline: '事故经过',
  emergencyResponse: '应急处置',
  'emergencyResponse.summary': '应急处置情况',
  'emergencyResponse.evaluation': '应急处置评估',
  casualties: '伤亡人员',
  investigation: '调查组',
  'investigation.authorisedBy': '调查组批准机关',
  'investigation.establishedDate': '调查组成立日期',
  'investigation.leadBody': '调查组牵头单位',
  'investigation.teamLeader': '调查组组长',
  'investigation.deputyLeaders': '调查组副组长',
  'investigation.memberBodies': '调查组成员单位',
  'investigation.invitedBodies': '调查组邀请单位',
  'investigation.subgroups': '调查小组',
  'investigation.expertsEngaged': '是否聘请专家',
  'investigation.expertCount': '专家人数',
  'investigation.expertFields': '专家专业',
  'investigation.methods': '调查方式',
  'investigation.legalBasis': '调查依据',
  'investigation.principles': '调查原则',
  causes: '事故原因',
  'causes.direct': '直接原因',
  'causes.indirect': '间接原因',
  'causes.excluded': '排除的原因',
  findings: '存在问题',
  responsibility: '责任认定',
  lessons: '事故教训',
  rectification: '整改措施',
  report: '报告信息',
  'report.reportDate': '报告日期',
  'report.submittedDate': '报送日期',
  'report.approvalBody': '批复机关',
  'report.approvalDate': '批复日期',
  'report.approvalDocNo': '批复文号',
  'report.publishDate': '公布日期',
  'report.publishBody': '公布机关',
  evaluation: '整改评估',
  'evaluation.title': '评估报告标题',
  'evaluation.basis': '评估依据',
  'evaluation.organiser': '评估组织单位',
  'evaluation.startDate': '评估开始日期',
  'evaluation.leadBody': '评估牵头单位',
  'evaluation.memberBodies': '评估成员单位',
  'evaluation.invitedBodies': '评估邀请单位',
  'evaluation.expertsEngaged': '评估是否聘请专家',
  'evaluation.methods': '评估方式',
  'evaluation.accountability': '责任追究落实情况',
  'evaluation.rectification': '整改措施落实情况',
  'evaluation.problems': '评估发现的问题',
  'evaluation.suggestions': '评估建议',
  'evaluation.conclusion': '评估结论',
  'evaluation.approvalBody': '评估批复机关',
  'evaluation.approvalDate': '评估批复日期',
  'evaluation.approvalDocNo': '评估批复文号',
  'evaluation.publishDate': '评估公布日期',
  'evaluation.publishBody': '评估公布机关',
  sources: '来源',
  missing: '未见字段',
  notes: '备注',
}

/** Measure word and noun of one item of a list. */
const items: Readonly<Record<string, readonly [measure: string, noun: string]>> = {
  units: ['个', '单位'],
  relationships: ['条', '单位关系'],
  timeline: ['条', '事故经过'],
  casualties: ['条', '伤亡人员'],
  'investigation.deputyLeaders': ['名', '调查组副组长'],
  'investigation.memberBodies': ['个', '调查组成员单位'],
  'investigation.invitedBodies': ['个', '调查组邀请单位'],
  'investigation.subgroups': ['个', '调查小组'],
  'investigation.expertFields': ['个', '专家专业'],
  'investigation.methods': ['种', '调查方式'],
  'investigation.legalBasis': ['条', '调查依据'],
  'investigation.principles': ['条', '调查原则'],
  'causes.direct': ['条', '直接原因'],
  'causes.indirect': ['条', '间接原因'],
  'causes.excluded': ['条', '排除的原因'],
  findings: ['条', '存在问题'],
  responsibility: ['条', '责任认定'],
  lessons: ['条', '事故教训'],
  rectification: ['条', '整改措施'],
  'evaluation.accountability': ['条', '责任追究落实情况'],
  'evaluation.rectification': ['条', '整改措施落实情况'],
  sources: ['条', '来源'],
  notes: ['条', '备注'],
}

/** Fields inside the items of a list. */
const itemFields: Readonly<Record<string, string>> = {
  id: '编号',
  name: '名称',
  anonymised: '是否隐名',
  shortName: '简称',
  uscc: '统一社会信用代码',
  type: '类型',
  legalRep: '法定代表人',
  establishedDate: '成立日期',
  registeredCapital: '注册资本',
  address: '地址',
  business: '经营范围',
  notes: '说明',
  from: '一方单位',
  to: '另一方单位',
  contract: '合同',
  amountWan: '金额（万元）',
  time: '时间',
  timeText: '时间原文',
  event: '内容',
  sex: '性别',
  age: '年龄',
  unitId: '所属单位',
  role: '身份或角色',
  outcome: '结果',
  injury: '伤情',
  category: '类别',
  target: '对象',
  finding: '内容',
  order: '序号',
  subjectType: '对象类型',
  identity: '身份',
  facts: '事实',
  legalBasis: '依据',
  recommendation: '处理建议',
  measure: '措施',
  responsible: '责任单位',
  deadline: '完成时限',
  subject: '对象',
  recommended: '建议',
  actual: '落实情况',
  status: '结论',
}

/** `units[2].name`; keys that are no plain words are quoted and cut. */
export function pathText(path: Path): string {
  let out = ''
  for (const step of path.slice(0, 12)) {
    if (typeof step === 'number') out += `[${step}]`
    else if (/^[A-Za-z_][A-Za-z0-9_]{0,39}$/.test(step)) out += out === '' ? step : `.${step}`
    else out += `[${JSON.stringify(step.length > 40 ? `${step.slice(0, 40)}…` : step)}]`
  }
  return path.length > 12 ? `${out}…` : out
}

/** The field in words with its path: 第3个单位的名称（units[2].name）. */
export function fieldText(path: Path): string {
  const at = path.findIndex((step) => typeof step === 'number')
  const list = at < 0 ? '' : path.slice(0, at).join('.')
  const item = Object.hasOwn(items, list) ? items[list] : undefined
  const index = path[at]
  const words = item && typeof index === 'number' ? itemText(item, index, path.slice(at + 1)) : plainText(path)
  return `${words}（${pathText(path) || '最外层'}）`
}

/** What a value is, in words. */
export function kindText(value: unknown): string {
  if (value === undefined) return '没有这个字段'
  if (value === null) return '现为空'
  if (Array.isArray(value)) return '现为列表'
  if (isObject(value)) return '现为一组字段'
  if (typeof value === 'boolean') return `现为${value}`
  if (typeof value === 'string') return value === '' ? '现为空文字' : `现为“${clip(value)}”`
  return `现为${String(value)}`
}

function itemText([measure, noun]: readonly [string, string], index: number, rest: Path): string {
  const one = `第${index + 1}${measure}${noun}`
  const field = rest[0]
  if (typeof field !== 'string') return one
  return Object.hasOwn(itemFields, field) ? `${one}的${itemFields[field]}` : `${one}的字段`
}

function plainText(path: Path): string {
  for (let length = path.length; length > 0; length -= 1) {
    const key = path.slice(0, length).join('.')
    if (Object.hasOwn(fields, key)) return `${fields[key]}${length < path.length ? '的字段' : ''}`
  }
  return path.length === 0 ? '文件内容' : '字段'
}

function clip(value: string): string {
  const line = value.replace(/\s+/g, ' ').toWellFormed()
  return line.length > 30 ? `${line.slice(0, 30).toWellFormed()}…` : line
}
