/**
 * Start-up as a list: what must happen before "ready", and after. The order is the security model: switches,
 * sandbox and scheme first, then handlers, then the first window.
 */
import { app, nativeTheme, powerMonitor } from 'electron'
import { createDesk, type Desk } from './desk/createDesk.ts'
import { systemDialogs } from './dialogs.ts'
import { registerDoor, sendEvent } from './ipc/door.ts'
import { setMenu } from './menu.ts'
import { resourcesDir } from './resourcesDir.ts'
import { applyNetworkSwitches } from './security/networkSwitches.ts'
import { registerScheme, serveRenderer } from './security/scheme.ts'
import { hardenContents, hardenNewSessions, hardenSession } from './security/session.ts'
import { readSettings, writeSettings } from './settings.ts'
import { createWindow, focusWindow, mainWindow } from './window.ts'

const IDLE_LOCK_SECONDS = 10 * 60
const IDLE_CHECK_MS = 30_000

export function start(): void {
  applyNetworkSwitches(app.commandLine)
  app.enableSandbox()
  registerScheme()
  hardenNewSessions(app)
  hardenContents(app)
  app.on('second-instance', focusWindow)
  void app.whenReady().then(startReady)
}

async function startReady(): Promise<void> {
  hardenSession()
  serveRenderer()
  const settings = await readSettings(app.getPath('userData'))
  nativeTheme.themeSource = settings.theme
  const desk = createDesk({
    dialogs: systemDialogs,
    now: () => new Date(),
    version: app.getVersion(),
    systemLanguage: app.getLocale(),
    resourcesDir: resourcesDir(),
    settings,
    saveSettings: async (next) => {
      await writeSettings(app.getPath('userData'), next)
      nativeTheme.themeSource = next.theme
      showMenu(next.language)
    },
    emit: (name, value) => {
      sendEvent(name, value)
      // A page's memory cannot be wiped, only left: the new one starts with nothing but the name of the log.
      if (name === 'log.locked') mainWindow()?.webContents.reload()
    },
  })
  registerDoor(desk)
  showMenu(settings.language)
  lockWhenAway(desk)
  closeBeforeQuit(desk)
  createWindow()
}

function showMenu(language: string | null): void {
  setMenu(language ?? app.getLocale(), (command) => sendEvent('app.command', { command }))
}

/**
 * Sleep, lid, screen lock and idleness lock the log at once; half a minute of slack for idleness. Electron tells of
 * the screen lock on macOS and Windows alone.
 */
function lockWhenAway(desk: Desk): void {
  powerMonitor.on('suspend', () => void desk.lockFor('suspend'))
  powerMonitor.on('lock-screen', () => void desk.lockFor('screen-lock'))
  setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= IDLE_LOCK_SECONDS) void desk.lockFor('idle')
  }, IDLE_CHECK_MS).unref()
}

/** Quitting waits for the last save and drops the lock file. */
function closeBeforeQuit(desk: Desk): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void desk.lockFor('quit').finally(() => {
      closed = true
      app.quit()
    })
  })
  app.on('activate', () => {
    if (mainWindow() === null) createWindow()
  })
}
