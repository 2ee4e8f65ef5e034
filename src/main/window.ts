/** The one window: sandboxed, isolated, without Node, without developer tools once packaged. */
import path from 'node:path'
import { app, BrowserWindow } from 'electron'
import { START_URL } from './security/origin.ts'

let current: BrowserWindow | null = null

export const mainWindow = (): BrowserWindow | null => current

/** Keeps the window out of pictures and recordings of the screen; Linux has no such thing. */
export function hideFromCapture(isHidden: boolean): void {
  if (process.platform !== 'linux') current?.setContentProtection(isHidden)
}

/** @param mayClose asked whenever somebody wants to close the window. */
export function createWindow(mayClose: () => boolean, isHiddenFromCapture: boolean): void {
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Daybook',
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: !app.isPackaged,
    },
  })
  current = window
  hideFromCapture(isHiddenFromCapture)
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault()
  })
  window.on('closed', () => {
    current = null
  })
  void window.loadURL(START_URL)
}

export function focusWindow(): void {
  if (current === null) return
  if (current.isMinimized()) current.restore()
  current.focus()
}
