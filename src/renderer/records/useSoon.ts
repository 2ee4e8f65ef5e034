import { useCallback, useDeferredValue, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * False when a component is drawn for the first time, true soon after. What is drawn then is drawn in slices, between
 * which the window takes keys: what is read first need not wait for all that stands below it.
 */
export function useSoon(): boolean {
  return useDeferredValue(true, false)
}

/**
 * The same for what keys lead to. Every key that is typed makes the slices begin anew, so that whoever types fast would
 * pass over what is still to come: `hurry` draws it at once, before the key that calls it has its effect.
 */
export function useSoonOrNow(): { readonly isThere: boolean; readonly hurry: () => void } {
  const isSoon = useSoon()
  const [isNow, setNow] = useState(false)
  const hurry = useCallback(() => flushSync(() => setNow(true)), [])
  return { isThere: isSoon || isNow, hurry }
}
