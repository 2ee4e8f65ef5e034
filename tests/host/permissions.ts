import type Electron from 'electron'
import { currentBrowser } from './browser.ts'
import { hostState } from './hostState.ts'
import { firstScheme } from './schemes.ts'

// The DevTools protocol has no event for a permission request. So the application's handlers are asked once about
// each permission, and their answers are set in Chromium. Like Electron, no handler means yes.

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type Permission = Parameters<NonNullable<RequestHandler>>[1]

/** Electron's name for a permission and Chromium's. */
const PERMISSIONS: ReadonlyArray<readonly [Permission, string]> = [
  ['media', 'camera'],
  ['media', 'microphone'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['idle-detection', 'idle-detection'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management'],
  ['local-fonts', 'local-fonts'],
  ['persistent-storage', 'persistent-storage'],
  ['background-sync', 'background-sync'],
]

let requestHandler: RequestHandler = null
let checkHandler: CheckHandler = null

export function setPermissionRequestHandler(handler: RequestHandler): void {
  requestHandler = handler
  void applyPermissions()
}

export function setPermissionCheckHandler(handler: CheckHandler): void {
  checkHandler = handler
  void applyPermissions()
}

/** Asks the handlers about every permission and sets the answers; does nothing before there is a window. */
export async function applyPermissions(): Promise<void> {
  const contents = hostState.windows[0]?.webContents.electron
  if (!hostState.ready || !contents) return
  const browser = currentBrowser()
  const url = `${firstScheme() ?? 'app'}://daybook/`
  const details = { requestingUrl: url, isMainFrame: true }
  await Promise.all(
    PERMISSIONS.map(async ([permission, name]) => {
      const request = requestHandler
      const granted = request
        ? await new Promise<boolean>((resolve) => request(contents, permission, resolve, details))
        : true
      const checked = checkHandler ? checkHandler(contents, permission, url, details) : true
      await browser.post('Browser.setPermission', {
        permission: { name },
        setting: granted && checked ? 'granted' : 'denied',
      })
    }),
  )
}
