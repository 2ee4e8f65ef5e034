const { contextBridge, ipcRenderer, webUtils } = require('electron')

contextBridge.exposeInMainWorld('fixture', {
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  openFiles: () => ipcRenderer.invoke('openFiles'),
  sizes: (files) =>
    ipcRenderer.invoke(
      'sizes',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  argon2InWorker: () => ipcRenderer.invoke('argon2InWorker'),
  onNotice: (listener) => {
    const receive = (_event, text) => listener(text)
    ipcRenderer.on('notice', receive)
    return () => ipcRenderer.removeListener('notice', receive)
  },
  sum: (a, b) => a + b,
  twice: (callback) => callback(callback(1)),
  pageGlobalSeen: typeof globalThis.pageGlobal,
  nodeSeen: typeof process.binding,
})
