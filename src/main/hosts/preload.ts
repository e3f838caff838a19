/** The whole bridge between page and main: a few questions with answers, no channel names, no events. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'

contextBridge.exposeInMainWorld('host', {
  kind: 'electron',
  call: (method: string, input: unknown) => ipcRenderer.invoke('call', method, input),
  pickFiles: (options: unknown) => ipcRenderer.invoke('pickFiles', options),
  pickFolder: () => ipcRenderer.invoke('pickFolder'),
  saveFile: (token: string, name: string) => ipcRenderer.invoke('saveFile', token, name),
  /** a dropped file has a path that only this script can see; a pasted picture has none, its bytes are sent */
  stageFile: async (file: File) => {
    const path = webUtils.getPathForFile(file)
    return path === ''
      ? ipcRenderer.invoke('stageBytes', file.name, new Uint8Array(await file.arrayBuffer()))
      : ipcRenderer.invoke('stageFile', path)
  },
})
