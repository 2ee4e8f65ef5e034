/**
 * The threads that read PDFs for the gate, one for each part of a file, so that the window does not wait while the search
 * is made ready beside them. Started when they are first needed and kept for the next file; they hold up no program that
 * has nothing else to do.
 */
import { Worker } from 'node:worker_threads'
import { findWorker } from '../workerFile.ts'
import type { Evidence } from './evidence.ts'
import { PDF_PARTS, type PdfPart } from './pdf.ts'
import type { PdfToRead, ReaderReply, ReaderRequest } from './readerMessages.ts'

const threads = new Map<PdfPart, ReaderThread>()

/**
 * Reads a PDF in the threads: its parts, each as soon as it is there. They reject when the reader itself failed: such a
 * file was not found clean.
 */
export function readPdfInThreads(file: PdfToRead): readonly Promise<Evidence>[] {
  return PDF_PARTS.map((part) => {
    const thread = threads.get(part) ?? new ReaderThread(part, () => threads.delete(part))
    threads.set(part, thread)
    const read = thread.read(file)
    // Whoever is refused one part does not come to wait for the others.
    read.catch(() => undefined)
    return read
  })
}

class ReaderThread {
  readonly #part: PdfPart
  readonly #worker: Worker
  readonly #waiting = new Map<number, PromiseWithResolvers<Evidence>>()
  #lastId = 0

  constructor(part: PdfPart, ended: () => void) {
    this.#part = part
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

  read(file: PdfToRead): Promise<Evidence> {
    this.#lastId += 1
    const request: ReaderRequest = { id: this.#lastId, part: this.#part, ...file }
    const reading = Promise.withResolvers<Evidence>()
    this.#waiting.set(request.id, reading)
    this.#worker.ref()
    this.#worker.postMessage(request)
    return reading.promise
  }

  #take(id: number, evidence: Evidence | null): void {
    const reading = this.#waiting.get(id)
    if (evidence === null) reading?.reject(new Error('a file could not be read'))
    else reading?.resolve(evidence)
    this.#waiting.delete(id)
    if (this.#waiting.size === 0) this.#worker.unref()
  }
}
