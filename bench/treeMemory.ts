/** The memory of a process and of those that it started, seen from outside while it works. */
import fs from 'node:fs'

const EVERY_MS = 10

/**
 * The most that they held together at any moment, looked at a hundred times a second: a process that has ended counts no
 * more, and what two share (the code of Node) is counted twice. Linux tells it; NaN elsewhere.
 */
export class TreeMemory {
  readonly #pid: number
  readonly #timer: NodeJS.Timeout
  #peak = 0

  constructor(pid: number) {
    this.#pid = pid
    this.#timer = setInterval(() => this.#look(), EVERY_MS)
  }

  /** Bytes. */
  get peak(): number {
    this.#look()
    return this.#peak
  }

  end(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    if (process.platform !== 'linux') this.#peak = Number.NaN
    else this.#peak = Math.max(this.#peak, treeBytes(this.#pid))
  }
}

function treeBytes(pid: number): number {
  const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
  // Processes are started by the main thread alone, which has the number of its process.
  const started = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return started.reduce((sum, each) => sum + treeBytes(Number(each)), own)
}

/** Nothing when the process has ended meanwhile. */
function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8').trimEnd()
  } catch {
    return ''
  }
}
