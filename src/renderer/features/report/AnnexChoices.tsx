import { Checkbox } from 'antd'
import { useMemo } from 'react'
import type { Dossier } from '../../../shared/case/tables.ts'
import { annexChoices } from '../../../shared/report/investigation/attachments.ts'
import type { OptionsControl } from './use-report-options.ts'

/** Which annexes the report lists: as the case file has them, until somebody chooses. */
export function AnnexChoices(props: {
  readonly dossier: Dossier
  readonly control: OptionsControl
  readonly isLocked: boolean
}) {
  const { dossier, control, isLocked } = props
  const { options, change } = control
  const choices = useMemo(() => annexChoices(dossier, options), [dossier, options])
  return (
    <fieldset className="choices">
      <legend>附件</legend>
      <p className="help">已有材料的附件自动列入；没有材料而另附纸质的，在此勾选。</p>
      {choices.map(({ key, title, isListed, hasPages }) => (
        <Checkbox
          key={key}
          checked={isListed}
          disabled={isLocked}
          className="choice"
          onChange={({ target }) => void change({ annexes: { ...options.annexes, [key]: target.checked } })}
        >
          {title}
          <small>{hasPages ? '附在报告后面' : '只列名称，另附纸质'}</small>
        </Checkbox>
      ))}
    </fieldset>
  )
}
