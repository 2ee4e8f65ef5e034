import type { HostWindow } from './browserWindow.ts'
import type { HostWebContents } from './webContents.ts'

// What the parts of the stand-in share: one process is one application.

/** A request that was neither answered by a protocol handler nor data: or blob:. The host never lets one out. */
export interface NetworkAttempt {
  readonly url: string
  readonly method: string
  /** Chromium's resource type, or 'will-navigate', 'window.open', 'net.fetch'. */
  readonly type: string
  readonly cancelledByApp: boolean
}

interface HostState {
  ready: boolean
  quitting: boolean
  readonly headful: boolean
  readonly windows: HostWindow[]
  /** Which window a DevTools session (a page, its workers and frames) belongs to. */
  readonly contentsBySession: Map<string, HostWebContents>
  readonly networkAttempts: NetworkAttempt[]
  /** What went through `shell`: addresses and paths handed to the desktop. */
  readonly handedToDesktop: string[]
}

export const hostState: HostState = {
  ready: false,
  quitting: false,
  headful: process.env.DAYBOOK_HOST_HEADFUL === '1',
  windows: [],
  contentsBySession: new Map(),
  networkAttempts: [],
  handedToDesktop: [],
}

/** An Electron event that can be prevented, with further properties. */
export function cancellable<Properties extends object>(
  properties: Properties,
): Properties & { defaultPrevented: boolean; preventDefault(): void } {
  const event = {
    ...properties,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return event
}
