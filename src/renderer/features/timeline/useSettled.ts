/** A value that is read out: as it is when it has rested for a moment, not each one on the way there. */
import { useEffect, useState } from 'react'

const REST_MS = 400

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
