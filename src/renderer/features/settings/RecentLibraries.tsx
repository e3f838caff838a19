import { Hint } from '../../ui/marks.tsx'
import { useOpenLibrary } from './use-open-library.ts'

/** Libraries that were open on this computer before this one. One whose disk is not connected is not made anew. */
export function RecentLibraries({ recent }: { readonly recent: readonly string[] }) {
  const { open, error, isPending } = useOpenLibrary()
  if (recent.length === 0) return null
  return (
    <section className="recent" aria-label="最近打开的案卷库">
      <span aria-hidden>最近</span>
      <div>
        {recent.map((path) => (
          <button
            key={path}
            type="button"
            className="linkbtn path"
            disabled={isPending}
            onClick={() => open(path, { isKnown: true })}
          >
            {path}
          </button>
        ))}
        {error ? <Hint isError>{error.message}</Hint> : null}
      </div>
    </section>
  )
}
