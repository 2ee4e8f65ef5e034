/**
 * The threads that read PDFs for the gate, one for each part of a file, so that the window does not wait while the search
 * is made ready beside them. Started when they are first needed and kept for the next file; they hold up no program that
 * has nothing else to do.
 */
import { Worker } from 'node:worker_threads'
import { findWorker } from '../workerFile.ts'
import type { Evidence } from './evidence.ts'
import { PDF_PARTS, type PdfPart, type PdfToRead } from './pdf.ts'
import type { ReaderReply, ReaderRequest } from './readerMessages.ts'

const threads = new Map<PdfPart, ReaderThread>()

function threadOf(part: PdfPart): ReaderThread {
  const thread = threads.get(part) ?? new ReaderThread(part, () => threads.delete(part))
  threads.set(part, thread)
  return thread
}

/** Starts the threads for a file that is still being made: they take a while to load what they read with. */
export function startReaders(): void {
  for (const part of PDF_PARTS) threadOf(part)
}

/**
 * Reads a PDF in the threads: what they find, as soon as it is there. Throws when the reader itself failed: such a file
 * was not found clean.
 */
export function readPdfInThreads(file: PdfToRead): AsyncIterable<Evidence> {
  // All begin at once, whichever is heard first.
  return followAll(PDF_PARTS.map((part) => threadOf(part).read(file)))
}

/** A part, and what comes after it; null after the last. */
type Parts = Promise<{ readonly part: Evidence; readonly rest: Parts } | null>

async function* follow(parts: Parts): AsyncGenerator<Evidence> {
  for (let each = await parts; each !== null; each = await each.rest) yield each.part
}

async function* followAll(all: readonly Parts[]): AsyncGenerator<Evidence> {
  for (const parts of all) yield* follow(parts)
}

class ReaderThread {
  readonly #part: PdfPart
  readonly #worker: Worker
  /** The next part of each file that is being read. */
  readonly #waiting = new Map<number, PromiseWithResolvers<Awaited<Parts>>>()
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
    this.#worker.on('message', ({ id, part }: ReaderReply) => this.#take(id, part))
    const end = () => {
      ended()
      for (const id of [...this.#waiting.keys()]) this.#take(id, 'failed')
    }
    this.#worker.on('error', end)
    this.#worker.on('exit', end)
  }

  read(file: PdfToRead): Parts {
    this.#lastId += 1
    const request: ReaderRequest = { id: this.#lastId, read: this.#part, ...file }
    this.#worker.ref()
    this.#worker.postMessage(request)
    return this.#wait(request.id)
  }

  #wait(id: number): Parts {
    const next = Promise.withResolvers<Awaited<Parts>>()
    // Whoever is refused one part does not come to wait for the next.
    next.promise.catch(() => undefined)
    this.#waiting.set(id, next)
    return next.promise
  }

  #take(id: number, part: ReaderReply['part']): void {
    const next = this.#waiting.get(id)
    if (next === undefined) return
    if (typeof part === 'object') {
      next.resolve({ part, rest: this.#wait(id) })
      return
    }
    this.#waiting.delete(id)
    if (part === 'all') next.resolve(null)
    else next.reject(new Error('a file could not be read'))
    if (this.#waiting.size === 0) this.#worker.unref()
  }
}
