/** Which version holds: of those known on a day and in force on a day, the one recorded last. */
import type { DayText } from '../dates.ts'
import { shippedSettings } from '../rules/index.ts'
import type { Settings } from '../rules/rule.ts'
import { type RuleSetting, type RuleSettingKey, type RuleSettingVersion, storedKey } from './fields.ts'

/** `on`: in force on that day. `knownOn`: as it was known on that day; left out: all that is known. */
export type SettingMoment = { readonly on: DayText; readonly knownOn?: DayText }

type Versions = readonly RuleSettingVersion[]
type Of<K extends RuleSettingKey> = Extract<RuleSetting, { readonly key: K }>
export type VersionOf<K extends RuleSettingKey> = Omit<RuleSettingVersion, 'setting'> & { readonly setting: Of<K> }

const isOf =
  <K extends RuleSettingKey>(key: K) =>
  (version: RuleSettingVersion): version is RuleSettingVersion & VersionOf<K> =>
    version.setting.key === key

/** The version in force; null: the shipped value holds. `versions` in the order in which they were recorded. */
export function versionOn<K extends Exclude<RuleSettingKey, 'holidays'>>(
  versions: Versions,
  key: K,
  { on, knownOn = '9999-12-31' }: SettingMoment,
): VersionOf<K> | null {
  return (
    versions
      .filter(isOf(key))
      .findLast(({ from, to, recordedOn }) => recordedOn <= knownOn && from <= on && (to === null || on <= to)) ?? null
  )
}

/** The tables of holidays, one a year: a later table of a year replaces the earlier one. */
export function holidayTables(versions: Versions, knownOn: DayText = '9999-12-31'): readonly VersionOf<'holidays'>[] {
  const tables = new Map<number, VersionOf<'holidays'>>()
  for (const version of versions.filter(isOf('holidays')))
    if (version.recordedOn <= knownOn) tables.set(version.setting.value.year, version)
  return [...tables.values()].sort((a, b) => a.setting.value.year - b.setting.value.year)
}

/** All versions of one stored key, the newest first. */
export function historyOf(versions: Versions, stored: string): Versions {
  return versions.filter(({ setting }) => storedKey(setting) === stored).toReversed()
}

/** The settings of the rules on a day. */
export function settingsOf(versions: Versions, moment: SettingMoment): Settings {
  const firstDay = versionOn(versions, 'counting.firstDay', moment)
  const triggers = versionOn(versions, 'escalation.triggers', moment)
  const warnings = versionOn(versions, 'deadline.warnings', moment)
  const tables = holidayTables(versions, moment.knownOn)
  return {
    firstDay:
      firstDay === null ? shippedSettings.firstDay : { plan: firstDay.setting.value.plan, basis: basisWords(firstDay) },
    calendar: {
      off: new Set(tables.flatMap(({ setting }) => setting.value.off)),
      working: new Set(tables.flatMap(({ setting }) => setting.value.working)),
      years: new Set(tables.map(({ setting }) => setting.value.year)),
      bases: new Map(tables.map((table) => [table.setting.value.year, basisWords(table)])),
    },
    ...(triggers === null
      ? {}
      : {
          triggers: {
            value: triggers.setting.value.flatMap(({ isOn, ...trigger }) => (isOn ? [trigger] : [])),
            basis: basisWords(triggers),
          },
        }),
    ...(warnings === null ? {} : { warnings: { value: warnings.setting.value, basis: basisWords(warnings) } }),
  }
}

/** As answers name it: `汀应急〔2026〕12号（本单位设定，2026-11-06 录入）`. */
function basisWords({ basis, recordedOn }: Pick<RuleSettingVersion, 'basis' | 'recordedOn'>): string {
  return `${basis}（本单位设定，${recordedOn} 录入）`
}
