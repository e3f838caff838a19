import { Modal } from 'antd'
import { useState } from 'react'
import { keyTable } from './key-table.ts'
import { isTyping, useShortcuts } from './keys.ts'
import { Key } from './marks.tsx'

/** ? shows all keys. */
export function KeysHelp() {
  const [isOpen, setOpen] = useState(false)
  useShortcuts([
    {
      keys: '?',
      run: ({ target }) => {
        if (isTyping(target)) return false
        setOpen(true)
        return undefined
      },
    },
  ])
  return (
    <Modal open={isOpen} title="快捷键" footer={null} onCancel={() => setOpen(false)} width="min(96vw, 84rem)" centered>
      <div className="keyhelp">
        {keyTable.map(({ title, lines }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {lines.map(({ shown, words }) => (
                <div key={shown}>
                  <dt>
                    <Key>{shown}</Key>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="dim">正在用输入法选字时，快捷键都不起作用。</p>
    </Modal>
  )
}
