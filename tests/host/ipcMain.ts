import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { standIn } from './strict.ts'

type InvokeHandler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown

/** Handlers for `invoke` and listeners for `send`; one for the application and one for each window. */
export class HostIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, InvokeHandler>()

  handle(channel: string, handler: InvokeHandler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    }
    this.#handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: InvokeHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  handlerOf(channel: string): InvokeHandler | undefined {
    return this.#handlers.get(channel)
  }
}

/** The application's own; `ipcMain` is the same behind its public face. */
export const hostIpcMain = new HostIpcMain()
export const ipcMain = standIn<Electron.IpcMain>('ipcMain', hostIpcMain)
