/** Runs somebody else's program and takes what it prints. */
import { execFile } from 'node:child_process'
import os from 'node:os'

export interface Answer {
  readonly text: string
  readonly bytes: Uint8Array
  /** 0 when all is well; 1 also when the program was stopped. */
  readonly status: number
  /** False when it was stopped because its time was over: what it printed is a part. */
  readonly isFinished: boolean
}

const MAX_OUTPUT_BYTES = 512 * 1024 * 1024
/** Programs that spread over all processors take longer for it, not shorter, where there are few. */
const ENVIRONMENT = { ...process.env, OMP_THREAD_LIMIT: '1' }

const LEAST_SECONDS = 120
const SECONDS_PER_MEGABYTE = 60
const TICK_MS = 1000
/** A machine that slept or was held up counts as no longer than this: the program stood still too. */
const LONGEST_TICK_MS = 2 * TICK_MS

/** Seconds a program may take over some bytes: more for more of them, and on a machine that has much else to do. */
export function secondsFor(bytes: number): number {
  const [load = 0] = os.loadavg()
  const busy = Math.max(1, load / os.availableParallelism())
  return (LEAST_SECONDS + (bytes / 1e6) * SECONDS_PER_MEGABYTE) * busy
}

/** Null when the program is not installed. `input` goes to its standard input; it is stopped after `seconds`. */
export function runProgram(
  name: string,
  args: readonly string[],
  seconds: number,
  input?: Uint8Array,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const options = {
      maxBuffer: MAX_OUTPUT_BYTES,
      encoding: 'buffer' as const,
      env: ENVIRONMENT,
    }
    let isLate = false
    const child = execFile(name, [...args], options, (error, stdout) => {
      stopWatch()
      if (error !== null && error.code === 'ENOENT') return resolve(null)
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      resolve({
        text: new TextDecoder().decode(stdout),
        bytes: new Uint8Array(stdout),
        status,
        // What is more than we take stops it too.
        isFinished: !isLate && error?.killed !== true,
      })
    })
    const stopWatch = afterSeconds(seconds, () => {
      isLate = true
      // A program may not heed a request to stop.
      child.kill('SIGKILL')
    })
    // A program that ends early closes its input; its answer says so.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? new Uint8Array(0))
  })
}

/** Calls back after so many seconds in which this machine was awake; the answer stops it. */
function afterSeconds(seconds: number, call: () => void): () => void {
  let left = seconds * 1000
  let before = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    left -= Math.min(LONGEST_TICK_MS, now - before)
    before = now
    if (left > 0) return
    clearInterval(timer)
    call()
  }, TICK_MS)
  return () => clearInterval(timer)
}
