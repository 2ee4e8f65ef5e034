/** Waits before something is shown, so that what is over at once does not flicker. */
import { useEffect, useState } from 'react'

/** Shorter than this nobody wonders whether something is going on. */
export const SILENT_MS = 300

/** True once `isOn` has been true for that long without a pause. */
export function useAfter(isOn: boolean, delayMs = SILENT_MS): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setLate(true), delayMs)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isOn, delayMs])
  return isLate && isOn
}
