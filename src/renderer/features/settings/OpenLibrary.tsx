import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { canPickFolder, pickFolder } from '../../host.ts'
import { Hint } from '../../ui/marks.tsx'
import { useOpenLibrary } from './use-open-library.ts'

/** Chooses a folder, or takes a typed one in the browser, and opens the library in it; an empty folder becomes a new one. */
export function OpenLibrary({ label, isLarge }: { readonly label: string; readonly isLarge?: boolean }) {
  const id = useId()
  const [isTyping, setTyping] = useState(false)
  const [path, setPath] = useState('')
  const library = useOpenLibrary()
  const { error, isPending } = library
  const open = (folder: string) => library.open(folder, { isKnown: false, onOpen: () => setTyping(false) })
  const choose = async () => {
    if (!canPickFolder) {
      setTyping(true)
      return
    }
    const folder = await pickFolder()
    if (folder !== null) open(folder)
  }
  return (
    <div className="openlibrary">
      {isTyping ? (
        <form
          className="acts"
          onSubmit={(event) => {
            event.preventDefault()
            open(path.trim())
          }}
        >
          <label htmlFor={id} className="vh">
            文件夹的完整路径
          </label>
          <Input
            id={id}
            value={path}
            placeholder="文件夹的完整路径，例如 D:\调查处\2026"
            aria-describedby={error ? `${id}-note` : undefined}
            onChange={(event) => setPath(event.target.value)}
          />
          <Button htmlType="submit" loading={isPending} disabled={path.trim() === ''}>
            打开
          </Button>
          <Button type="text" onClick={() => setTyping(false)}>
            取消
          </Button>
        </form>
      ) : (
        <Button size={isLarge ? 'large' : 'middle'} loading={isPending} onClick={() => void choose()}>
          {label}
        </Button>
      )}
      {error ? (
        <Hint id={`${id}-note`} isError>
          {error.message}
        </Hint>
      ) : null}
    </div>
  )
}
