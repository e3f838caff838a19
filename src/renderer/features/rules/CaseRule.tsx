import { Button } from 'antd'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { AnswerCard } from '../../ui/AnswerCard.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Hint } from '../../ui/marks.tsx'
import { ruleNamed } from './book.ts'
import type { Origin } from './RulePage.tsx'
import { resultUnits } from './topics.ts'
import { type Cells, ruleAddress, tryCells } from './try-cells.ts'
import { useSettings } from './use-settings.ts'
import '../../ui/answer.css'
import './rules.css'

/** 依据规则: opens the why-card of a rule with the facts of a case; the card leads to the page of the rule with these facts. */
export function CaseRule({
  id,
  cells,
  origin,
}: {
  readonly id: string
  readonly cells: Cells
  readonly origin: Origin
}) {
  const [isOpen, setOpen] = useState(false)
  const panel = useId()
  return (
    <>
      <p className="acts">
        <Button size="small" aria-expanded={isOpen} aria-controls={panel} onClick={() => setOpen(!isOpen)}>
          依据规则
        </Button>
      </p>
      <div id={panel} className="caserule" hidden={!isOpen}>
        {isOpen ? <Card {...{ id, cells, origin }} /> : null}
      </div>
    </>
  )
}

function Card({ id, cells, origin }: { readonly id: string; readonly cells: Cells; readonly origin: Origin }) {
  const { settings, error, retry } = useSettings()
  const rule = ruleNamed(id)
  if (error !== null) return <Failure message={error} onRetry={retry} />
  if (rule === null || settings === null) return null
  const tried = tryCells(rule, cells, settings)
  const link = (
    <p className="answerfoot">
      <Link to={ruleAddress(id, cells)} state={origin}>
        查看规则“{rule.rows.title}”
      </Link>
    </p>
  )
  return tried.ok ? (
    <AnswerCard rule={rule} answer={tried.answer} cells={cells} unit={resultUnits[id]} level={4} footer={link} />
  ) : (
    <>
      <Hint isError>{tried.sentence}</Hint>
      {link}
    </>
  )
}
