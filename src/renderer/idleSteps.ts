/** Long work that nobody waits for, in short steps while the window has nothing else to do. */

/** A step takes about this long at most, in milliseconds. */
const STEP_MS = 4

/** Takes the steps to their end. Returns what calls it off. */
export function takeWhenIdle(steps: Iterator<unknown>): () => void {
  let asked = requestIdleCallback(function goOn(deadline) {
    while (deadline.timeRemaining() > STEP_MS) if (steps.next().done === true) return
    asked = requestIdleCallback(goOn)
  })
  return () => cancelIdleCallback(asked)
}
