import { Button } from 'antd'
import type { Dossier } from '../../../../shared/case/tables.ts'
import type { FileOutcome } from '../../../../shared/evidence/contract.ts'
import { Hint } from '../../../ui/marks.tsx'
import { Section } from '../../../ui/Section.tsx'
import { PlaceChoice } from './PlaceChoice.tsx'
import type { AddFiles } from './use-add-files.ts'

/** What became of the files that were added, and where the pictures among them stand in the report. */
export function AddedFiles(props: {
  readonly adding: AddFiles
  readonly dossier: Dossier
  readonly isLocked: boolean
  /** the form of the only file is open below and says what is wrong with it */
  readonly isFormOpen: boolean
}) {
  const { dossier, isLocked, isFormOpen } = props
  const { busy, outcomes, clear, place } = props.adding
  if (busy === null && outcomes.length === 0) return null
  const added = outcomes.filter(({ state }) => state === 'added')
  const others = outcomes.filter((outcome) => outcome.state !== 'added')
  const title = busy ? `正在添加附件（${busy.done}/${busy.total}）…` : `已添加${added.length}个文件`
  return (
    <Section
      title={title}
      note={others.length > 0 ? `${others.length}个没有加入` : undefined}
      tools={
        busy === null ? (
          <Button size="small" type="text" onClick={clear}>
            知道了
          </Button>
        ) : null
      }
    >
      <div className="reasons" role="status">
        {added.length > 0 ? <p className="dim">{added.map(({ name }) => name).join('、')}</p> : null}
        {outcomes.map((outcome) =>
          outcome.state === 'added' ? (
            outcome.message !== null && !isFormOpen && <Hint key={outcome.fileId}>{outcome.message}</Hint>
          ) : (
            <Hint key={`${outcome.name}-${outcome.message}`} isError={outcome.state === 'refused'}>
              {outcome.message}
            </Hint>
          ),
        )}
      </div>
      {busy === null ? (
        <PlaceChoice
          pictures={picturesOf(dossier, outcomes)}
          isLocked={isLocked}
          onChoose={(ids, reportPlace) => void place(ids, reportPlace)}
        />
      ) : null}
    </Section>
  )
}

/** As they are in the case file now: a form may have placed one of them otherwise, or put it away. */
function picturesOf({ rows }: Dossier, outcomes: readonly FileOutcome[]) {
  const added = new Set(
    outcomes.flatMap((outcome) => (outcome.state === 'added' && outcome.isPicture ? [outcome.fileId] : [])),
  )
  const present = new Set(rows.evidence.map(({ id }) => id))
  return rows.evidenceFile.filter(({ id, evidenceId }) => added.has(id) && present.has(evidenceId))
}
