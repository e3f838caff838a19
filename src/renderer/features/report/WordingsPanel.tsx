import { Button } from 'antd'
import type { Wording } from '../../../shared/report/contract.ts'
import { allDrafts, isDirty } from '../../save/drafts.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Key } from '../../ui/marks.tsx'
import { showBlock } from './paper-context.ts'
import { wordingKey } from './use-wording.ts'
import { useWordingCommands } from './use-wording-commands.tsx'

type PanelProps = {
  readonly caseId: string
  readonly wordings: readonly Wording[]
  /** blocks that stand in the report now */
  readonly isThere: (blockId: string) => boolean
  readonly sheetOf: (blockId: string) => string
  readonly isLocked: boolean
  readonly onEdit: (blockId: string) => void
}

/** All own wordings: those whose generated text changed come first, those without a place come last. */
export function WordingsPanel({ caseId, wordings, isThere, sheetOf, isLocked, onEdit }: PanelProps) {
  const commands = useWordingCommands(caseId)
  const rank = (wording: Wording) => (!isThere(wording.blockId) ? 2 : wording.isStale ? 0 : 1)
  const sorted = [...wordings].sort((a, b) => rank(a) - rank(b))
  const unsaved = unsavedOf(caseId).filter(({ blockId }) => !isThere(blockId))
  if (sorted.length + unsaved.length === 0)
    return (
      <div className="sidepad">
        <EmptyState
          what="还没有改写过的段落。"
          law={
            <>
              在纸面上选一段，按 <Key>F2</Key>{' '}
              或者点左边的铅笔改写；数字、日期、名称仍随案卷变化，随时可以恢复生成的文字。
            </>
          }
        />
      </div>
    )
  return (
    <ul className="findlist">
      {sorted.map((wording) => (
        <li key={wording.blockId} className="finding">
          <span className={wording.isStale ? 'level level-check' : 'level'}>{wording.isStale ? '核' : '改'}</span>
          <div>
            <button
              type="button"
              className="findtitle"
              disabled={!isThere(wording.blockId)}
              onClick={() => void showBlock(wording.blockId)}
            >
              {wording.own.slice(0, 60)}
              {wording.own.length > 60 ? '…' : ''}
            </button>
            <p>{noteOf(wording, isThere(wording.blockId))}</p>
            <p className="findfoot">
              {isLocked ? null : (
                <span>
                  {isThere(wording.blockId) ? (
                    <Button size="small" type="link" onClick={() => onEdit(wording.blockId)}>
                      {wording.isStale ? '核对' : '查看差别'}
                    </Button>
                  ) : null}
                  <Button size="small" type="link" onClick={() => void commands.reset(wording.blockId, wording.own)}>
                    恢复生成的文字
                  </Button>
                </span>
              )}
              <span className="dim num">{sheetOf(wording.blockId)}</span>
            </p>
          </div>
        </li>
      ))}
      {unsaved.map(({ blockId, text }) => (
        <li key={`unsaved-${blockId}`} className="finding">
          <span className="level level-block">未</span>
          <div>
            <p>这段文字没有保存：报告中已没有它的位置。请复制需要的文字，写到别处。</p>
            <p className="unsavedtext">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function noteOf(wording: Wording, isThere: boolean): string {
  if (!isThere) return '按现在的设置，报告中没有这一段；文字保留着，这一段再出现时仍用它。'
  return wording.isStale ? '改写之后，生成的文字变了，请核对。' : '改写的文字，其中的数字、名称仍随案卷变化。'
}

/** Typed and refused, for instance because the paragraph went away meanwhile. */
function unsavedOf(caseId: string): readonly { readonly blockId: string; readonly text: string }[] {
  const prefix = wordingKey(caseId, '')
  return [...allDrafts()].flatMap(([key, draft]) => {
    const { text } = draft.values
    return key.startsWith(prefix) && isDirty(draft) && typeof text === 'string'
      ? [{ blockId: key.slice(prefix.length), text }]
      : []
  })
}
