import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type Bridge, type BridgeHooks, type BridgeMessage, createBridge } from '../../host/bridge.ts'

/** Two ends joined as the two worlds are: synchronously, and with every message cloned. */
function joinedBridges(page: BridgeHooks, preload: BridgeHooks = {}): Bridge {
  const listeners: ((message: BridgeMessage) => void)[] = []
  const port = (own: number, other: number) => ({
    post: (message: BridgeMessage) => listeners[other]?.(structuredClone(message)),
    listen: (onMessage: (message: BridgeMessage) => void) => {
      listeners[own] = onMessage
    },
  })
  createBridge(port(0, 1), page)
  return createBridge(port(1, 0), preload)
}

/** What the page receives when the preload exposes `api`. */
function expose<Api>(api: Api): Api {
  let received: unknown
  joinedBridges({ onExpose: (_key, value) => (received = value) }).expose('api', api)
  return received as Api
}

describe('bridge', () => {
  test('plain values arrive unchanged', () => {
    const values = fc.object({ withDate: true, withMap: true, withSet: true, withTypedArray: true })
    fc.assert(
      fc.property(values, (value) => {
        expect(expose(value)).toStrictEqual(structuredClone(value))
      }),
    )
  })

  test('functions are called there and answer here', () => {
    const api = expose({ sum: (a: number, b: number) => a + b, nested: { list: [(x: string) => `<${x}>`] } })
    expect(api.sum(2, 3)).toBe(5)
    expect(api.nested.list[0]?.('a')).toBe('<a>')
  })

  test('callbacks may call back while a call is under way', () => {
    const api = expose({
      apply: (f: (n: number) => number, n: number): number => f(f(n)),
      countdown: (n: number, next: (n: number) => number): number => (n === 0 ? 0 : next(n - 1)),
    })
    expect(api.apply((n) => n * 10, 7)).toBe(700)
    const count = (n: number): number => 1 + api.countdown(n, count)
    expect(count(5)).toBe(6)
  })

  test('errors keep name and message, and nothing else', () => {
    const api = expose({
      fail: () => {
        throw Object.assign(new TypeError('no'), { secret: 'inside' })
      },
    })
    const caught = catchError(() => api.fail())
    expect(caught).toMatchObject({ name: 'TypeError', message: 'no' })
    expect(caught).not.toHaveProperty('secret')
  })

  test('a failed call leaves the next one in order', () => {
    const api = expose({
      fail: () => {
        throw new Error('no')
      },
      one: () => 1,
    })
    expect(() => api.fail()).toThrow('no')
    expect(api.one()).toBe(1)
  })

  test('promises settle on the other side', async () => {
    const api = expose({
      later: async (n: number) => ({ n, again: () => n + 1 }),
      never: async () => {
        throw new RangeError('too far')
      },
    })
    const result = await api.later(4)
    expect(result.n).toBe(4)
    expect(result.again()).toBe(5)
    await expect(api.never()).rejects.toMatchObject({ name: 'RangeError', message: 'too far' })
  })

  test('symbols are refused', () => {
    expect(() => expose({ s: Symbol('s') })).toThrow('An object could not be cloned.')
  })

  test('a request to open a window reaches the other side', () => {
    const onOpen = vi.fn()
    joinedBridges({ onOpen }).open('https://outside.example/')
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('https://outside.example/')
  })
})

function catchError(call: () => unknown): unknown {
  try {
    return call()
  } catch (error) {
    return error
  }
}
