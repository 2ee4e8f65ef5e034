import type { EventEmitter } from 'node:events'

// What makes the stand-in honest: reading a member it does not have is an error that names the member, never a
// silent `undefined` that a spec would take for Electron's behaviour.

/** The members a stand-in offers: any of Electron's own; those of EventEmitter come with the class. */
export type Offered<Full extends object> = {
  [Key in Exclude<keyof Full, keyof EventEmitter>]?: Full[Key] | undefined
}

/** Names read by promises, JSON and inspection on any object: answering `undefined` is right for them. */
const PROBED = new Set(['then', 'toJSON', 'inspect', 'nodeType', '$$typeof', 'asymmetricMatch'])

/** Throws the error for a member of Electron that the stand-in lacks. `name` is written as `app.relaunch`. */
export function missing(name: string): never {
  throw new Error(`tests/host: ${name} is not implemented; add it to tests/host`)
}

/**
 * Presents `target` as Electron's whole `Full`: known members work, reading any other throws (see `missing`).
 * Methods come bound to `target`, so private fields work and `const { handle } = ipcMain` is harmless; a
 * function that a test assigned over a method is handed out as it is.
 */
export function standIn<Full extends object>(name: string, target: Offered<Full> & object): Full {
  const bound = new Map<PropertyKey, { from: unknown; method: unknown }>()
  const proxy = new Proxy(target, {
    get(object, key) {
      if (!(key in object)) {
        if (typeof key === 'symbol' || PROBED.has(key)) return undefined
        return missing(`${name}.${key}`)
      }
      const value: unknown = Reflect.get(object, key, object)
      if (typeof value !== 'function' || Object.hasOwn(object, key) || key === 'constructor') return value
      const known = bound.get(key)
      if (known?.from === value) return known.method
      const method: unknown = value.bind(object)
      bound.set(key, { from: value, method })
      return method
    },
    set: (object, key, value) => Reflect.set(object, key, value, object),
  })
  // The one place where the stand-in claims to be the real thing: what it lacks throws instead of lying.
  return proxy as unknown as Full
}
