/** The fields of an information report, its figures and its hops. */
import type { Values } from '../../../save/drafts.ts'
import type { FieldSpec } from '../../../ui/fields/spec.ts'

const isKind =
  (...kinds: readonly string[]) =>
  ({ kind }: Values) =>
    typeof kind === 'string' && kinds.includes(kind)
const isFollowUp = isKind('follow_up', 'supplement')
const isPhone = isKind('phone')
const isNotPhone = (values: Values) => !isPhone(values)
const isNotFollowUp = (values: Values) => !isFollowUp(values)

export const reportFields: readonly FieldSpec<'infoReport'>[] = [
  { kind: 'choice', name: 'kind', label: '种类' },
  { kind: 'number', name: 'number', label: '第几次', isShown: isFollowUp },
  { kind: 'choice', name: 'direction', label: '接报或上报' },
  { kind: 'text', name: 'reportedBy', label: '报告人（单位）', span: 2 },
  { kind: 'text', name: 'reporterPhone', label: '电话' },
  { kind: 'text', name: 'recordedBy', label: '记录人、联系人' },
  { kind: 'text', name: 'signedBy', label: '签发人' },
  {
    kind: 'prose',
    span: 4,
    name: 'unitProfile',
    label: '事故发生单位：名称、地址、性质等概况',
    rows: 1,
    isShown: isNotFollowUp,
  },
  { kind: 'prose', span: 4, name: 'timePlaceScene', label: '时间、地点', rows: 1, isShown: isNotFollowUp },
  { kind: 'prose', span: 4, name: 'scene', label: '现场情况', rows: 1, isShown: isNotPhone },
  { kind: 'prose', span: 4, name: 'brief', label: '简要经过（续报写新的情况）', rows: 2, isShown: isNotPhone },
  { kind: 'prose', span: 4, name: 'measuresTaken', label: '已采取的措施', rows: 2, isShown: isNotPhone },
  { kind: 'money', name: 'estimatedLossFen', label: '初步估计的直接经济损失', isShown: isNotPhone },
  { kind: 'prose', span: 3, name: 'casualtiesAndLoss', label: '伤亡和损失的其他说明', rows: 1 },
  { kind: 'prose', span: 4, name: 'other', label: '其他应当报告的情况', rows: 1 },
]

/** 0 is a statement, a blank is none (V-06 例3). */
const mustBeSaid = (name: string) => (values: Values) =>
  values[name] === null || values[name] === undefined ? '不能空着，没有的填 0。' : null

export const figureFields: readonly FieldSpec<'casualtyCount'>[] = [
  { kind: 'instant', name: 'asOf', label: '截至' },
  { kind: 'number', name: 'deaths', label: '死亡', unit: '人', hint: mustBeSaid('deaths') },
  { kind: 'number', name: 'missing', label: '下落不明', unit: '人', hint: mustBeSaid('missing') },
  { kind: 'number', name: 'atRisk', label: '涉险', unit: '人', hint: mustBeSaid('atRisk') },
  { kind: 'number', name: 'seriousInjuries', label: '重伤', unit: '人' },
  { kind: 'number', name: 'acutePoisonings', label: '急性工业中毒', unit: '人' },
  { kind: 'number', name: 'minorInjuries', label: '轻伤', unit: '人' },
  { kind: 'number', name: 'unspecifiedInjuries', label: '轻重未分', unit: '人' },
]

export const deliveryFields: readonly FieldSpec<'infoReportDelivery'>[] = [
  { kind: 'choice', name: 'fromLevel', label: '由哪一级报出' },
  { kind: 'choice', name: 'toLevel', label: '报送（抄告）哪一级' },
  { kind: 'text', name: 'toBody', label: '接收单位', span: 2 },
  { kind: 'choice', name: 'channel', label: '方式' },
  { kind: 'instant', name: 'sentAt', label: '报出时间' },
  { kind: 'instant', name: 'receivedAt', label: '收到时间' },
  { kind: 'text', name: 'receivedBy', label: '接收人' },
]
