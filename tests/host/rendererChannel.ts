import type Electron from 'electron'
import { currentBrowser } from './browser.ts'
import { nodeCodec } from './codec.ts'
import type { HostIpcMain } from './ipcMain.ts'
import { toApplicationUrl } from './schemes.ts'
import type { HostWebContents } from './webContents.ts'
import { FILE_TICKET, type FromRenderer, type ToRenderer } from './worlds.ts'

/** IPC between the application and one page's isolated world. */
export class RendererChannel {
  /** Chromium's number for the isolated world of the document that is loaded. */
  contextId: number | undefined
  readonly #contents: HostWebContents
  readonly #handlers: readonly HostIpcMain[]
  readonly #openWindow: (url: string) => void
  readonly #queue: ToRenderer[] = []

  /** `handlers` in the order in which they are asked: the window's own, then the application's. */
  constructor(
    contents: HostWebContents,
    handlers: readonly HostIpcMain[],
    openWindow: (url: string) => void,
  ) {
    this.#contents = contents
    this.#handlers = handlers
    this.#openWindow = openWindow
  }

  /** Sends an event to the page; kept until there is a document to receive it. */
  sendEvent(channel: string, args: readonly unknown[]): void {
    const message: ToRenderer = { k: 'event', channel, args: nodeCodec.stringify(args) }
    if (this.contextId === undefined) this.#queue.push(message)
    else this.#deliver(message, this.contextId)
  }

  /** Sends what was kept; called when a document is there. */
  flush(): void {
    if (this.contextId === undefined) return
    for (const message of this.#queue.splice(0)) this.#deliver(message, this.contextId)
  }

  /** Handles one message from the isolated world. */
  async receive(payload: string, contextId: number): Promise<void> {
    const message: FromRenderer = JSON.parse(payload)
    switch (message.k) {
      case 'open':
        return this.#openWindow(toApplicationUrl(message.url))
      case 'preload-error':
        process.stderr.write(`tests/host: preload: ${message.error}\n`)
        this.#contents.emit('preload-error', {}, '', new Error(message.error))
        return
      case 'send': {
        const args = await this.#arguments(message.args, contextId)
        const event = {
          ...this.#event(),
          reply: (name: string, ...rest: unknown[]) => this.sendEvent(name, rest),
        }
        for (const handler of this.#handlers) handler.emit(message.channel, event, ...args)
        return
      }
      case 'invoke':
        return this.#deliver(await this.#answer(message, contextId), contextId)
    }
  }

  async #answer(message: Extract<FromRenderer, { k: 'invoke' }>, contextId: number): Promise<ToRenderer> {
    const { id, channel } = message
    try {
      const args = await this.#arguments(message.args, contextId)
      const handler = this.#handlers.map((ipc) => ipc.handlerOf(channel)).find((found) => found !== undefined)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      return { k: 'reply', id, ok: true, v: nodeCodec.stringify(await handler(this.#event(), ...args)) }
    } catch (error) {
      // Electron's own wording: the renderer learns name and message, never the stack.
      return { k: 'reply', id, ok: false, error: `Error invoking remote method '${channel}': ${error}` }
    }
  }

  #event(): Electron.IpcMainInvokeEvent {
    return {
      type: 'frame',
      sender: this.#contents.electron,
      senderFrame: this.#contents.mainFrame,
      frameId: 1,
      processId: 1,
      defaultPrevented: false,
      preventDefault: () => {},
    }
  }

  async #arguments(text: string, contextId: number): Promise<unknown[]> {
    const args = await this.#exchangeTickets(nodeCodec.parse(text), contextId)
    return Array.isArray(args) ? args : []
  }

  /** Replaces each ticket of webUtils.getPathForFile by the file's path. */
  async #exchangeTickets(value: unknown, contextId: number): Promise<unknown> {
    if (typeof value === 'string' && value.startsWith(FILE_TICKET)) {
      return this.#pathOf(Number(value.slice(FILE_TICKET.length)), contextId)
    }
    if (Array.isArray(value)) {
      return Promise.all(value.map((item: unknown) => this.#exchangeTickets(item, contextId)))
    }
    if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      const entries = Object.entries(value).map(
        async ([key, item]): Promise<[string, unknown]> => [
          key,
          await this.#exchangeTickets(item, contextId),
        ],
      )
      return Object.fromEntries(await Promise.all(entries))
    }
    return value
  }

  async #pathOf(ticket: number, contextId: number): Promise<string> {
    const { sessionId } = this.#contents
    const { result } = await currentBrowser().send(
      'Runtime.evaluate',
      { expression: `__daybookFiles[${ticket}]`, contextId },
      sessionId,
    )
    if (result.objectId === undefined) return ''
    const info = await currentBrowser().post('DOM.getFileInfo', { objectId: result.objectId }, sessionId)
    return info?.path ?? ''
  }

  #deliver(message: ToRenderer, contextId: number): void {
    void currentBrowser().post(
      'Runtime.callFunctionOn',
      {
        executionContextId: contextId,
        functionDeclaration: 'text => { __daybookReceive(text) }',
        arguments: [{ value: JSON.stringify(message) }],
        silent: true,
      },
      this.#contents.sessionId,
    )
  }
}
