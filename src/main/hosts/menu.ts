/** Menus as data: no reload, no developer tools. Reloading would throw away what is being typed. */
import type { MenuItemConstructorOptions } from 'electron'

type Items = readonly MenuItemConstructorOptions[]

const edit: MenuItemConstructorOptions[] = [
  { role: 'undo', label: '撤销' },
  { role: 'redo', label: '重做' },
  { type: 'separator' },
  { role: 'cut', label: '剪切' },
  { role: 'copy', label: '复制' },
  { role: 'paste', label: '粘贴' },
  { role: 'selectAll', label: '全选' },
]

const view: MenuItemConstructorOptions[] = [
  { role: 'zoomIn', label: '放大' },
  { role: 'zoomOut', label: '缩小' },
  { role: 'resetZoom', label: '实际大小' },
  { type: 'separator' },
  { role: 'togglefullscreen', label: '全屏' },
]

export function menuTemplate(isMac: boolean): Items {
  const first: MenuItemConstructorOptions = isMac
    ? { role: 'appMenu' }
    : { label: '文件', submenu: [{ role: 'quit', label: '退出' }] }
  return [first, { label: '编辑', submenu: edit }, { label: '显示', submenu: view }]
}

/** The menu of the right mouse button; empty where there is nothing to do. */
export function textMenuTemplate(isEditable: boolean, hasSelection: boolean): Items {
  if (isEditable) return edit.slice(3)
  return hasSelection ? [{ role: 'copy', label: '复制' }] : []
}
