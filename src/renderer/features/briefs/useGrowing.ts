/**
 * How many of many rows are in the page: the first ones at once, then more in portions between which the window goes on
 * taking keys. A thousand rows put in at once would be felt.
 */
import { useEffect, useState } from 'react'

/** Rows of a portion: they take about one frame. */
export const PORTION = 60

/** Grows to `count` and stays grown. */
export function useGrowing(count: number): number {
  const [shown, setShown] = useState(PORTION)
  useEffect(() => {
    if (shown >= count) return
    const timer = setTimeout(() => setShown(shown + PORTION))
    return () => clearTimeout(timer)
  }, [shown, count])
  return Math.min(shown, count)
}
