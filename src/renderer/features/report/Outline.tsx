import { StateMark } from '../../ui/marks.tsx'
import type { OutlineEntry } from './outline.ts'
import { showBlock } from './paper-context.ts'

/** Headings with their numbers; a click scrolls, the marks say where something is to be done. */
export function Outline(props: { readonly entries: readonly OutlineEntry[]; readonly hereId: string | null }) {
  const { entries, hereId } = props
  return (
    <nav className="outline" aria-label="报告提纲">
      {entries.map((entry) => (
        <button
          key={entry.id}
          type="button"
          className={`lv${entry.level}`}
          aria-current={entry.id === hereId ? 'location' : undefined}
          title={entry.text}
          onClick={() => void showBlock(entry.id)}
        >
          <StateMark state={entry.missing + entry.stale > 0 ? 'attention' : 'complete'} />
          <span className="outline-text">{entry.text}</span>
          <Words entry={entry} />
        </button>
      ))}
    </nav>
  )
}

function Words({ entry }: { readonly entry: OutlineEntry }) {
  if (entry.missing > 0) return <em>缺 {entry.missing}</em>
  if (entry.stale > 0) return <em>核 {entry.stale}</em>
  if (entry.own > 0) return <em>改写{entry.own > 1 ? ` ${entry.own}` : ''}</em>
  return null
}
