import { readFile, stat, writeFile } from 'node:fs/promises'
import { dayOf } from '../../shared/dates.ts'
import { AppError } from '../../shared/result.ts'
import { holidayTables, versionOn } from '../../shared/rule-settings/choose.ts'
import type { SettingInForce } from '../../shared/rule-settings/contract.ts'
import { type RuleSetting, type RuleSettingVersion, storedKey } from '../../shared/rule-settings/fields.ts'
import { settingTitle, settingWords } from '../../shared/rule-settings/labels.ts'
import { type ShippedKey, shippedSetting } from '../../shared/rule-settings/shipped.ts'
import type { CommandContext, Handlers, QueryContext, TaskContext } from '../context.ts'
import { putSetting } from '../library/settings.ts'
import { fileName } from '../report/handlers.ts'
import { readVersions } from '../rules/settings.ts'
import { changesOf, keptOn } from './compare.ts'
import { parseRulesFile, type RulesFile, writeRulesFile } from './rules-file.ts'

type RuleSettingsHandlers = Pick<
  Handlers,
  | 'setting.rules'
  | 'setting.saveRule'
  | 'setting.readHolidays'
  | 'setting.exportRules'
  | 'setting.compareRules'
  | 'setting.takeRules'
>

const order: readonly ShippedKey[] = ['counting.firstDay', 'escalation.triggers', 'deadline.warnings']
/** A year of holidays has 2 kB, a whole set of rules some 20. */
const MAX_BYTES = 2 * 1024 * 1024

export const ruleSettingsHandlers: RuleSettingsHandlers = {
  'setting.rules': async ({ statements, now }) => {
    const today = dayOf(now)
    const { versions, faults } = readVersions(statements)
    return { today, inForce: inForceOn(versions, today), versions: [...versions], faults: [...faults] }
  },

  'setting.saveRule': async (context, { setting, from, to, basis }) => ({
    id: saveVersion(context, { setting, from: from ?? dayOf(context.now), to: to ?? null, basis }),
  }),

  'setting.readHolidays': async (context, { token }) => ({ text: textOf(await staged(context, token)) }),

  'setting.exportRules': async (context) => {
    const { versions, bureau } = await context.read(async ({ statements, bureauId }) => ({
      versions: readVersions(statements).versions,
      bureau: bureauName({ statements, bureauId }),
    }))
    const today = dayOf(context.now)
    const settings = keptOn(versions, today)
    if (settings.length === 0)
      throw new AppError('refused', '本单位还没有自己的规则设定，没有可以导出的内容；随软件发布的默认值不必导出。')
    const { text, sha256 } = writeRulesFile({ bureau, exportedOn: today, exportedBy: context.actor.name, settings })
    const path = await context.staging.newPath('.json')
    await writeFile(path, text)
    const name = `${fileName(`规则设定（${bureau}，${today}）`)}.json`
    return { token: context.staging.add({ path, name, isOwn: true }), name, count: settings.length, sha256 }
  },

  'setting.compareRules': async (context, { token }) => {
    const file = parseRulesFile(await staged(context, token))
    const versions = await context.read(async ({ statements }) => readVersions(statements).versions)
    const changes = changesOf(file.settings, versions, dayOf(context.now))
    const { bureau, exportedOn, sha256, settings } = file
    return {
      bureau,
      exportedOn,
      sha256,
      same: settings.length - changes.length,
      changes: changes.map(({ shown }) => shown),
    }
  },

  'setting.takeRules': async (context, { token, sha256 }) => {
    const file = parseRulesFile(await staged(context, token))
    if (file.sha256 !== sha256) throw new AppError('refused', '这不是刚才比较过的文件，没有导入；请重新选择文件。')
    const taken = await context.transact(`导入“${file.bureau}”的规则设定`, async (command) => takeAll(command, file), {
      isUndoable: false,
    })
    await context.staging.drop(token)
    return { taken }
  },
}

/** The value of each key that holds on the day, and the tables of all years. */
function inForceOn(versions: readonly RuleSettingVersion[], today: string): SettingInForce[] {
  const shown = (setting: RuleSetting, basis: string, version: RuleSettingVersion | null): SettingInForce => ({
    key: storedKey(setting),
    title: settingTitle(setting),
    words: settingWords(setting),
    setting,
    basis,
    version,
  })
  return [
    ...order.map((key) => {
      const version = versionOn(versions, key, { on: today })
      const { setting, basis } = version ?? shippedSetting(key)
      return shown(setting, basis, version)
    }),
    ...holidayTables(versions).map((version) => shown(version.setting, version.basis, version)),
  ]
}

type NewVersion = Pick<RuleSettingVersion, 'setting' | 'from' | 'to' | 'basis'>

function saveVersion(context: CommandContext, { setting, from, to, basis }: NewVersion): string {
  const span = setting.key === 'holidays' ? yearOf(setting.value.year) : { from, to }
  if (span.to !== null && span.to < span.from) {
    const problem = `施行到 ${span.to} 早于施行自 ${span.from}，请核对两个日期。`
    throw new AppError('invalid-input', problem, { fields: { to: problem } })
  }
  context.noteLibrary(`修改规则设定“${settingTitle(setting)}”，依据：${basis}`)
  return putSetting(context, storedKey(setting), setting.value, basis, span)
}

const yearOf = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` })

function takeAll(context: CommandContext, file: RulesFile): number {
  const changes = changesOf(file.settings, readVersions(context.statements).versions, dayOf(context.now))
  for (const { version } of changes)
    saveVersion(context, {
      ...version,
      basis: `${version.basis}（导入自${file.bureau} ${file.exportedOn} 的规则设定）`,
    })
  context.noteLibrary(`导入“${file.bureau}”的规则设定 ${changes.length} 项（校验值 ${file.sha256.slice(0, 12)}）`)
  return changes.length
}

async function staged({ staging }: Pick<TaskContext, 'staging'>, token: string): Promise<Uint8Array> {
  const { path, name } = staging.get(token)
  if ((await stat(path)).size > MAX_BYTES)
    throw new AppError('refused', `“${name}”过大，不是规则设定的文件，没有读取。`)
  return readFile(path)
}

/** Excel writes tables in GBK. */
function textOf(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next one
    }
  throw new AppError('refused', '文件不是文字表格，没有读取；请把放假调休表另存为 CSV 后再选择。')
}

function bureauName({ statements, bureauId }: Pick<QueryContext, 'statements' | 'bureauId'>): string {
  return String(statements.get('select name from bureau where id = ?', [bureauId])?.name ?? '')
}
