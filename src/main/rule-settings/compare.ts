/** What an imported set of settings would change, and what an export takes. */
import canonicalize from 'canonicalize'
import { holidayTables, versionOn } from '../../shared/rule-settings/choose.ts'
import type { SettingChange } from '../../shared/rule-settings/contract.ts'
import { type RuleSettingVersion, storedKey } from '../../shared/rule-settings/fields.ts'
import { settingTitle, settingWords } from '../../shared/rule-settings/labels.ts'
import { type ShippedKey, shippedSetting } from '../../shared/rule-settings/shipped.ts'

type Versions = readonly RuleSettingVersion[]

const plain: readonly ShippedKey[] = ['counting.firstDay', 'escalation.triggers', 'deadline.warnings']

/** Of the bureau's own: in force on the day, or holding on a later day on which they begin; all tables of holidays. */
export function keptOn(versions: Versions, today: string): RuleSettingVersion[] {
  const kept = plain.flatMap((key) => {
    const begins = versions.filter(({ setting, from }) => setting.key === key && from > today).map(({ from }) => from)
    const days = [today, ...[...new Set(begins)].sort()]
    return [...new Set(days.map((on) => versionOn(versions, key, { on })))].filter((version) => version !== null)
  })
  return [...kept, ...holidayTables(versions)]
}

export type Change = { readonly version: RuleSettingVersion; readonly shown: SettingChange }

/** Where the file says something else than the library says for the same time. */
export function changesOf(given: Versions, versions: Versions, today: string): Change[] {
  return given.flatMap((version) => {
    const { setting, from, to, basis } = version
    const on = from > today ? from : today
    const held =
      setting.key === 'holidays'
        ? holidayTables(versions).find((table) => table.setting.value.year === setting.value.year)
        : versionOn(versions, setting.key, { on })
    if (held && isSame(held, version)) return []
    const old = held?.setting ?? (setting.key === 'holidays' ? null : shippedSetting(setting.key).setting)
    const shown: SettingChange = {
      key: storedKey(setting),
      title: settingTitle(setting),
      old: old === null ? null : `${settingWords(old)}${held ? '' : '（随软件发布）'}`,
      new: settingWords(setting),
      from,
      to,
      basis,
    }
    return [{ version, shown }]
  })
}

function isSame(a: RuleSettingVersion, b: RuleSettingVersion): boolean {
  const told = ({ setting, from, to }: RuleSettingVersion) => canonicalize({ setting, from, to })
  return told(a) === told(b)
}
