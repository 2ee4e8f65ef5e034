import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { currentBrowser } from './browser.ts'
import { hostState } from './hostState.ts'
import { setPermissionCheckHandler, setPermissionRequestHandler } from './permissions.ts'
import { protocol } from './protocol.ts'
import { originOf, toChromiumUrl } from './schemes.ts'
import { standIn } from './strict.ts'
import { webRequest } from './webRequest.ts'

// The one session there is. What concerns the network or devices is accepted and has no effect: the host lets no
// request out and has no devices to offer.

class HostSession extends EventEmitter {
  readonly protocol = protocol
  readonly webRequest = webRequest
  #spellChecker = true

  setPermissionRequestHandler: Electron.Session['setPermissionRequestHandler'] = setPermissionRequestHandler
  setPermissionCheckHandler: Electron.Session['setPermissionCheckHandler'] = setPermissionCheckHandler
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setUSBProtectedClassesHandler(): void {}
  setBluetoothPairingHandler(): void {}
  setCertificateVerifyProc(): void {}

  setSpellCheckerEnabled(enabled: boolean): void {
    this.#spellChecker = enabled
  }
  isSpellCheckerEnabled(): boolean {
    return this.#spellChecker
  }
  setSpellCheckerLanguages(): void {}
  setSpellCheckerDictionaryDownloadURL(): void {}

  setProxy(): Promise<void> {
    return Promise.resolve()
  }
  enableNetworkEmulation(): void {}
  closeAllConnections(): Promise<void> {
    return Promise.resolve()
  }
  clearHostResolverCache(): Promise<void> {
    return Promise.resolve()
  }
  clearCodeCaches(): Promise<void> {
    return Promise.resolve()
  }

  async clearCache(): Promise<void> {
    for (const { webContents } of hostState.windows) {
      await currentBrowser().post('Network.clearBrowserCache', {}, webContents.sessionId)
    }
  }
  async clearStorageData(): Promise<void> {
    for (const { webContents } of hostState.windows) {
      const origin = originOf(toChromiumUrl(webContents.getURL()))
      await currentBrowser().post(
        'Storage.clearDataForOrigin',
        { origin, storageTypes: 'all' },
        webContents.sessionId,
      )
    }
  }
  async clearData(): Promise<void> {
    await this.clearCache()
    await this.clearStorageData()
  }
  isPersistent(): boolean {
    return true
  }
}

export const defaultSession = standIn<Electron.Session>('session.defaultSession', new HostSession())
export const session = standIn<typeof Electron.session>('session', {
  defaultSession,
})
