/** 伤亡与损失 (条例第三十条第三项): what was known when, who was hurt, and the loss by the standard of the day. */

import { occurredOnOf } from '../../../../shared/case/derive.ts'
import { figureConflicts } from '../../../../shared/case/figure-conflicts.ts'
import type { Dossier } from '../../../../shared/case/tables.ts'
import { countCasualties } from '../../../../shared/casualty/count.ts'
import type { StageProps } from '../../../stage-pages.tsx'
import { Hint } from '../../../ui/marks.tsx'
import { Section } from '../../../ui/Section.tsx'
import { CasualtyList } from './CasualtyList.tsx'
import { CountList } from './CountList.tsx'
import { LossSection } from './LossSection.tsx'

export function CasualtiesPage({ dossier, isLocked, openId }: StageProps) {
  return (
    <>
      <Warnings dossier={dossier} />
      <div className="two">
        <div className="stack">
          <CountList dossier={dossier} isLocked={isLocked} openId={openId} />
          <CasualtyList dossier={dossier} isLocked={isLocked} openId={openId} />
        </div>
        <div className="stack half">
          <LossSection dossier={dossier} isLocked={isLocked} openId={openId} />
        </div>
      </div>
    </>
  )
}

/** Figures that stand twice and differ, and what the window of 第十三条 makes of the dead. */
function Warnings({ dossier }: { readonly dossier: Dossier }) {
  const { caseFile, rows } = dossier
  const conflicts = figureConflicts(dossier).map(({ sentence }) => sentence)
  const { notes } = countCasualties(rows.casualty, occurredOnOf(caseFile), caseFile.regime)
  const all = [...new Set([...conflicts, ...notes])]
  if (all.length === 0) return null
  return (
    <Section title="需要核对" note={`${all.length}处`}>
      <div className="reasons">
        {all.map((sentence) => (
          <Hint key={sentence}>{sentence}</Hint>
        ))}
      </div>
    </Section>
  )
}
