import { Button } from 'antd'
import { useEffect } from 'react'
import { useRouteError } from 'react-router'

/** A page that could not be drawn: a fault of the program. What was saved is safe, what was typed is still held. */
export function Crashed() {
  const error = useRouteError()
  useEffect(() => {
    console.error(error)
  }, [error])
  return (
    <div className="failure" role="alert">
      <span>这个页面出错了，没能显示；已保存的内容不受影响。请换一个页面，或重新载入后再试。</span>
      <Button size="small" onClick={() => location.reload()}>
        重新载入
      </Button>
    </div>
  )
}
