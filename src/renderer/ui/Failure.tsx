import { WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useState } from 'react'

/** The sentence of an error where the content would stand, with 重试. */
export function Failure({ message, onRetry }: { readonly message: string; readonly onRetry?: () => void }) {
  return (
    <div className="failure" role="alert">
      <WarningOutlined aria-hidden />
      <span>{message}</span>
      {onRetry ? (
        <Button size="small" onClick={onRetry}>
          重试
        </Button>
      ) : null}
    </div>
  )
}

/** Says that something is being read, but only when it takes longer than a blink. */
export function Waiting() {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="waiting" role="status">
      {isLong ? '正在读取…' : ''}
    </p>
  )
}
