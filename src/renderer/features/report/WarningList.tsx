import { useMemo } from 'react'
import { Link } from 'react-router'
import type { Dossier } from '../../../shared/case/tables.ts'
import { exportWarnings } from '../../../shared/report/export-warnings.ts'
import { addressOf, stageLabel } from './fact-place.ts'

/** What a reader would object to; it stops no export. Each leads to the first place where it is mended. */
export function WarningList({ caseId, dossier }: { readonly caseId: string; readonly dossier: Dossier }) {
  const warnings = useMemo(() => exportWarnings(dossier), [dossier])
  if (warnings.length === 0) return null
  return (
    <>
      <h2 className="lev">导出前请核对 {warnings.length} 处 — 不影响导出</h2>
      <ul className="findlist">
        {warnings.map(({ key, sentence, stage, fact }) => (
          <li key={key} className="finding">
            <span className="level level-check">核</span>
            <div>
              <p>{sentence}</p>
              <p className="findfoot">
                <Link to={addressOf(caseId, stage, fact)}>去“{stageLabel(stage)}”改正</Link>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
