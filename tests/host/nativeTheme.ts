import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { hostState } from './hostState.ts'
import { standIn } from './strict.ts'

class HostNativeTheme extends EventEmitter {
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly prefersReducedTransparency = false
  readonly inForcedColorsMode = false
  #source: Electron.NativeTheme['themeSource'] = 'system'

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#source
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    this.#source = source
    this.emit('updated')
    for (const { webContents } of hostState.windows) void webContents.applyMedia()
  }
  /** The system counts as light: no desktop is asked. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark'
  }
}

const theme = new HostNativeTheme()
export const nativeTheme = standIn<Electron.NativeTheme>('nativeTheme', theme)

/** Chromium's media features for the theme in use. */
export function themeFeatures(): { name: string; value: string }[] {
  // A window on a screen keeps the desktop's own choice until the application makes one.
  if (hostState.headful && theme.themeSource === 'system') return []
  return [{ name: 'prefers-color-scheme', value: theme.shouldUseDarkColors ? 'dark' : 'light' }]
}
