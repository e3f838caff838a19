/** Appraisals and extensions of an investigation: their facts, and how a worked case writes them. */
import { z } from '../../schema.ts'
import { Day } from '../facts.ts'

/** Who approved an extension. */
export const ApprovingBody = z.enum(['government', 'emergency', 'market', 'other'], {
  error: '批准机关应为 government、emergency、market、other 之一',
})
export const bodyWords: Readonly<Record<z.output<typeof ApprovingBody>, string>> = {
  government: '人民政府',
  emergency: '应急管理部门',
  market: '市场监督管理部门',
  other: '其他机关',
}

/** 委托日、出具日; `to` null: not issued yet. What is left out below has not been looked at. */
export const Appraisal = z.strictObject({
  from: Day,
  to: Day.nullable(),
  by: z.enum(['institution', 'experts'], { error: '鉴定方式应为 institution、experts 之一' }).optional(),
  /** 资质证明 of the institution is at hand */
  isQualified: z.boolean().nullable().optional(),
  /** the experts have signed */
  isSigned: z.boolean().nullable().optional(),
})
export const Extension = z.strictObject({
  days: z.int().min(1, '延期天数应为正整数'),
  approvedOn: Day,
  approvedBy: ApprovingBody.optional(),
  /** a body other than the one of the law has its authorization on file */
  isAuthorized: z.boolean().nullable().optional(),
  /** 特殊情况 of the application; blank or null: none is given */
  reason: z.string().nullable().optional(),
})

/** `2026-03-10→2026-04-04，专家组织，未签名` */
export function appraisalOf(item: string): unknown {
  const [span = '', ...details] = item.split('，')
  const [from, to] = span.split('→')
  return {
    from,
    to: to === '未出具' ? null : to,
    ...(details.includes('专家组织') ? { by: 'experts' } : details.includes('机构') ? { by: 'institution' } : {}),
    ...(details.includes('无资质证明') ? { isQualified: false } : {}),
    ...(details.includes('未签名') ? { isSigned: false } : {}),
    ...(details.includes('已签名') ? { isSigned: true } : {}),
  }
}

/** `60日，批准2026-04-25，应急管理部门，未授权，无理由` */
export function extensionOf(item: string): unknown {
  const [days = '', approved = '', ...details] = item.split('，')
  const approvedBy = ApprovingBody.options.find((body) => details.includes(bodyWords[body]))
  return {
    days: Number(days.replace('日', '')),
    approvedOn: approved.replace('批准', ''),
    ...(approvedBy === undefined ? {} : { approvedBy }),
    ...(details.includes('未授权') ? { isAuthorized: false } : {}),
    ...(details.includes('无理由') ? { reason: null } : {}),
  }
}
