// The context bridge between a page and its preload. Both worlds share one DOM, so synchronous events on the
// document (whose `detail` is cloned from world to world) can carry calls; functions and promises cross by number.
//
// `createBridge` and `createDocumentPort` are sent into Chromium as source text, so each may refer to nothing
// outside its own body.

/** One direction in, one direction out; `post` returns after the other side has handled the message. */
export interface BridgePort {
  post(message: BridgeMessage): void
  listen(onMessage: (message: BridgeMessage) => void): void
}
export type BridgeValue =
  | { readonly t: 'v'; readonly v: unknown }
  | { readonly t: 'f' | 'p'; readonly v: number }
  | { readonly t: 'e'; readonly v: readonly [name: string, message: string] }
  | { readonly t: 'a'; readonly v: readonly BridgeValue[] }
  | { readonly t: 'o'; readonly v: ReadonlyArray<readonly [string, BridgeValue]> }
export type BridgeMessage =
  | { readonly k: 'call'; readonly id: number; readonly args: readonly BridgeValue[] }
  | { readonly k: 'return'; readonly ok: boolean; readonly v: BridgeValue }
  | { readonly k: 'settle'; readonly id: number; readonly ok: boolean; readonly v: BridgeValue }
  | { readonly k: 'expose'; readonly key: string; readonly v: BridgeValue }
  | { readonly k: 'open'; readonly url: string }
export interface BridgeHooks {
  onExpose?(key: string, value: unknown): void
  onOpen?(url: string): void
}
export interface Bridge {
  /** Gives `value` to the other world under `key`; its functions stay here and are called from there. */
  expose(key: string, value: unknown): void
  /** Asks the other world to open a window. */
  open(url: string): void
}

/** One end of the bridge over `port`. Calls are synchronous; promises settle later; errors keep name and message. */
export function createBridge(port: BridgePort, hooks: BridgeHooks): Bridge {
  type Callable = (...args: unknown[]) => unknown
  type Settle = { resolve(value: unknown): void; reject(reason: unknown): void }
  const mine = new Map<number, Callable>()
  const promises = new Map<number, Settle>()
  const answers: (Extract<BridgeMessage, { k: 'return' }> | null)[] = []
  let lastId = 0

  const encodeError = (error: unknown): BridgeValue =>
    error instanceof Error
      ? { t: 'e', v: [error.name, error.message] }
      : { t: 'e', v: ['Error', String(error)] }
  const encode = (value: unknown): BridgeValue => {
    if (typeof value === 'function') {
      const id = ++lastId
      mine.set(id, (...args) => Reflect.apply(value, undefined, args))
      return { t: 'f', v: id }
    }
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (value === null || typeof value !== 'object') return { t: 'v', v: value }
    if (value instanceof Promise) {
      const id = ++lastId
      value.then(
        (result) => port.post({ k: 'settle', id, ok: true, v: encode(result) }),
        (reason) => port.post({ k: 'settle', id, ok: false, v: encodeError(reason) }),
      )
      return { t: 'p', v: id }
    }
    if (value instanceof Error) return encodeError(value)
    if (Array.isArray(value)) return { t: 'a', v: value.map(encode) }
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype === null || prototype === Object.prototype) {
      return { t: 'o', v: Object.entries(value).map(([key, item]) => [key, encode(item)]) }
    }
    return { t: 'v', v: structuredClone(value) }
  }
  const decode = (value: BridgeValue): unknown => {
    switch (value.t) {
      case 'f':
        return (...args: unknown[]) => call(value.v, args)
      case 'p':
        return new Promise((resolve, reject) => promises.set(value.v, { resolve, reject }))
      case 'e': {
        const error = new Error(value.v[1])
        error.name = value.v[0]
        return error
      }
      case 'a':
        return value.v.map(decode)
      case 'o':
        return Object.fromEntries(value.v.map(([key, item]) => [key, decode(item)]))
      default:
        return value.v
    }
  }
  // Calls nest (a callback may be called while a call is under way), so answers are kept as a stack.
  const call = (id: number, args: readonly unknown[]): unknown => {
    const depth = answers.length
    answers.push(null)
    port.post({ k: 'call', id, args: args.map(encode) })
    const answer = answers[depth]
    answers.length = depth
    if (!answer) throw new Error('tests/host: the other world did not answer')
    if (!answer.ok) throw decode(answer.v)
    return decode(answer.v)
  }
  const answer = (id: number, args: readonly BridgeValue[]): BridgeMessage => {
    try {
      const called = mine.get(id)
      if (!called) throw new Error('tests/host: no such function')
      return { k: 'return', ok: true, v: encode(called(...args.map(decode))) }
    } catch (error) {
      return { k: 'return', ok: false, v: encodeError(error) }
    }
  }
  port.listen((message) => {
    switch (message.k) {
      case 'call':
        port.post(answer(message.id, message.args))
        break
      case 'return':
        answers[answers.length - 1] = message
        break
      case 'settle': {
        const waiting = promises.get(message.id)
        promises.delete(message.id)
        if (message.ok) waiting?.resolve(decode(message.v))
        else waiting?.reject(decode(message.v))
        break
      }
      case 'expose':
        hooks.onExpose?.(message.key, decode(message.v))
        break
      case 'open':
        hooks.onOpen?.(message.url)
        break
    }
  })
  return {
    expose: (key, value) => port.post({ k: 'expose', key, v: encode(value) }),
    open: (url) => port.post({ k: 'open', url }),
  }
}

/**
 * A port over events of the document: `outgoing` and `incoming` are event names too random for a page to guess.
 * Everything it needs is taken before the page's own scripts run and could replace it.
 */
export function createDocumentPort(outgoing: string, incoming: string): BridgePort {
  const target = document
  const Carrier = CustomEvent
  const dispatch = target.dispatchEvent.bind(target)
  const listen = target.addEventListener.bind(target)
  return {
    post: (message) => {
      dispatch(new Carrier(outgoing, { detail: message }))
    },
    listen: (onMessage) =>
      listen(
        incoming,
        (event) => {
          event.stopImmediatePropagation()
          if (event instanceof Carrier) onMessage(event.detail)
        },
        true,
      ),
  }
}
