import { useMemo } from 'react'
import type { Dossier } from '../../../shared/case/tables.ts'
import type { ReportView } from '../../../shared/report/contract.ts'
import type { ReportOptions } from '../../../shared/report/investigation/options.ts'
import { omittedParts, unusedWordings } from '../../../shared/report/omissions.ts'

type NoticeProps = {
  readonly dossier: Dossier
  readonly options: ReportOptions
  readonly view: Pick<ReportView, 'document' | 'wordings'>
}

const BEGINNING = 18

/** What the chosen outline leaves out of what is filled in, and which own words have no place in it; nothing when it prints all. */
export function OutlineNotice({ dossier, options, view }: NoticeProps) {
  const parts = useMemo(() => omittedParts(dossier, options), [dossier, options])
  const unused = unusedWordings(view.wordings, view.document)
  if (parts.length + unused.length === 0) return null
  return (
    <div className="outlinenotice" role="note">
      {parts.length === 0 ? null : <p>本提纲不写入：{parts.join('、')}。</p>}
      {unused.length === 0 ? null : (
        <p>
          {unused.length} 处改写在本提纲中不使用：
          {unused.map(({ own }) => `“${own.slice(0, BEGINNING)}${own.length > BEGINNING ? '…' : ''}”`).join('、')}
          ；文字保留着，换回原来的提纲仍用它。
        </p>
      )}
    </div>
  )
}
