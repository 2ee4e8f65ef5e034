/** Follows a pointer that was pressed until it is let go, wherever it goes meanwhile. */
import type { PointerEvent } from 'react'

export interface Followed {
  readonly move: (event: globalThis.PointerEvent) => void
  /** It was let go. */
  readonly end: (event: globalThis.PointerEvent) => void
  /** Escape was pressed, or the pointer was taken away: nothing is to be changed. */
  readonly cancel: () => void
}

/** One of `end` and `cancel` is called, once. @param event of the press. */
export function followPointer({ pointerId }: Pick<PointerEvent, 'pointerId'>, followed: Followed): void {
  const stop = new AbortController()
  // Before whatever else Escape means.
  const options = { signal: stop.signal, capture: true }
  const isIt = (other: globalThis.PointerEvent) => other.pointerId === pointerId
  const cancel = () => {
    stop.abort()
    followed.cancel()
  }
  window.addEventListener('pointermove', (next) => isIt(next) && followed.move(next), options)
  window.addEventListener(
    'pointerup',
    (last) => {
      if (!isIt(last)) return
      stop.abort()
      followed.end(last)
    },
    options,
  )
  window.addEventListener('pointercancel', (last) => isIt(last) && cancel(), options)
  window.addEventListener(
    'keydown',
    (pressed) => {
      if (pressed.key !== 'Escape') return
      pressed.preventDefault()
      pressed.stopPropagation()
      cancel()
    },
    options,
  )
}
