/**
 * The threads that read PDFs for the gate, one for each part of a file, so that the window does not wait while the search
 * is made ready beside them. Started when they are first needed, not while a file is still being made, when memory is
 * scarcest; kept for the next file. They hold up no program that has nothing else to do.
 */
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { findWorker } from '../workerFile.ts'
import type { Evidence } from './evidence.ts'
import type { PdfPart, PdfToRead } from './pdf.ts'
import type { ReaderReply, ReaderRequest } from './readerMessages.ts'

/**
 * What a thread may hold, in megabytes, before it looks what of it is still wanted. Without limits that is far
 * more; a brief of 2,000 incidents fits. What does not fit was not read, and so not found clean.
 */
const LIMITS = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 256 } as const
/** A file of more bytes is no brief of ours; its threads are limited by the machine alone. */
const LARGE_FILE = 3_000_000

type Size = 'usual' | 'large'

const threads = new Map<string, ReaderThread>()

function threadOf(part: PdfPart, size: Size): ReaderThread {
  const name = `${part} ${size}`
  const known = threads.get(name)
  if (known !== undefined) return known
  const thread = new ReaderThread(part, size, () => {
    if (threads.get(name) === thread) threads.delete(name)
  })
  threads.set(name, thread)
  return thread
}

/**
 * Reads a PDF in the threads: what each finds, as soon as it is there. Throws when a reader itself failed: such a file
 * was not found clean.
 */
export function readPdfInThreads(file: PdfToRead): readonly AsyncIterable<Evidence>[] {
  const size = file.bytes.length > LARGE_FILE ? 'large' : 'usual'
  const { port1, port2 } = new MessageChannel()
  // Both begin at once, whichever is heard first.
  return [threadOf('objects', size).read(file, port1), threadOf('pages', size).read(file, port2)].map(follow)
}

/** A part, and what comes after it; null after the last. */
type Parts = Promise<{ readonly part: Evidence; readonly rest: Parts } | null>

async function* follow(parts: Parts): AsyncGenerator<Evidence> {
  for (let each = await parts; each !== null; each = await each.rest) yield each.part
}

class ReaderThread {
  readonly #worker: Worker
  /** The next part of each file that is being read. */
  readonly #waiting = new Map<number, PromiseWithResolvers<Awaited<Parts>>>()
  #lastId = 0

  constructor(part: PdfPart, size: Size, ended: () => void) {
    // No environment, no inherited flags: the thread needs neither, and a debugger has no business there.
    this.#worker = new Worker(findWorker('readerWorker', './gate/readerWorker.ts'), {
      env: {},
      execArgv: [],
      argv: [],
      workerData: part,
      resourceLimits: size === 'usual' ? LIMITS : {},
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

  read(file: PdfToRead, other: MessagePort): Parts {
    this.#lastId += 1
    const request: ReaderRequest = { id: this.#lastId, other, ...file }
    this.#worker.ref()
    this.#worker.postMessage(request, [other])
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
