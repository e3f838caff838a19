import { Button } from 'antd'
import { Link } from 'react-router'
import { caseGrade } from '../../../shared/case/derive.ts'
import { statutoryItems } from '../../../shared/case/statutory-items.ts'
import type { CaseFile, Dossier } from '../../../shared/case/tables.ts'
import { wanText } from '../../../shared/money.ts'
import { formatUncertain } from '../../../shared/time-entry.ts'
import { useCall } from '../../api.ts'
import { instantText } from '../../ui/fields/parse.ts'
import { Grade, Missing, SixItems } from '../../ui/marks.tsx'
import { SaveIndicator } from '../../ui/SaveIndicator.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { Why } from '../../ui/Why.tsx'
import { gradeReason } from './grade-reason.ts'
import { useUndo } from './use-undo.ts'

/** Six words that fit the head; the full names stand in `statutoryItems`. */
const shortNames = ['单位概况', '经过和救援', '伤亡和损失', '原因和性质', '责任和建议', '防范和整改'] as const

const Arrow = ({ isRedo }: { readonly isRedo: boolean }) => (
  <svg className="arrow" viewBox="0 0 16 16" aria-hidden style={isRedo ? { transform: 'scaleX(-1)' } : undefined}>
    <path d="M6 3L2.5 6.5 6 10M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
)

/** Digits where the time is certain enough for them, else the words. */
function Occurred({ caseFile }: { readonly caseFile: CaseFile }) {
  const { occurredFrom: from, occurredTo: to, occurredPrecision: precision, occurredText: text } = caseFile
  if (from !== null && precision === 'day') return from.slice(0, 10)
  if (from !== null && (precision === 'minute' || precision === 'about'))
    return (
      <>
        {instantText(from)}
        {precision === 'about' ? <small> 许</small> : null}
      </>
    )
  return formatUncertain({ from, to, precision, text }) || <Missing>发生时间</Missing>
}

function Facts({ dossier }: { readonly dossier: Dossier }) {
  const { caseFile, accident } = dossier
  const { deaths, seriousInjuries, minorInjuries, unspecifiedInjuries, directLossFen } = caseFile
  const items = statutoryItems(dossier).map((item, index) => ({
    name: shortNames[index] ?? item.label,
    state: item.state,
  }))
  const count = (value: number | null) => (value === null ? '—' : value)
  const isUncounted =
    deaths === null && seriousInjuries === null && minorInjuries === null && unspecifiedInjuries === null
  const place = [caseFile.district ?? caseFile.city ?? caseFile.province, accident.address].filter(Boolean).join('')
  return (
    <dl className="facts">
      <div>
        <dt>发生时间</dt>
        <dd className="num">
          <Occurred caseFile={caseFile} />
        </dd>
      </div>
      <div className="wide-only">
        <dt>地点</dt>
        <dd className="clip">{place === '' ? <Missing>事故地点</Missing> : place}</dd>
      </div>
      <div>
        <dt>死亡 / 重伤 / 轻伤</dt>
        <dd className="num">
          {isUncounted ? (
            <Missing>伤亡人数</Missing>
          ) : (
            <>
              <b>{count(deaths)}</b> / {count(seriousInjuries)} / {count(minorInjuries)} <small>人</small>
              {unspecifiedInjuries ? <small>（另有伤情未分 {unspecifiedInjuries} 人）</small> : null}
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>直接经济损失</dt>
        <dd className="num">
          {directLossFen === null ? (
            <Missing>直接经济损失</Missing>
          ) : (
            <>
              {wanText(directLossFen)} <small>万元</small>
            </>
          )}
        </dd>
      </div>
      <div className="six-cell">
        <dt>报告法定六项（第三十条）</dt>
        <dd>
          <SixItems items={items} hasNames />
        </dd>
      </div>
    </dl>
  )
}

/** Number, name and grade of the case, what is saved, undo, and the facts that every page needs. */
export function CaseHead({ dossier, hasReport }: { readonly dossier: Dossier; readonly hasReport: boolean }) {
  const { caseFile } = dossier
  const { data: state } = useCall('case.undoState', { caseId: caseFile.id })
  const message = useToast()
  const step = useUndo(caseFile.id, message)
  return (
    <header className="casehead">
      <div className="line1">
        <Link to="/cases">案卷</Link>
        <i aria-hidden>/</i>
        <span className="num">{caseFile.caseNo ?? <Missing>案号</Missing>}</span>
        <h1 title={caseFile.name}>{caseFile.name}</h1>
        <Why reason={gradeReason(caseGrade(dossier))}>
          <Grade grade={caseFile.grade} isProvisional={caseFile.isGradeProvisional} />
        </Why>
        {caseFile.sealedAt ? <span className="tag">已封存，只读</span> : null}
        {caseFile.isRemoved ? <span className="tag">已移走</span> : null}
        <span className="acts">
          <SaveIndicator caseId={caseFile.id} savedAt={caseFile.updatedAt} />
          <Button
            type="text"
            icon={<Arrow isRedo={false} />}
            aria-label="撤销（Ctrl+Z）"
            title={state?.undo ? `撤销：${state.undo}（Ctrl+Z）` : '没有可撤销的操作'}
            disabled={!state?.undo}
            onClick={() => step('undo')}
          />
          <Button
            type="text"
            icon={<Arrow isRedo />}
            aria-label="重做（Ctrl+Y）"
            title={state?.redo ? `重做：${state.redo}（Ctrl+Y）` : '没有可重做的操作'}
            disabled={!state?.redo}
            onClick={() => step('redo')}
          />
          {hasReport ? (
            <Link className="ant-like" to={`/case/${caseFile.id}/report`}>
              调查报告
            </Link>
          ) : null}
        </span>
      </div>
      <Facts dossier={dossier} />
    </header>
  )
}
