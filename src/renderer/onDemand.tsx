/**
 * Parts of the window that are read when they are first shown, or before that when there is nothing else to do. What is
 * in memory already is drawn at once: nothing flashes, and the focus stays where it was put.
 */
import { use } from 'react'

/** A component that is not read before somebody wants it. */
export type OnDemand<P> = React.ComponentType<P> & {
  /** Reads it ahead of its use. What cannot be read is asked for again when it is shown. */
  readonly ready: () => Promise<unknown>
}

/** @param load reads the part; called once, again only after it failed. */
export function onDemand<P extends object>(load: () => Promise<React.ComponentType<P>>): OnDemand<P> {
  let there: React.ComponentType<P> | null = null
  let coming: Promise<React.ComponentType<P>> | null = null
  const read = () => {
    coming ??= load().then(
      (view) => {
        there = view
        return view
      },
      (error: unknown) => {
        coming = null
        throw error
      },
    )
    return coming
  }
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each part, where the module begins.
  function View(props: P) {
    const Part = there ?? use(read())
    return <Part {...props} />
  }
  return Object.assign(View, { ready: () => read().catch(() => undefined) })
}

/** How long at most before parts are read ahead although the window is busy. */
const AHEAD_AFTER_MS = 4000

/** Reads parts one after the other whenever the window has time. Returns what stops it. */
export function readAhead(parts: readonly Pick<OnDemand<object>, 'ready'>[]): () => void {
  let asked = 0
  const next = (at: number) => {
    const part = parts[at]
    if (part === undefined) return
    asked = requestIdleCallback(
      () => {
        const wanted = asked
        void part.ready().then(() => {
          if (asked === wanted) next(at + 1)
        })
      },
      { timeout: AHEAD_AFTER_MS },
    )
  }
  next(0)
  return () => {
    cancelIdleCallback(asked)
    asked = -1
  }
}
