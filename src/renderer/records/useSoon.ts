import { useDeferredValue } from 'react'

/**
 * False when a component is drawn for the first time, true soon after. What is drawn then is drawn in slices, between
 * which the window takes keys: what is read first need not wait for all that stands below it.
 */
export function useSoon(): boolean {
  return useDeferredValue(true, false)
}
