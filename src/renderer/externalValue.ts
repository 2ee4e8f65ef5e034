/** A value outside React that components follow: the smallest store. */
import { useSyncExternalStore } from 'react'

export interface ExternalValue<T> {
  readonly get: () => T
  readonly set: (next: T) => void
  readonly use: () => T
}

/** Makes one; `use` re-renders the component when the value was replaced by another. */
export function createExternalValue<T>(first: T): ExternalValue<T> {
  let value = first
  const listeners = new Set<() => void>()
  const get = () => value
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }
  return {
    get,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    use: () => useSyncExternalStore(subscribe, get, get),
  }
}
