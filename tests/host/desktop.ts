import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type Electron from 'electron'
import { hostState } from './hostState.ts'
import { standIn } from './strict.ts'

// The small modules that speak to the desktop. Nothing reaches it: what would have is recorded.

class HostPowerMonitor extends EventEmitter {
  readonly onBatteryPower = false
  getSystemIdleTime(): number {
    return 0
  }
  getSystemIdleState(): 'active' {
    return 'active'
  }
  getCurrentThermalState(): 'nominal' {
    return 'nominal'
  }
  isOnBatteryPower(): boolean {
    return false
  }
}
/**
 * Specs send its events, `powerMonitor.emit('lock-screen')`, and say how long nobody has touched the machine by putting a
 * function of their own in the place of `getSystemIdleTime` or `getSystemIdleState`.
 */
export const powerMonitor = standIn<Electron.PowerMonitor>('powerMonitor', new HostPowerMonitor())

let copied = ''
export const clipboard = standIn<Electron.Clipboard>('clipboard', {
  readText: async () => copied,
  writeText: async (text) => {
    copied = text
  },
  clear: () => {
    copied = ''
  },
})

export const shell = standIn<Electron.Shell>('shell', {
  openExternal: async (url) => {
    hostState.handedToDesktop.push(url)
  },
  openPath: async (path) => {
    hostState.handedToDesktop.push(path)
    return ''
  },
  showItemInFolder: (path) => {
    hostState.handedToDesktop.push(path)
  },
  trashItem: (path) => rm(path, { recursive: true }),
  beep: () => {},
})

export const net = standIn<Electron.Net>('net', {
  online: false,
  isOnline: () => false,
  fetch: async (input) => {
    const url = typeof input === 'string' ? input : input.url
    if (url.startsWith('file:')) return new Response(await readFile(fileURLToPath(url)))
    hostState.networkAttempts.push({ url, method: 'GET', type: 'net.fetch', cancelledByApp: false })
    throw new Error('net::ERR_INTERNET_DISCONNECTED')
  },
})

const display = standIn<Electron.Display>('Display', {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  workAreaSize: { width: 1920, height: 1040 },
  scaleFactor: 1,
})
export const screen = standIn<Electron.Screen>('screen', {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
  getDisplayNearestPoint: () => display,
  getCursorScreenPoint: () => ({ x: 0, y: 0 }),
})

export const nativeImage = standIn<typeof Electron.nativeImage>('nativeImage', {
  createEmpty: () => standIn<Electron.NativeImage>('NativeImage', { isEmpty: () => true }),
  createFromPath: (path: string) =>
    standIn<Electron.NativeImage>('NativeImage', { isEmpty: () => !existsSync(path) }),
})

export const crashReporter = standIn<Electron.CrashReporter>('crashReporter', {
  getUploadToServer: () => false,
})
