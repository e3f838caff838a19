/** Short words at the foot of the window. As those of antd, whose icons have English names. */
import { App } from 'antd'
import type { ArgsProps } from 'antd/es/message/interface'
import { useMemo } from 'react'
import { toastIcons } from './icons.tsx'

type Say = (words: string, seconds?: number) => void

export type Toast = {
  readonly success: Say
  readonly warning: Say
  readonly error: Say
  readonly open: (toast: ArgsProps) => void
  readonly destroy: (key: string) => void
}

export function useToast(): Toast {
  const { message } = App.useApp()
  return useMemo(() => {
    const say =
      (type: keyof typeof toastIcons): Say =>
      (words, seconds) =>
        void message.open({ type, content: words, icon: toastIcons[type], ...(seconds ? { duration: seconds } : {}) })
    return {
      success: say('success'),
      warning: say('warning'),
      error: say('error'),
      open: (toast) => void message.open(toast),
      destroy: message.destroy,
    }
  }, [message])
}
