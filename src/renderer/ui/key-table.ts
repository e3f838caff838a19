/** Every key the program listens to, by the place where it works. What is not in this table cannot be a shortcut. */

type KeyLine = {
  /** names as `nameOf` gives them, or as an element asks for its own keys */
  readonly keys: readonly string[]
  readonly shown: string
  readonly words: string
}
type KeyGroup = { readonly title: string; readonly lines: readonly KeyLine[] }

/** The stages of a case by their place in the rail. */
export const stageKeys = ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'] as const

export const keyTable = [
  {
    title: '在案卷中',
    lines: [
      { keys: ['Ctrl+S'], shown: 'Ctrl+S', words: '立即保存（平时自动保存）' },
      { keys: ['Ctrl+Z'], shown: 'Ctrl+Z', words: '撤销上一步操作' },
      { keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], shown: 'Ctrl+Y', words: '重做' },
      { keys: stageKeys, shown: 'Alt+1…9', words: '到第 1—9 个阶段' },
    ],
  },
  {
    title: '在列表和表单中',
    lines: [
      { keys: ['ArrowUp', 'ArrowDown'], shown: '↑ ↓', words: '上一行、下一行' },
      { keys: ['Enter'], shown: 'Enter', words: '打开这一行' },
      { keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], shown: 'Alt+↑ ↓', words: '上移、下移这一行' },
      { keys: ['Delete'], shown: 'Delete', words: '移走打开的这一行（可撤销）' },
      { keys: ['Ctrl+Enter'], shown: 'Ctrl+Enter', words: '完成这一项，到下一项或新建' },
    ],
  },
  {
    title: '在调查报告中',
    lines: [
      { keys: ['ArrowUp', 'ArrowDown'], shown: '↑ ↓', words: '上一段、下一段' },
      { keys: ['F2'], shown: 'F2', words: '改写选中的一段' },
      { keys: ['Ctrl+Enter', 'Escape'], shown: 'Ctrl+Enter', words: '改写完成（Esc 也可以，文字都保留）' },
      { keys: ['Ctrl+P'], shown: 'Ctrl+P', words: '打印报告' },
    ],
  },
  {
    title: '在登记簿中',
    lines: [
      { keys: ['/'], shown: '/', words: '到查找框' },
      { keys: ['Ctrl+N'], shown: 'Ctrl+N', words: '新建案卷' },
    ],
  },
  {
    title: '在期限中',
    lines: [
      { keys: ['ArrowUp', 'ArrowDown'], shown: '↑ ↓', words: '上一项、下一项；在日历中上一周、下一周' },
      { keys: ['ArrowLeft', 'ArrowRight'], shown: '← →', words: '在日历中前一天、后一天' },
      { keys: ['PageUp', 'PageDown'], shown: 'PgUp PgDn', words: '在日历中上月、下月' },
    ],
  },
  { title: '在规则中', lines: [{ keys: ['/'], shown: '/', words: '到查找框' }] },
  { title: '随处', lines: [{ keys: ['?'], shown: '?', words: '显示这张表' }] },
] as const satisfies readonly KeyGroup[]

export type KeyName = (typeof keyTable)[number]['lines'][number]['keys'][number]
