import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { queryClient, useCommand } from '../../api.ts'
import { canPickFolder, pickFolder } from '../../host.ts'
import { Hint } from '../../ui/marks.tsx'

/** Chooses a folder, or takes a typed one in the browser, and opens the library in it; an empty folder becomes a new one. */
export function OpenLibrary({ label, isLarge }: { readonly label: string; readonly isLarge?: boolean }) {
  const id = useId()
  const navigate = useNavigate()
  const [isTyping, setTyping] = useState(false)
  const [path, setPath] = useState('')
  const { mutate, error, isPending } = useCommand('library.open', { isQuiet: true })
  const open = (folder: string) =>
    mutate(
      { path: folder },
      {
        onSuccess: async () => {
          await queryClient.resetQueries()
          setTyping(false)
          void navigate('/')
        },
      },
    )
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
