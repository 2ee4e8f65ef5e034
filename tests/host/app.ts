import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type Electron from 'electron'
import { appPackage } from './appPackage.ts'
import { browser, stopBrowser, whenBrowserIsLost } from './browser.ts'
import { commandLine, switchValue } from './commandLine.ts'
import { cancellable, hostState } from './hostState.ts'
import { hasLock, releaseLock, requestLock } from './singleInstance.ts'
import { standIn } from './strict.ts'

// The application's life: start, single instance, paths, quitting.

let codeLoaded: () => void = () => {}
/**
 * Electron emits `ready` only after the main module has been evaluated, so an `await app.whenReady()` at its top
 * level hangs there. Here too: nothing starts before then, and Node ends with code 13.
 */
const appCode = new Promise<void>((resolve) => {
  codeLoaded = resolve
})
/** Under Playwright `ready` also waits for it to attach, as its own loader makes Electron do. */
const playwrightAttached =
  switchValue('remote-debugging-port') === undefined
    ? Promise.resolve()
    : new Promise<void>((resolve) => Object.assign(globalThis, { __playwright_run: resolve }))

let starting: Promise<void> | undefined
function start(): Promise<void> {
  starting ??= appCode
    .then(() => browser(userDataFolder))
    .then(() => playwrightAttached)
    .then(() => {
      hostState.ready = true
      hostApp.emit('will-finish-launching')
      hostApp.emit('ready', {}, {})
    })
  return starting
}

/** Called when the main module has been evaluated. */
export function appCodeLoaded(): void {
  codeLoaded()
  start().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  })
}

/** Where Electron would keep a user's data: --user-data-dir, or the platform's place for the product's name. */
function defaultUserData(): string {
  const given = switchValue('user-data-dir')
  return given === undefined || given === '' ? path.join(appDataFolder(), hostApp.name) : path.resolve(given)
}
function appDataFolder(): string {
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library/Application Support')
  if (process.platform === 'win32') return process.env.APPDATA ?? path.join(os.homedir(), 'AppData/Roaming')
  return process.env.XDG_CONFIG_HOME || path.join(os.homedir(), '.config')
}

class HostApp extends EventEmitter {
  name = appPackage.name
  readonly isPackaged = process.env.DAYBOOK_HOST_PACKAGED === '1'
  readonly commandLine = commandLine
  readonly #paths = new Map<string, string>()

  whenReady(): Promise<void> {
    return start()
  }
  isReady(): boolean {
    return hostState.ready
  }
  getName(): string {
    return this.name
  }
  setName(name: string): void {
    this.name = name
  }
  getVersion(): string {
    return appPackage.version
  }
  getAppPath(): string {
    return appPackage.folder
  }
  getLocale(): string {
    return switchValue('lang') ?? 'en-US'
  }
  getSystemLocale(): string {
    return this.getLocale()
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }
  getLocaleCountryCode(): string {
    return ''
  }

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder)
  }
  getPath(name: string): string {
    const userData = this.#paths.get('userData') ?? defaultUserData()
    const places: Partial<Record<string, string>> = {
      appData: appDataFolder(),
      userData,
      sessionData: userData,
      logs: path.join(userData, 'logs'),
      crashDumps: path.join(userData, 'Crashpad'),
      temp: os.tmpdir(),
      home: os.homedir(),
      exe: process.execPath,
      module: process.execPath,
      documents: path.join(os.homedir(), 'Documents'),
      downloads: path.join(os.homedir(), 'Downloads'),
      desktop: path.join(os.homedir(), 'Desktop'),
      pictures: path.join(os.homedir(), 'Pictures'),
    }
    const place = this.#paths.get(name) ?? places[name]
    if (place === undefined) throw new Error(`Failed to get '${name}' path`)
    if (place.startsWith(userData)) mkdirSync(place, { recursive: true, mode: 0o700 })
    return place
  }

  requestSingleInstanceLock(extra: Record<string, unknown> = {}): boolean {
    return requestLock(this.getPath('userData'), extra, (second) => {
      this.emit('second-instance', {}, second.argv, second.cwd, second.extra)
    })
  }
  hasSingleInstanceLock(): boolean {
    return hasLock()
  }
  releaseSingleInstanceLock(): void {
    releaseLock()
  }

  quit(): void {
    if (hostState.quitting) return
    const event = cancellable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    hostState.quitting = true
    if (hostState.windows.length === 0) {
      this.#finish()
      return
    }
    for (const window of [...hostState.windows]) {
      window.close()
      if (!window.isDestroyed()) {
        hostState.quitting = false // a window refused to close
        return
      }
    }
  }
  exit(code = 0): void {
    hostState.quitting = true
    this.emit('quit', {}, code)
    stopBrowser()
    setImmediate(() => process.exit(code))
  }
  #finish(): void {
    const event = cancellable({})
    this.emit('will-quit', event)
    if (event.defaultPrevented) hostState.quitting = false
    else this.exit(0)
  }
  /** Called when the last window is gone. */
  windowsAreGone(): void {
    if (hostState.quitting) this.#finish()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  // Accepted without effect: there is no desktop to tell, and the renderer is sandboxed already.
  enableSandbox(): void {
    if (hostState.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }
  configureHostResolver(): void {}
  disableHardwareAcceleration(): void {}
  setAboutPanelOptions(): void {}
  setAccessibilitySupportEnabled(): void {}
  setAppUserModelId(): void {}
  setSecureKeyboardEntryEnabled(): void {}
  addRecentDocument(): void {}
  clearRecentDocuments(): void {}
  focus(): void {}
  hide(): void {}
  show(): void {}
  isAccessibilitySupportEnabled(): boolean {
    return false
  }
}

const hostApp = new HostApp()
export const app = standIn<Electron.App>('app', hostApp)

export function userDataFolder(): string {
  return hostApp.getPath('userData')
}

/** Tells the application, one turn later, that no window is left (unless it opened another meanwhile). */
export function lastWindowClosed(): void {
  setImmediate(() => {
    if (hostState.windows.length === 0) hostApp.windowsAreGone()
  })
}

whenBrowserIsLost(() => {
  if (!hostState.headful) {
    process.stderr.write('tests/host: Chromium exited\n')
    process.exit(1)
  }
  // On a screen Chromium ends with its last window: the user closed it.
  for (const { webContents } of [...hostState.windows]) webContents.pageIsGone()
  hostApp.quit()
})
process.on('exit', stopBrowser)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => hostApp.quit())
