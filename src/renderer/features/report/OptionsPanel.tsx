import { Radio, Segmented } from 'antd'
import type { Dossier } from '../../../shared/case/tables.ts'
import type { Document } from '../../../shared/report/document.ts'
import { AnnexChoices } from './AnnexChoices.tsx'
import { ImprintForm } from './ImprintForm.tsx'
import { ReportRecordForm } from './ReportRecordForm.tsx'
import { TitleChoices } from './TitleChoices.tsx'
import { templates } from './templates.ts'
import type { OptionsControl } from './use-report-options.ts'

type PanelProps = {
  readonly caseId: string
  readonly dossier: Dossier
  readonly document: Document
  readonly control: OptionsControl
  readonly isLocked: boolean
}

/** Outline, edition, cover, titles of chapters, 成文日期, 版记 and annexes. */
export function OptionsPanel({ caseId, dossier, document, control, isLocked }: PanelProps) {
  const { options, change } = control
  const cover = options.hasCover === null ? 'template' : options.hasCover ? 'yes' : 'no'
  return (
    <div className="sidepad form1">
      <fieldset className="choices">
        <legend>提纲</legend>
        <Radio.Group
          value={options.template}
          disabled={isLocked}
          onChange={({ target }) => {
            const chosen = templates.find(({ key }) => key === target.value)
            if (chosen) void change({ template: chosen.key })
          }}
        >
          {templates.map(({ key, label, what }) => (
            <Radio key={key} value={key} className="choice">
              {label}
              <small>{what}</small>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <fieldset className="choices">
        <legend>版本</legend>
        <Segmented
          value={options.edition}
          disabled={isLocked}
          aria-label="版本"
          options={[
            { value: 'internal', label: '内部版' },
            { value: 'public', label: '公开版' },
          ]}
          onChange={(edition) => void change({ edition: edition === 'public' ? 'public' : 'internal' })}
        />
        <p className="help">公开版隐去个人姓名等信息，不附签名表和证据材料。</p>
      </fieldset>
      <fieldset className="choices">
        <legend>封面和目录</legend>
        <Segmented
          value={cover}
          disabled={isLocked}
          aria-label="封面和目录"
          options={[
            { value: 'template', label: `按提纲（${options.template === 'B' ? '有' : '无'}）` },
            { value: 'yes', label: '有' },
            { value: 'no', label: '无' },
          ]}
          onChange={(value) => void change({ hasCover: value === 'template' ? null : value === 'yes' })}
        />
      </fieldset>
      <ReportRecordForm caseId={caseId} dossier={dossier} title={document.title} isLocked={isLocked} />
      <ImprintForm caseId={caseId} control={control} isLocked={isLocked} />
      <AnnexChoices dossier={dossier} control={control} isLocked={isLocked} />
      <TitleChoices document={document} control={control} isLocked={isLocked} />
    </div>
  )
}
