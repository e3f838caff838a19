import type { Row } from '../case/tables.ts'
import type { Labels, OpenLabels } from '../labels.ts'

export const infoReportKindLabels: Labels<Row<'infoReport'>['kind']> = {
  phone: '电话快报',
  initial: '文字快报',
  follow_up: '续报',
  supplement: '补报',
  verified: '核报',
  preliminary: '初报',
}

export const infoReportDirectionLabels: Labels<Row<'infoReport'>['direction']> = { received: '接报', sent: '上报' }

export const channelLabels: Labels<Row<'infoReportDelivery'>['channel']> = {
  phone: '电话',
  written: '书面',
  system: '系统',
  in_person: '当面',
}

/** 报送的层级和对象, 第九条至第十一条. */
export const reportLevelLabels: OpenLabels = {
  scene: '事故现场',
  unit: '事故发生单位',
  county: '县级部门',
  city: '设区的市级部门',
  province: '省级部门',
  state: '国务院部门',
  government: '本级人民政府',
  police: '公安机关',
  labour: '劳动保障行政部门',
  union: '工会',
  procuratorate: '人民检察院',
}
