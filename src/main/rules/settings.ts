/** What the bureau has settled for the rules, from the library. */
import { dayOf } from '../../shared/dates.ts'
import { settingsOf } from '../../shared/rule-settings/choose.ts'
import { keyOfStored, RuleSetting, type RuleSettingVersion } from '../../shared/rule-settings/fields.ts'
import { settingKeyLabels } from '../../shared/rule-settings/labels.ts'
import type { Settings } from '../../shared/rules/rule.ts'
import type { QueryContext } from '../context.ts'
import type { SqlRow, Statements } from '../db/statements.ts'

/** The settings in force on `on`, by default today; `knownOn` as they were known on an earlier day. */
export function ruleSettings(
  { statements, now }: Pick<QueryContext, 'statements' | 'now'>,
  { on = dayOf(now), knownOn }: { readonly on?: string; readonly knownOn?: string } = {},
): Settings {
  return settingsOf(readVersions(statements).versions, { on, ...(knownOn === undefined ? {} : { knownOn }) })
}

export type StoredVersions = {
  /** in the order in which they were recorded */
  readonly versions: readonly RuleSettingVersion[]
  /** rows that cannot be read, in a sentence each; they do not count */
  readonly faults: readonly string[]
}

/** Every version of every setting of the rules. */
export function readVersions(statements: Statements): StoredVersions {
  const versions: RuleSettingVersion[] = []
  const faults: string[] = []
  const rows = statements.all(
    `select id, key, value_json, from_on, to_on, basis, recorded_by, recorded_on from setting
     where withdrawn_on is null order by recorded_on, id`,
    [],
  )
  for (const row of rows) {
    const key = keyOfStored(String(row.key))
    if (key === null) continue
    const parsed = RuleSetting.safeParse({ key, value: storedValue(row) })
    if (parsed.success) versions.push(versionOf(row, parsed.data))
    else
      faults.push(
        `${row.recorded_on} 录入的“${settingKeyLabels[key]}”（依据：${row.basis}）不能识别，没有采用；请重新设定。`,
      )
  }
  return { versions, faults }
}

function storedValue({ value_json }: SqlRow): unknown {
  try {
    return JSON.parse(String(value_json))
  } catch {
    return undefined
  }
}

function versionOf(row: SqlRow, setting: RuleSetting): RuleSettingVersion {
  const recordedOn = String(row.recorded_on)
  return {
    id: String(row.id),
    setting,
    from: row.from_on === null ? recordedOn : String(row.from_on),
    to: row.to_on === null ? null : String(row.to_on),
    basis: String(row.basis),
    by: String(row.recorded_by),
    recordedOn,
  }
}
