/** What holds where the bureau has settled nothing; the values stand with the rules. */
import { shippedSettings } from '../rules/index.ts'
import { dateOrderRule } from '../rules/law/date-order.ts'
import { escalationRule } from '../rules/law/escalation.ts'
import { shippedRows } from '../rules/shipped.ts'
import type { RuleSetting, RuleSettingKey } from './fields.ts'

export type ShippedKey = Exclude<RuleSettingKey, 'holidays'>

export function shippedSetting(key: ShippedKey): { readonly setting: RuleSetting; readonly basis: string } {
  switch (key) {
    case 'counting.firstDay':
      return {
        setting: { key, value: { plan: shippedSettings.firstDay.plan } },
        basis: shippedSettings.firstDay.basis,
      }
    case 'escalation.triggers':
      return {
        setting: {
          key,
          value: lastParams(shippedRows(escalationRule)).triggers.map((trigger) => ({ ...trigger, isOn: true })),
        },
        basis: '本地提级调查办法原文未收录，须由本单位核对',
      }
    case 'deadline.warnings':
      return {
        setting: { key, value: [...lastParams(shippedRows(dateOrderRule)).warnings] },
        basis: '随软件发布的预警级别，由本单位设定',
      }
  }
}

function lastParams<P>({ rows }: { readonly rows: readonly { readonly params: P }[] }): P {
  const row = rows.at(-1)
  if (row === undefined) throw new Error('a rule without rows')
  return row.params
}
