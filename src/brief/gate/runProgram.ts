/** Runs somebody else's program and takes what it prints. */
import { execFile } from 'node:child_process'

export interface Answer {
  readonly text: string
  readonly bytes: Uint8Array
  /** 0 when all is well; 1 also when the program was stopped. */
  readonly status: number
  /** False when it was stopped because its time was over: what it printed is a part. */
  readonly isFinished: boolean
}

const MAX_OUTPUT_BYTES = 512 * 1024 * 1024
const TIMEOUT_MS = 60_000
/** Programs that spread over all processors take longer for it, not shorter, where there are few. */
const ENVIRONMENT = { ...process.env, OMP_THREAD_LIMIT: '1' }

/** Null when the program is not installed. `input` goes to its standard input; `signal` stops it before its own limit. */
export function runProgram(
  name: string,
  args: readonly string[],
  input?: Uint8Array,
  signal?: AbortSignal,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const options = {
      maxBuffer: MAX_OUTPUT_BYTES,
      timeout: TIMEOUT_MS,
      // A program may not heed a request to stop.
      killSignal: 'SIGKILL' as const,
      encoding: 'buffer' as const,
      env: ENVIRONMENT,
      ...(signal === undefined ? {} : { signal }),
    }
    const child = execFile(name, [...args], options, (error, stdout) => {
      if (error !== null && error.code === 'ENOENT') return resolve(null)
      const status = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      const isFinished = error === null || (error.killed !== true && error.name !== 'AbortError')
      resolve({
        text: new TextDecoder().decode(stdout),
        bytes: new Uint8Array(stdout),
        status,
        isFinished,
      })
    })
    // A program that ends early closes its input; its answer says so.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? new Uint8Array(0))
  })
}
