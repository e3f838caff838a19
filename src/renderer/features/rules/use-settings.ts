/** What the bureau has settled for the rules, as it holds today. */
import { useMemo } from 'react'
import { settingsOf } from '../../../shared/rule-settings/choose.ts'
import type { Settings } from '../../../shared/rules/rule.ts'
import { useCall } from '../../api.ts'

type State = { readonly settings: Settings | null; readonly error: string | null; readonly retry: () => void }

export function useSettings(): State {
  const { data, error, refetch } = useCall('setting.rules', {})
  const settings = useMemo(() => (data === undefined ? null : settingsOf(data.versions, { on: data.today })), [data])
  return { settings, error: error?.message ?? null, retry: () => void refetch() }
}
