/// <reference lib="esnext.typedarrays" />
import { createBridge, createDocumentPort } from './bridge.ts'
import { createCodec } from './codec.ts'

// What runs inside Chromium before the page's own scripts: in the main world the receiving end of the context
// bridge, in an isolated world the preload script with the three modules Electron offers it. Functions named
// `run…` are sent as source text and may refer to nothing outside their own body.

/** The isolated world's name, as in Electron. */
export const ISOLATED_WORLD = 'Electron Isolated Context'
/** The function through which the isolated world calls the host; the page does not see it. */
export const HOST_BINDING = '__daybookHost'

/** Messages from the isolated world; `args` is the text of the codec. */
export type FromRenderer =
  | { readonly k: 'send'; readonly channel: string; readonly args: string }
  | { readonly k: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly k: 'open'; readonly url: string }
  | { readonly k: 'preload-error'; readonly error: string }
/** Messages to the isolated world. */
export type ToRenderer =
  | { readonly k: 'reply'; readonly id: number; readonly ok: true; readonly v: string }
  | { readonly k: 'reply'; readonly id: number; readonly ok: false; readonly error: string }
  | { readonly k: 'event'; readonly channel: string; readonly args: string }

/** What `process` tells a sandboxed preload. */
export interface PreloadProcess {
  readonly platform: string
  readonly arch: string
  readonly versions: NodeJS.ProcessVersions
}

type Preload = (require: unknown, process: unknown, exports: unknown, module: unknown) => void
type Listener = (event: unknown, ...args: unknown[]) => void

/** A path is known only to the browser process; until IPC reaches the host a file is named by its place in a list. */
export const FILE_TICKET = '\0host-file:'

function runMainWorld(
  makeBridge: typeof createBridge,
  makePort: typeof createDocumentPort,
  outgoing: string,
  incoming: string,
): void {
  if (window !== window.top) return
  const freeze = (value: unknown): unknown => {
    if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      Object.values(value).forEach(freeze)
      Object.freeze(value)
    }
    return value
  }
  const bridge = makeBridge(makePort(outgoing, incoming), {
    onExpose: (key, value) => {
      Object.defineProperty(globalThis, key, {
        value: freeze(value),
        writable: false,
        configurable: false,
        enumerable: true,
      })
    },
  })
  // null is what a page gets when the window-open handler denies; an allowed window is opened by the host itself.
  window.open = (url = 'about:blank') => {
    bridge.open(new URL(String(url), document.baseURI).href)
    return null
  }
}

function runIsolatedWorld(
  makeBridge: typeof createBridge,
  makePort: typeof createDocumentPort,
  makeCodec: typeof createCodec,
  names: { outgoing: string; incoming: string; binding: string; ticket: string },
  processValues: object,
  preload: Preload,
): void {
  if (window !== window.top) return
  const world: Record<string, unknown> = globalThis as never
  const call = world[names.binding] as (text: string) => void
  const toHost = (message: FromRenderer): void => call(JSON.stringify(message))
  const codec = makeCodec({
    encode: (bytes) => bytes.toBase64(),
    decode: (text) => Uint8Array.fromBase64(text),
  })
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const invocations = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let lastId = 0
  const files: File[] = []
  world.__daybookFiles = files

  const listen = (channel: string, listener: Listener, once: boolean): typeof ipcRenderer => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const unlisten = (channel: string, listener: Listener): typeof ipcRenderer => {
    const all = listeners.get(channel) ?? []
    const at = all.findLastIndex((entry) => entry.listener === listener)
    if (at >= 0) listeners.set(channel, all.toSpliced(at, 1))
    return ipcRenderer
  }
  const ipcRenderer = {
    send: (channel: string, ...args: unknown[]): void =>
      toHost({ k: 'send', channel, args: codec.stringify(args) }),
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const text = codec.stringify(args) // throws before the call is counted, as in Electron
        const id = ++lastId
        invocations.set(id, { resolve, reject })
        toHost({ k: 'invoke', id, channel, args: text })
      }),
    on: (channel: string, listener: Listener): object => listen(channel, listener, false),
    addListener: (channel: string, listener: Listener): object => listen(channel, listener, false),
    once: (channel: string, listener: Listener): object => listen(channel, listener, true),
    off: (channel: string, listener: Listener): object => unlisten(channel, listener),
    removeListener: (channel: string, listener: Listener): object => unlisten(channel, listener),
    removeAllListeners: (channel?: string): object => {
      if (channel === undefined) listeners.clear()
      else listeners.delete(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string): number => (listeners.get(channel) ?? []).length,
  }
  world.__daybookReceive = (text: string): void => {
    const message: ToRenderer = JSON.parse(text)
    if (message.k === 'reply') {
      const waiting = invocations.get(message.id)
      invocations.delete(message.id)
      if (message.ok) waiting?.resolve(codec.parse(message.v))
      else waiting?.reject(new Error(message.error))
      return
    }
    const all = listeners.get(message.channel) ?? []
    listeners.set(
      message.channel,
      all.filter((entry) => !entry.once),
    )
    const args = codec.parse(message.args)
    if (!Array.isArray(args)) return
    for (const { listener } of all) listener({ sender: ipcRenderer, ports: [] }, ...args)
  }

  const bridge = makeBridge(makePort(names.outgoing, names.incoming), {
    onOpen: (url) => toHost({ k: 'open', url }),
  })
  const exposed = new Set<string>()
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown): void => {
      if (exposed.has(key)) {
        throw new Error(`Cannot bind an API on top of an existing property on the window object: ${key}`)
      }
      exposed.add(key)
      bridge.expose(key, api)
    },
  }
  const webUtils = {
    getPathForFile: (file: unknown): string => {
      if (!(file instanceof File)) throw new TypeError('getPathForFile expected to receive a File object')
      return `${names.ticket}${files.push(file) - 1}`
    },
  }
  const offered: Record<string, unknown> = { contextBridge, ipcRenderer, webUtils }
  const electron = new Proxy(offered, {
    get: (target, key) => {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key)
      throw new Error(`tests/host: electron.${key} is not offered to a sandboxed preload`)
    },
  })
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  const process = Object.freeze({
    ...processValues,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    env: Object.freeze({}),
    argv: Object.freeze([]),
    nextTick: queueMicrotask.bind(globalThis),
  })
  const module = { exports: {} }
  try {
    preload(require, process, module.exports, module)
  } catch (error) {
    toHost({ k: 'preload-error', error: error instanceof Error ? String(error.stack) : String(error) })
    throw error
  }
}

function runDevelopmentMark(): void {
  if (window !== window.top) return
  const mark = ' — development shell'
  const apply = (): void => {
    if (!document.title.endsWith(mark)) document.title += mark
  }
  document.addEventListener('DOMContentLoaded', () => {
    apply()
    new MutationObserver(apply).observe(document.head, {
      childList: true,
      subtree: true,
      characterData: true,
    })
  })
}

/** Marks the title of a window on a screen, so that nobody takes it for the application itself. */
export function developmentMarkSource(): string {
  return `(${runDevelopmentMark})()`
}

/** The main world's script. `nonce` names the events between the two worlds of one window. */
export function mainWorldSource(nonce: string): string {
  return `(${runMainWorld})(${createBridge},${createDocumentPort},"${nonce}b","${nonce}a")`
}

/** The isolated world's script around the text of a preload. */
export function isolatedWorldSource(
  nonce: string,
  processValues: PreloadProcess,
  preloadText: string,
): string {
  const names = {
    outgoing: `${nonce}a`,
    incoming: `${nonce}b`,
    binding: HOST_BINDING,
    ticket: FILE_TICKET,
  }
  const preload = `function(require,process,exports,module){${preloadText}\n}`
  return `(${runIsolatedWorld})(${createBridge},${createDocumentPort},${createCodec},${JSON.stringify(names)},${JSON.stringify(processValues)},${preload})`
}
