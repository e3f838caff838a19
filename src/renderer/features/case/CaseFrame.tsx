import { useRef } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { type StageState, stageStates } from '../../../shared/case/stage.ts'
import type { Dossier } from '../../../shared/case/tables.ts'
import { useCall } from '../../api.ts'
import { flushAll } from '../../save/drafts.ts'
import { useSaveStatus } from '../../save/status.ts'
import type { StagePage, StageProps } from '../../stage-pages.tsx'
import { Failure, Waiting } from '../../ui/Failure.tsx'
import { stageKeys } from '../../ui/key-table.ts'
import { isTyping, useShortcuts } from '../../ui/keys.ts'
import { StateMark } from '../../ui/marks.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { CaseHead } from './CaseHead.tsx'
import { useArrival } from './use-arrival.ts'
import { useUndo } from './use-undo.ts'

type Pages = Readonly<Partial<Record<string, StagePage>>>

/** One case: head, rail of stages, and the page of the stage. `pages` decides which stages exist. */
export function CaseFrame({ pages }: { readonly pages: Pages }) {
  const { caseId = '', stage: key } = useParams()
  const { data: dossier, error, refetch } = useCall('case.dossier', { caseId })
  if (error) return <Failure message={error.message} onRetry={() => void refetch()} />
  if (!dossier) return <Waiting />
  return <Opened dossier={dossier} stageKey={key ?? ''} pages={pages} />
}

function Opened(props: { readonly dossier: Dossier; readonly stageKey: string; readonly pages: Pages }) {
  const { dossier, stageKey, pages } = props
  const { caseFile } = dossier
  const shown = stageStates(dossier).filter(({ key }) => pages[key])
  const stage = shown.find(({ key }) => key === stageKey)
  const page = pages[stageKey]
  const openId = useArrival(dossier, stage?.missing ?? [])
  useCaseKeys(caseFile.id, shown)
  if (!stage || !page) return <Navigate replace to={`/case/${caseFile.id}/${shown[0]?.key ?? 'records'}`} />
  const stageProps: StageProps = {
    caseId: caseFile.id,
    dossier,
    isLocked: caseFile.sealedAt !== null || caseFile.isRemoved,
    openId,
  }
  const Page = page.page
  return (
    <div className={page.isBare ? 'case case-bare' : 'case'}>
      <CaseHead dossier={dossier} hasReport={pages.report !== undefined && stageKey !== 'report'} />
      <div className="casebody">
        <Rail caseId={caseFile.id} stages={shown} here={stageKey} />
        <div className="stage">
          {page.isBare ? (
            <Page {...stageProps} />
          ) : (
            <>
              <div className="stagehead">
                <h2>{stage.label}</h2>
                <span className="law">{stage.clause}</span>
                <span className="tools">
                  <StageNote stage={stage} />
                </span>
              </div>
              {/* a scroll area is reached by the keyboard */}
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys */}
              <section className="stagebody" key={stageKey} aria-label={stage.label} tabIndex={0}>
                <Page {...stageProps} />
              </section>
            </>
          )}
        </div>
      </div>
    </div>
  )
}

/** What is missing on this page, in words. */
function StageNote({ stage }: { readonly stage: StageState }) {
  if (stage.attentions.length > 0)
    return (
      <span className="stagenote" title={stage.attentions.join('\n')}>
        {stage.attentions[0]}
      </span>
    )
  return <span className="stagenote dim">{stage.words}</span>
}

const groupStarts: ReadonlySet<string> = new Set(['report', 'records'])

function Rail(props: { readonly caseId: string; readonly stages: readonly StageState[]; readonly here: string }) {
  const { caseId, stages, here } = props
  return (
    <nav className="rail" aria-label="办理阶段">
      {stages.map((stage, index) => (
        <Link
          key={stage.key}
          to={`/case/${caseId}/${stage.key}`}
          aria-current={stage.key === here ? 'step' : undefined}
          className={groupStarts.has(stage.key) && index > 0 ? 'gap' : ''}
          title={[index < 9 ? `Alt+${index + 1}` : '', stage.words].filter(Boolean).join('　')}
        >
          <StateMark state={stage.state} />
          <span>{stage.label}</span>
          <Count stage={stage} />
        </Link>
      ))}
    </nav>
  )
}

function Count({ stage }: { readonly stage: StageState }) {
  if (stage.state === 'attention') return <em>{stage.attentions.length} 处</em>
  if (stage.state === 'begun' && stage.missing.length > 0) return <em>缺 {stage.missing.length}</em>
  return null
}

/** Ctrl+S, Ctrl+Z / Y, Alt+1…9. Undo inside a text field is the field's own. */
function useCaseKeys(caseId: string, stages: readonly StageState[]): void {
  const navigate = useNavigate()
  const message = useToast()
  const step = useUndo(caseId, message)
  const status = useSaveStatus(caseId)
  const latest = useRef(status)
  latest.current = status
  const open = (index: number) => {
    const stage = stages[index]
    if (stage) void navigate(`/case/${caseId}/${stage.key}`)
  }
  const save = () => {
    flushAll(caseId)
    setTimeout(() => {
      const { current } = latest
      if (current.state === 'unsaved') message.warning(`还没有保存：${current.why}`, 5)
      else message.success('已保存。案卷随时自动保存，不必再存。', 2)
    }, 400)
  }
  useShortcuts([
    { keys: 'Ctrl+S', run: () => void save() },
    { keys: 'Ctrl+Z', run: ({ target }) => (isTyping(target) ? false : void step('undo')) },
    { keys: 'Ctrl+Y', run: ({ target }) => (isTyping(target) ? false : void step('redo')) },
    { keys: 'Ctrl+Shift+Z', run: ({ target }) => (isTyping(target) ? false : void step('redo')) },
    ...stageKeys.slice(0, stages.length).map((keys, index) => ({ keys, run: () => void open(index) })),
  ])
}
