import { Radio } from 'antd'
import { useState } from 'react'
import { planLabels } from '../../../shared/rule-settings/labels.ts'
import type { Plan } from '../../../shared/rules/facts.ts'
import { VersionForm } from './VersionForm.tsx'

export function FirstDayForm(props: { readonly plan: Plan; readonly today: string; readonly onDone: () => void }) {
  const { today, onDone } = props
  const [plan, setPlan] = useState(props.plan)
  return (
    <VersionForm
      setting={{ key: 'counting.firstDay', value: { plan } }}
      today={today}
      saved="已保存首日方案。"
      onDone={onDone}
    >
      <fieldset className="plain-set">
        <legend className="fieldlabel">方案</legend>
        <Radio.Group value={plan} onChange={(event) => setPlan(event.target.value === 'B' ? 'B' : 'A')}>
          <Radio value="A">{planLabels.A}，次日为第 1 日</Radio>
          <Radio value="B">{planLabels.B}，末日早一日</Radio>
        </Radio.Group>
      </fieldset>
    </VersionForm>
  )
}
