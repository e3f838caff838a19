import { Modal } from 'antd'
import { useState } from 'react'
import { isTyping, useShortcuts } from './keys.ts'
import { Key } from './marks.tsx'

const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    '在案卷中',
    [
      ['Ctrl+S', '立即保存（平时自动保存）'],
      ['Ctrl+Z', '撤销上一步操作'],
      ['Ctrl+Y', '重做'],
      ['Alt+1…9', '到第 1—9 个阶段'],
    ],
  ],
  [
    '在列表和表单中',
    [
      ['↑ ↓', '上一行、下一行'],
      ['Enter', '打开这一行'],
      ['Alt+↑ ↓', '上移、下移这一行'],
      ['Delete', '移走打开的这一行（可撤销）'],
      ['Ctrl+Enter', '完成这一项，到下一项或新建'],
    ],
  ],
  [
    '在登记簿中',
    [
      ['/', '到查找框'],
      ['Ctrl+N', '新建案卷'],
    ],
  ],
  ['随处', [['?', '显示这张表']]],
]

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
    <Modal open={isOpen} title="快捷键" footer={null} onCancel={() => setOpen(false)} width="46rem">
      <div className="keyhelp">
        {groups.map(([title, keys]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, words]) => (
                <div key={key}>
                  <dt>
                    <Key>{key}</Key>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="dim">正在用输入法选字时，快捷键都不起作用。</p>
      </div>
    </Modal>
  )
}
