import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

// A small DevTools-protocol client over Chromium's --remote-debugging-pipe: messages go out on the child's file
// descriptor 3 and come back on 4, each a JSON text ended by a zero byte. A pipe needs no port, and Chromium
// ends by itself when the pipe closes, so a killed host leaves no browser behind.

export type { Protocol }
export type CdpEvents = Protocol.Events
type Commands = Protocol.CommandParameters
type Results = Protocol.CommandReturnValues

interface Waiting {
  readonly method: string
  resolve(result: unknown): void
  reject(error: Error): void
}
interface Incoming {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

/** One running Chromium and the connection to it. Emits `exit` once when the process is gone. */
export class Cdp {
  readonly process: ChildProcess
  closed = false
  #lastId = 0
  readonly #waiting = new Map<number, Waiting>()
  readonly #toChromium: Writable
  readonly #events = new EventEmitter().setMaxListeners(0)

  /** Starts `executable`; `onLog` receives each line Chromium writes to stderr. */
  constructor(
    executable: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    onLog: (line: string) => void,
  ) {
    this.process = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'], env })
    const [, , log, toChromium, fromChromium] = this.process.stdio
    if (!(toChromium instanceof Writable && fromChromium instanceof Readable && log instanceof Readable)) {
      throw new Error('tests/host: Chromium was started without its pipes')
    }
    this.#toChromium = toChromium
    this.#toChromium.on('error', () => {}) // a closed pipe is reported by `exit`
    fromChromium.on(
      'data',
      createSplitter((text) => this.#dispatch(JSON.parse(text))),
    )
    let rest = ''
    log.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(onLog)
    })
    this.process.on('error', (error) => this.#ended(error.message))
    this.process.on('exit', (code, signal) => this.#ended(`Chromium is gone (${signal ?? code})`))
  }

  /** Sends a command to a target's session, or to the browser; rejects with Chromium's message. */
  send<T extends keyof Commands>(method: T, params?: Commands[T], sessionId?: string): Promise<Results[T]> {
    if (this.closed) return Promise.reject(new Error(`${method}: Chromium is gone`))
    const id = ++this.#lastId
    return new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject })
      this.#toChromium.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`)
    }) as Promise<Results[T]>
  }

  /** Sends a command whose failure does not matter: its target may already be gone. */
  async post<T extends keyof Commands>(
    method: T,
    params?: Commands[T],
    sessionId?: string,
  ): Promise<Results[T] | undefined> {
    try {
      return await this.send(method, params, sessionId)
    } catch {
      return undefined
    }
  }

  /** Calls `listener` with the parameters of each such event and the session it came from. */
  on<T extends keyof CdpEvents>(
    method: T,
    listener: (params: CdpEvents[T], sessionId: string | undefined) => void,
  ): void {
    this.#events.on(method, listener)
  }

  onExit(listener: () => void): void {
    this.#events.on('exit', listener)
  }

  #dispatch(message: Incoming): void {
    if (message.id === undefined) {
      if (message.method !== undefined) this.#events.emit(message.method, message.params, message.sessionId)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
    else waiting?.resolve(message.result)
  }

  #ended(reason: string): void {
    if (this.closed) return
    this.closed = true
    for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: ${reason}`))
    this.#waiting.clear()
    this.#events.emit('exit')
  }
}

/** Cuts a byte stream at zero bytes and calls `onText` with each whole piece, however the chunks fall. */
export function createSplitter(onText: (text: string) => void): (chunk: Buffer) => void {
  let parts: Buffer[] = []
  return (chunk) => {
    let from = 0
    for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, from)) {
      parts.push(chunk.subarray(from, at))
      const text = Buffer.concat(parts).toString('utf8')
      parts = []
      from = at + 1
      onText(text)
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  }
}
