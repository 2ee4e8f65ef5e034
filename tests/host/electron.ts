import path from 'node:path'
import { app } from './app.ts'
import { appPackage, electronVersion } from './appPackage.ts'
import { BrowserWindow, webContents } from './browserWindow.ts'
import { clipboard, crashReporter, nativeImage, net, powerMonitor, screen, shell } from './desktop.ts'
import { dialog } from './dialog.ts'
import { hostState } from './hostState.ts'
import { ipcMain } from './ipcMain.ts'
import { Menu, MenuItem } from './menu.ts'
import { nativeTheme } from './nativeTheme.ts'
import { protocol } from './protocol.ts'
import { safeStorage } from './safeStorage.ts'
import { session } from './session.ts'
import { utilityProcess } from './utilityProcess.ts'

// The module the application gets when it imports `electron` (main.ts resolves the name to this file). An import
// of something that is not here fails at link time; a member that is missing throws when it is read (strict.ts).

/** Only on the host: what specs may ask about it, behind `app.kind === 'host'`. */
const host = {
  networkAttempts: hostState.networkAttempts,
  handedToDesktop: hostState.handedToDesktop,
}

Object.assign(process, {
  type: 'browser',
  resourcesPath: path.join(appPackage.folder, 'resources'),
  defaultApp: true,
})
for (const [name, value] of [
  ['electron', electronVersion()],
  ['chrome', '154.0.0.0'],
]) {
  if (name !== undefined) Object.defineProperty(process.versions, name, { value, enumerable: true })
}

export {
  app,
  BrowserWindow,
  clipboard,
  crashReporter,
  dialog,
  host,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
}
