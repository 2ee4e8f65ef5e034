/** What passes between the gate and the threads that read PDFs for it. No protected value ever does. */
import type { MessagePort } from 'node:worker_threads'
import type { Evidence } from './evidence.ts'
import type { PdfToRead } from './pdf.ts'
import type { PdfReading } from './pdfPages.ts'

export interface ReaderRequest extends PdfToRead {
  readonly id: number
  /** To the thread that reads the other part of the same file: the pages go through it, in one {@link ReaderHandover}. */
  readonly other: MessagePort
}

/** What the pages show, for the thread that has the objects; null when PDF.js could not read them. */
export type ReaderHandover = PdfReading | null

/** One part after the other, then that this was all. `failed` is a defect of ours, and no clean file. */
export interface ReaderReply {
  readonly id: number
  readonly part: Evidence | 'all' | 'failed'
}
