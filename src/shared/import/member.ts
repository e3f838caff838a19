/** A member of a team written in one run of words, 澜州市应急管理局局长晏怀远, and back. The parts joined are the words again. */

export type MemberWords = {
  readonly body: string | null
  readonly position: string | null
  readonly name: string | null
}

const TITLES =
  '局长|厅长|部长|省长|市长|区长|县长|镇长|乡长|处长|科长|主任|书记|秘书长|支队长|大队长|主席|检察长|负责人|负责同志'
const ONE_TITLE = `(?:党[组委](?:成员|委员|副?书记)|常务|主要|副)*(?:${TITLES})?`
const MEMBER = new RegExp(
  `^(.+?(?:局|厅|部|委|院|室|会|处|所|府|市|区|县|镇|乡|街道))(${ONE_TITLE}(?:、${ONE_TITLE})*)([\\u4e00-\\u9fff]{2,4})?$`,
  'u',
)

/** 应急管理部党组书记、副部长黄某 → body, position, name. Words of another form stand whole in `position`. */
export function memberOf(words: string): MemberWords {
  const match = MEMBER.exec(words)
  const [, body, position, name] = match ?? []
  if (!body || !position || !new RegExp(`(?:${TITLES})$`, 'u').test(position))
    return { body: null, position: words, name: null }
  return { body, position, name: name ?? null }
}

/** The words again. */
export function memberWords({ body, position, name }: MemberWords): string {
  return `${body ?? ''}${position ?? ''}${name ?? ''}`
}
