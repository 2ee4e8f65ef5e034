/** State that a pointer or a wheel changes more often than the window is drawn: taken over once for each frame. */
import { useCallback, useEffect, useRef, useState } from 'react'

export type Step<T> = (before: T) => T

/** The state, and what changes it with the next frame; changes of one frame follow upon each other. */
export function useFrameState<T>(first: T): readonly [T, (step: Step<T>) => void] {
  const [state, setState] = useState(first)
  const steps = useRef<Step<T>[]>([])
  const asked = useRef(0)
  useEffect(
    () => () => {
      cancelAnimationFrame(asked.current)
      asked.current = 0
      steps.current = []
    },
    [],
  )
  const change = useCallback((step: Step<T>) => {
    steps.current.push(step)
    if (asked.current !== 0) return
    asked.current = requestAnimationFrame(() => {
      asked.current = 0
      const all = steps.current
      steps.current = []
      setState((before) => all.reduce((value, each) => each(value), before))
    })
  }, [])
  return [state, change]
}
