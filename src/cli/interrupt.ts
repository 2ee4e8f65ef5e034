/** Ctrl-C during a command that writes something new: it stops, takes away what it has written, and then ends. */

/** Signals by which a person or a system asks a command to end. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Runs `work` with a signal that the first Ctrl-C aborts. A second one ends the process at once, as it does for every
 * program: what is left then is removed by the next command on that log.
 */
export async function untilInterrupted<V>(work: (signal: AbortSignal) => Promise<V>): Promise<V> {
  const stop = new AbortController()
  const interrupt = () => {
    for (const name of SIGNALS) process.removeListener(name, interrupt)
    stop.abort()
  }
  for (const name of SIGNALS) process.on(name, interrupt)
  try {
    return await work(stop.signal)
  } finally {
    for (const name of SIGNALS) process.removeListener(name, interrupt)
  }
}
