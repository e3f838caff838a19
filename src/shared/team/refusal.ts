/** 第二十三条: a member must have no direct interest in the accident. */
import type { Row } from '../case/tables.ts'
import { normalizeName } from '../party/identity.ts'
import { involvedUnitKinds, unitKindLabels } from '../party/labels.ts'

type Member = Pick<Row<'teamMember'>, 'body' | 'name'>
type Unit = Pick<Row<'unit'>, 'kind' | 'name' | 'shortName'>

/** Whether a member is sent by a body (第二十二条); experts are engaged for themselves. */
export const isSent = (role: unknown): boolean => role !== 'expert'

/**
 * Why somebody sent by this body may not sit in the team: the body is a unit that took part in what happened, or a part of
 * it. Null when nothing speaks against it. Authorities (监管部门, 党委政府) send members and are not refused.
 *
 * @param authority of the team; a unit that was charged with the investigation itself (第十九条) may send its own people
 */
export function teamMemberRefusal(
  member: Member,
  units: readonly Unit[],
  authority: Row<'team'>['authority'] = null,
): string | null {
  const { body } = member
  if (body === null || body.trim() === '') return null
  const unit = units.find((other) => involvedUnitKinds.has(other.kind) && isOrIsPartOf(body, other))
  if (!unit || (authority === 'unit' && unit.kind === 'accident_unit')) return null
  const kind = unitKindLabels[unit.kind] ?? '有关单位'
  const who = member.name ? `${member.name}所在单位` : ''
  return `${who}“${body.trim()}”是本起事故的${kind}，与事故有直接利害关系，不能参加调查组（《生产安全事故报告和调查处理条例》第二十三条），请更换人选。`
}

/** 朔澜公司, 汀泽朔澜轻合金制品有限公司, 朔澜公司安全环保部 */
function isOrIsPartOf(body: string, unit: Unit): boolean {
  const text = normalizeName(body)
  return [unit.name, unit.shortName].some((name) => {
    const known = normalizeName(name ?? '')
    if (known === '') return false
    return text === known || (known.length >= 4 && text.startsWith(known))
  })
}
