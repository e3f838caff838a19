import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { valueLabel } from '../../../../shared/text.ts'
import { Citations } from '../Citations.tsx'
import { Nested } from '../Nested.tsx'
import { PrintedSentence } from './PrintedSentence.tsx'
import { ProposalList } from './ProposalList.tsx'

/** Under a subject: what it breached, what is proposed and on what basis, and the sentence that the report prints. */
export function LiabilityExtra(props: {
  readonly dossier: Dossier
  readonly row: Row<'liability'>
  readonly isLocked: boolean
}) {
  const { dossier, row, isLocked } = props
  const proposals = dossier.rows.proposal.filter((proposal) => proposal.liabilityId === row.id)
  return (
    <div className="extra">
      <Nested>
        <Citations
          dossier={dossier}
          aboutTable="liability"
          aboutId={row.id}
          use="breach"
          title="违反的条款和职责依据"
          what="认定责任所依据的条款：违反了哪一条，职责由哪一条规定。"
          isLocked={isLocked}
        />
        <ProposalList dossier={dossier} liability={row} isLocked={isLocked} />
        {proposals.map((proposal) => (
          <Citations
            key={proposal.id}
            dossier={dossier}
            aboutTable="proposal"
            aboutId={proposal.id}
            use="basis"
            title={
              proposals.length === 1 ? '处理依据' : `处理依据：${valueLabel('proposal', 'category', proposal.category)}`
            }
            what="作出这项处理所依据的条款，如《安全生产法》第一百一十四条第一款第一项。"
            isLocked={isLocked}
          />
        ))}
      </Nested>
      <PrintedSentence caseId={row.caseId} liabilityId={row.id} />
    </div>
  )
}
