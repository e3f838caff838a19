import { Link } from 'react-router'
import type { CaseFile } from '../../../shared/case/tables.ts'
import { deadlineGroups } from '../../../shared/clock/deadline.ts'
import { useCall } from '../../api.ts'
import { useFold } from '../../preferences.ts'
import { Failure, Waiting } from '../../ui/Failure.tsx'
import { Section } from '../../ui/Section.tsx'
import { DeadlineTable } from './DeadlineTable.tsx'
import './board.css'

/** The deadlines of one case as the board has them, those that are done as well. A case of the library of examples has none. */
export function CaseDeadlines({ caseFile }: { readonly caseFile: CaseFile }) {
  const isNarrow = useFold() === 'narrow'
  const isReference = caseFile.purpose === 'reference'
  const { data, error, refetch } = useCall(
    'clock.board',
    { filter: { caseId: caseFile.id, groups: [...deadlineGroups] }, limit: 100 },
    { isOff: isReference },
  )
  if (isReference) return null
  return (
    <Section title="期限" note="末日当天不算逾期" tools={<Link to="/board">全部期限</Link>} isFlush>
      {error ? (
        <Failure message={error.message} onRetry={() => void refetch()} />
      ) : data ? (
        <DeadlineTable rows={data.rows} caption="本案的期限" isStacked={isNarrow} />
      ) : (
        <Waiting />
      )}
    </Section>
  )
}
