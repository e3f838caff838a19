import { command, query, task } from '../method.ts'
import { Count, Day, Id, Line, Name, Sha256, Text, z } from '../schema.ts'
import { RuleSetting, RuleSettingVersion } from './fields.ts'

/** A setting as it holds today; `version` null: shipped with the program. */
export const SettingInForce = z.strictObject({
  key: Line,
  title: Line,
  words: Text,
  setting: RuleSetting,
  basis: Line,
  version: RuleSettingVersion.nullable(),
})
export type SettingInForce = z.output<typeof SettingInForce>

const File = z.strictObject({ token: Id })

/** What an imported file would change. */
export const SettingChange = z.strictObject({
  key: Line,
  title: Line,
  /** null: nothing was settled */
  old: Text.nullable(),
  new: Text,
  from: Day,
  to: Day.nullable(),
  basis: Line,
})
export type SettingChange = z.output<typeof SettingChange>

export const ruleSettingsContract = {
  /** `versions` in the order in which they were recorded; `faults`: stored rows that cannot be read and do not count */
  'setting.rules': query(
    '规则设定',
    z.strictObject({}),
    z.strictObject({
      today: Day,
      inForce: z.array(SettingInForce),
      versions: z.array(RuleSettingVersion),
      faults: z.array(z.string()),
    }),
  ),
  /** a new version; the earlier ones stay. Of holidays the year is the time in force */
  'setting.saveRule': command(
    '修改规则设定',
    z.strictObject({
      setting: RuleSetting,
      from: Day.optional(),
      to: Day.nullable().optional(),
      basis: Name,
    }),
    z.strictObject({ id: Id }),
    { touches: ['setting', 'case', 'report'], isUndoable: false },
  ),
  /** the text of a table that was picked, UTF-8 or GBK */
  'setting.readHolidays': task('读取放假调休表', File, z.strictObject({ text: Text }), []),
  /** what is in force today and what is to come, as one file */
  'setting.exportRules': task(
    '导出规则设定',
    z.strictObject({}),
    z.strictObject({ token: Id, name: Line, count: Count, sha256: Sha256 }),
    [],
  ),
  'setting.compareRules': task(
    '比较规则设定',
    File,
    z.strictObject({
      bureau: Line,
      exportedOn: Day,
      sha256: Sha256,
      same: Count,
      changes: z.array(SettingChange),
    }),
    [],
  ),
  /** takes what was compared: `sha256` of the file that was shown */
  'setting.takeRules': task(
    '导入规则设定',
    z.strictObject({ token: Id, sha256: Sha256 }),
    z.strictObject({ taken: Count }),
    ['setting', 'case', 'report'],
  ),
}
