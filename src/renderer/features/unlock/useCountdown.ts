/** Seconds left of a wait that main has imposed; counts down to zero. */
import { useEffect, useState } from 'react'

const SECOND_MS = 1_000

/** `[secondsLeft, start]`; main decides again when the next try comes, so this is for showing only. */
export function useCountdown(): readonly [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), SECOND_MS)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft]
}
