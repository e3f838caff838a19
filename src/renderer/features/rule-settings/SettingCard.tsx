import { Button } from 'antd'
import { useState } from 'react'
import type { SettingInForce } from '../../../shared/rule-settings/contract.ts'
import type { RuleSetting, RuleSettingVersion } from '../../../shared/rule-settings/fields.ts'
import { planLabels, settingWords, whenWords } from '../../../shared/rule-settings/labels.ts'
import { Section } from '../../ui/Section.tsx'
import { FirstDayForm } from './FirstDayForm.tsx'
import { HolidaysForm, holidayLines } from './HolidaysForm.tsx'
import { TriggersForm } from './TriggersForm.tsx'
import { WarningsForm } from './WarningsForm.tsx'

const notes: Readonly<Record<RuleSetting['key'], string>> = {
  'counting.firstDay': '按日计算的期间，开始的当日是否计入',
  holidays: '按工作日计算的期限用',
  'escalation.triggers': '符合时提示由上级政府考虑提级调查',
  'deadline.warnings': '期限还剩多少日时预警',
}

/** One setting: what holds and since when, the form of a new version, all versions. */
export function SettingCard(props: {
  readonly held: SettingInForce
  readonly history: readonly RuleSettingVersion[]
  readonly today: string
}) {
  const { held, history, today } = props
  const { setting, version, title, basis } = held
  const [isEditing, setEditing] = useState(false)
  const edit = (
    <Button size="small" aria-label={`修改${title}`} onClick={() => setEditing(true)}>
      修改
    </Button>
  )
  return (
    <Section
      level={2}
      label={title}
      title={title}
      note={notes[setting.key]}
      tools={isEditing ? null : edit}
      isEditing={isEditing}
    >
      {isEditing ? (
        <FormOf setting={setting} today={today} onDone={() => setEditing(false)} />
      ) : (
        <dl className="kv">
          <dt>现行</dt>
          <dd>
            <ValueOf setting={setting} />
          </dd>
          <dt>依据</dt>
          <dd>{basis}</dd>
          <dt>来源</dt>
          <dd>
            {version === null ? (
              <>
                随软件发布的默认值 <span className="missing">推：推定，待本单位确认</span>
              </>
            ) : (
              `本单位设定，${spanWords(version)}`
            )}
          </dd>
        </dl>
      )}
      <History history={history} inForce={version?.id ?? null} today={today} />
    </Section>
  )
}

function FormOf(props: { readonly setting: RuleSetting; readonly today: string; readonly onDone: () => void }) {
  const { setting, today, onDone } = props
  switch (setting.key) {
    case 'counting.firstDay':
      return <FirstDayForm plan={setting.value.plan} today={today} onDone={onDone} />
    case 'escalation.triggers':
      return <TriggersForm triggers={setting.value} today={today} onDone={onDone} />
    case 'deadline.warnings':
      return <WarningsForm warnings={setting.value} today={today} onDone={onDone} />
    case 'holidays':
      return <HolidaysForm year={setting.value.year} text={holidayLines(setting.value)} onDone={onDone} />
  }
}

function ValueOf({ setting }: { readonly setting: RuleSetting }) {
  if (setting.key === 'counting.firstDay') return <b>{planLabels[setting.value.plan]}</b>
  if (setting.key !== 'escalation.triggers') return settingWords(setting)
  return (
    <ul className="plainlist">
      {setting.value.map(({ id, label, when, isOn }) => (
        <li key={id}>
          {id} {label}
          <span className="dim">
            （{whenWords(when)}
            {isOn ? '' : '，停用'}）
          </span>
        </li>
      ))}
    </ul>
  )
}

function spanWords({ from, to }: Pick<RuleSettingVersion, 'from' | 'to'>): string {
  return to === null ? `自 ${from} 起施行` : `${from} 至 ${to} 施行`
}

function standing({ from, to }: RuleSettingVersion, today: string): string {
  if (from > today) return '尚未施行'
  return to !== null && to < today ? '已期满' : '已被替代'
}

/** The newest first; nothing is ever taken out. */
function History(props: {
  readonly history: readonly RuleSettingVersion[]
  readonly inForce: string | null
  readonly today: string
}) {
  const { history, inForce, today } = props
  if (history.length === 0) return <p className="dim settinghistory">还没有修改过。</p>
  return (
    <details className="settinghistory">
      <summary>历史版本（{history.length}）</summary>
      <ol>
        {history.map((version) => (
          <li key={version.id}>
            <p className="when">
              <time dateTime={version.recordedOn}>{version.recordedOn}</time>
              <span>{version.by} 录入</span>
              <span>{spanWords(version)}</span>
              <span className="tag">{version.id === inForce ? '现行' : standing(version, today)}</span>
            </p>
            <p>{settingWords(version.setting)}</p>
            <p className="dim">依据：{version.basis}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}
