/**
 * The thread that reads PDFs for the gate, so that the window does not wait while the search is made ready beside it.
 * Started when it is first needed and kept for the next file; it holds up no program that has nothing else to do.
 */
import { Worker } from 'node:worker_threads'
import { findWorker } from '../workerFile.ts'
import type { Evidence } from './evidence.ts'
import { type PdfToRead, READER_PARTS, type ReaderReply, type ReaderRequest } from './readerMessages.ts'

let current: ReaderThread | null = null

/**
 * Reads a PDF in the thread: its parts, each as soon as it is there. They reject when the reader itself failed: such a
 * file was not found clean.
 */
export function readPdfInThread(file: PdfToRead): readonly Promise<Evidence>[] {
  current ??= new ReaderThread(() => {
    current = null
  })
  return current.read(file)
}

class ReaderThread {
  readonly #worker: Worker
  /** The parts still to come of what is being read, in order. */
  readonly #waiting = new Map<number, PromiseWithResolvers<Evidence>[]>()
  #lastId = 0

  constructor(ended: () => void) {
    // No environment, no inherited flags: the thread needs neither, and a debugger has no business there.
    this.#worker = new Worker(findWorker('readerWorker', './gate/readerWorker.ts'), {
      env: {},
      execArgv: [],
      argv: [],
    })
    this.#worker.unref()
    this.#worker.on('message', ({ id, evidence }: ReaderReply) => this.#take(id, evidence))
    const end = () => {
      ended()
      for (const id of [...this.#waiting.keys()]) this.#take(id, null)
    }
    this.#worker.on('error', end)
    this.#worker.on('exit', end)
  }

  read(file: PdfToRead): readonly Promise<Evidence>[] {
    this.#lastId += 1
    const request: ReaderRequest = { id: this.#lastId, ...file }
    const parts = Array.from({ length: READER_PARTS }, () => Promise.withResolvers<Evidence>())
    this.#waiting.set(request.id, [...parts])
    this.#worker.ref()
    this.#worker.postMessage(request)
    // Whoever is refused the first part does not come to wait for the second.
    for (const { promise } of parts) promise.catch(() => undefined)
    return parts.map(({ promise }) => promise)
  }

  #take(id: number, evidence: Evidence | null): void {
    const parts = this.#waiting.get(id) ?? []
    if (evidence !== null) parts.shift()?.resolve(evidence)
    else for (const { reject } of parts.splice(0)) reject(new Error('a file could not be read'))
    if (parts.length > 0) return
    this.#waiting.delete(id)
    if (this.#waiting.size === 0) this.#worker.unref()
  }
}
