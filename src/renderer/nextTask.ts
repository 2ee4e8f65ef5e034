/**
 * Work in slices: each in a task of its own, between which keys and frames get their turn. A timer would be made to wait
 * for four milliseconds each time (HTML standard, timers nested more than five deep), about half as long as a slice works.
 */

/** Calls `run` in a task of its own. Returns what calls it off. */
export function nextTask(run: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    run()
  }
  port2.postMessage(null)
  return () => port1.close()
}

/** The window is not kept longer than this by one slice. */
const SLICE_MS = 6

/** Takes steps to their end, as many in a task as there is time for. */
export async function inSlices(steps: Iterator<unknown>): Promise<void> {
  for (;;) {
    const end = performance.now() + SLICE_MS
    do if (steps.next().done === true) return
    while (performance.now() < end)
    await new Promise<void>((resolve) => void nextTask(resolve))
  }
}
