/**
 * Start-up as a list: what must happen before "ready", and after. The order is the security model: switches,
 * sandbox and scheme first, then handlers, then the first window.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { app, dialog, nativeTheme, powerMonitor } from 'electron'
import { schemeOf } from '../shared/themes.ts'
import { DEFAULT_POLICY } from '../vault/file/engine.ts'
import { findMissingFeatures } from '../vault/selfTest.ts'
import { anchorsIn, userAnchors } from '../vault/stateFolder.ts'
import { lockWhenAway } from './awayLock.ts'
import { createDesk, type Desk } from './desk/createDesk.ts'
import { confirmLosing, systemDialogs } from './dialogs.ts'
import { registerDoor, sendEvent } from './ipc/door.ts'
import { setMenu } from './menu.ts'
import { resourcesDir } from './resourcesDir.ts'
import { applyNetworkSwitches } from './security/networkSwitches.ts'
import { registerScheme, serveRenderer } from './security/scheme.ts'
import { hardenContents, hardenNewSessions, hardenSession } from './security/session.ts'
import { readSettings, writeSettings } from './settings.ts'
import { type MainText, mainText } from './texts.ts'
import { utilityTypesetter } from './typesetting/utilityTypesetter.ts'
import { createWindow, focusWindow, hideFromCapture, mainWindow } from './window.ts'

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
  if (refusesToStart()) return
  hardenSession()
  serveRenderer()
  const settings = await readSettings(app.getPath('userData'))
  nativeTheme.themeSource = schemeOf(settings.theme)
  let chosen = settings
  const desk = createDesk({
    dialogs: systemDialogs,
    now: () => new Date(),
    delay,
    vault: {
      // Whoever gives the app a folder of its own, on a stick perhaps, wants nothing kept elsewhere.
      anchors: app.commandLine.hasSwitch('user-data-dir')
        ? anchorsIn(app.getPath('userData'))
        : userAnchors(),
      policy: { ...DEFAULT_POLICY, program: 'app' },
    },
    version: app.getVersion(),
    systemLanguage: app.getLocale(),
    resourcesDir: resourcesDir(),
    startTypesetter: utilityTypesetter,
    settings,
    saveSettings: async (next) => {
      await writeSettings(app.getPath('userData'), next)
      nativeTheme.themeSource = schemeOf(next.theme)
      chosen = next
      hideFromCapture(next.hiddenFromCapture)
      showMenu(next.language)
    },
    emit: (name, value) => {
      sendEvent(name, value)
      if (name === 'log.locked') leavePage()
    },
  })
  registerDoor(desk)
  showMenu(settings.language)
  lockWhenAway(powerMonitor, (reason) => void desk.lockFor(reason))
  const quitting = createQuitting(desk, async () => {
    const window = mainWindow()
    const text = (key: MainText) => mainText(chosen.language ?? app.getLocale(), key)
    // Without a window there is nothing to come back to.
    return window === null || confirmLosing(window, text)
  })
  createWindow(quitting.mayClose, chosen.hiddenFromCapture)
  app.on('activate', () => {
    if (mainWindow() === null) createWindow(quitting.mayClose, chosen.hiddenFromCapture)
  })
}

/** Says what this runtime lacks, if anything: better now than when somebody's work cannot be saved. */
function refusesToStart(): boolean {
  const missing = findMissingFeatures()
  if (missing.length === 0) return false
  const text = (key: MainText) => mainText(app.getLocale(), key)
  dialog.showErrorBox(
    text('dialog.missingFeatures.title'),
    text('dialog.missingFeatures.text').replace('{features}', missing.join(', ')),
  )
  app.exit(1)
  return true
}

/** A page's memory cannot be wiped, only left: the new one starts with nothing but the name of the log. */
function leavePage(): void {
  mainWindow()?.webContents.reload()
}

function showMenu(language: string | null): void {
  setMenu(language ?? app.getLocale(), (command) => sendEvent('app.command', { command }))
}

interface Quitting {
  /** False while the log has to be locked first; then the app quits by itself once that is done. */
  readonly mayClose: () => boolean
}

/**
 * Closing the window and quitting are one: the window stays until it has saved what is half-typed and the log is
 * locked, so that the last save ends and the lock file goes. Half-typed text that no disk took is in memory alone: then
 * the user is asked, and may come back to it.
 */
function createQuitting(desk: Desk, mayLoseDrafts: () => Promise<boolean>): Quitting {
  let isLocked = false
  let isLocking = false
  const lockAndQuit = () => {
    if (isLocking) return
    isLocking = true
    void desk.lockFor('quit').then(async (mayEnd) => {
      isLocking = false
      if (!mayEnd) return
      if (desk.heldDrafts() > 0 && !(await mayLoseDrafts())) return
      isLocked = true
      app.quit()
    })
  }
  app.on('window-all-closed', () => app.quit())
  // There is no window any more: it crashed, or it was never made.
  app.on('will-quit', (event) => {
    if (isLocked) return
    event.preventDefault()
    lockAndQuit()
  })
  return {
    mayClose: () => {
      if (!isLocked) lockAndQuit()
      return isLocked
    },
  }
}
