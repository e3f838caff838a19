import { Radio } from 'antd'
import { useId } from 'react'
import type { Row } from '../../../../shared/case/tables.ts'
import { reportPlaceLabels } from '../../../../shared/evidence/labels.ts'

export type ReportPlace = Row<'evidenceFile'>['reportPlace']

const NOWHERE = 'nowhere'
const options = [
  ...Object.entries(reportPlaceLabels).map(([value, label]) => ({ value, label })),
  { value: NOWHERE, label: '不写入报告' },
]

const isPlace = (value: string): value is NonNullable<ReportPlace> => value in reportPlaceLabels

/** One choice for all pictures that were added together; none is marked when they stand in different places. */
export function PlaceChoice(props: {
  readonly pictures: readonly Row<'evidenceFile'>[]
  readonly isLocked: boolean
  readonly onChoose: (ids: readonly string[], place: ReportPlace) => void
}) {
  const { pictures, isLocked, onChoose } = props
  const id = useId()
  const [first] = pictures
  if (!first) return null
  const isSame = pictures.every(({ reportPlace }) => reportPlace === first.reportPlace)
  return (
    <div className="placechoice">
      <span id={id}>{pictures.length > 1 ? `这${pictures.length}张图片写入报告的位置` : '写入报告的位置'}</span>
      <Radio.Group
        aria-labelledby={id}
        optionType="button"
        disabled={isLocked}
        options={options}
        value={isSame ? (first.reportPlace ?? NOWHERE) : null}
        onChange={({ target }) => {
          const chosen = String(target.value)
          onChoose(
            pictures.map((picture) => picture.id),
            isPlace(chosen) ? chosen : null,
          )
        }}
      />
      {isSame ? null : <span className="dim">现在各不相同</span>}
    </div>
  )
}
