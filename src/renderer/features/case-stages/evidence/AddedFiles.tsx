import { Button } from 'antd'
import type { FileOutcome } from '../../../../shared/evidence/contract.ts'
import { Hint } from '../../../ui/marks.tsx'
import { Section } from '../../../ui/Section.tsx'
import type { Busy } from './use-add-files.ts'

/** What became of the files that were added. */
export function AddedFiles(props: {
  readonly busy: Busy | null
  readonly outcomes: readonly FileOutcome[]
  readonly onClose: () => void
}) {
  const { busy, outcomes, onClose } = props
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
          <Button size="small" type="text" onClick={onClose}>
            知道了
          </Button>
        ) : null
      }
    >
      <div className="reasons" role="status">
        {added.length > 0 ? <p className="dim">{added.map(({ name }) => name).join('、')}</p> : null}
        {others.map((outcome) => (
          <Hint key={`${outcome.name}-${outcome.message}`} isError={outcome.state === 'refused'}>
            {outcome.message}
          </Hint>
        ))}
      </div>
    </Section>
  )
}
