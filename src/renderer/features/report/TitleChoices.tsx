import { Select } from 'antd'
import { useId } from 'react'
import type { Block, Document } from '../../../shared/report/document.ts'
import { type TitleKey, titleChoices, titleKeys } from '../../../shared/report/investigation/titles.ts'
import type { OptionsControl } from './use-report-options.ts'

const OWN = 'template'

/** Key of the title that a heading prints; null for headings whose title comes from the case. */
function keyOf(block: Block): TitleKey | null {
  if (block.kind !== 'heading') return null
  const name = /^(?:chapter|section):(\w+)$/.exec(block.id)?.[1]
  return titleKeys.find((key) => key === name) ?? null
}

/** Titles of chapters and sections as published reports have them; other words are written on the paper itself. */
export function TitleChoices(props: {
  readonly document: Document
  readonly control: OptionsControl
  readonly isLocked: boolean
}) {
  const { document, control, isLocked } = props
  const keys = document.blocks.map(keyOf).filter((key) => key !== null)
  return (
    <fieldset className="choices">
      <legend>章节标题</legend>
      <p className="help">按已公布的报告选用。别的写法，在纸面上改写标题。</p>
      {keys.map((key) => (
        <TitleChoice key={key} titleKey={key} control={control} isLocked={isLocked} />
      ))}
    </fieldset>
  )
}

function TitleChoice(props: {
  readonly titleKey: TitleKey
  readonly control: OptionsControl
  readonly isLocked: boolean
}) {
  const { titleKey, control, isLocked } = props
  const { titles } = control.options
  const id = useId()
  const { label, variants } = titleChoices[titleKey]
  const chosen = titles[titleKey]
  const known: readonly string[] = variants
  const words = chosen !== undefined && !known.includes(chosen) ? [chosen, ...known] : known
  const change = (value: string) => {
    const { [titleKey]: _, ...others } = titles
    void control.change({ titles: value === OWN ? others : { ...others, [titleKey]: value } })
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={chosen ?? OWN}
        disabled={isLocked}
        popupMatchSelectWidth={false}
        options={[{ value: OWN, label: '按提纲' }, ...words.map((value) => ({ value, label: value }))]}
        onChange={change}
      />
    </div>
  )
}
