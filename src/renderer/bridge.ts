/** The one place that names the bridge the preload put on the window. */
import type { DaybookApi } from '../shared/ipc/api.ts'

declare global {
  interface Window {
    readonly daybook: DaybookApi
  }
}

/** The bridge to main: one named function per channel. */
export function daybook(): DaybookApi {
  return window.daybook
}
