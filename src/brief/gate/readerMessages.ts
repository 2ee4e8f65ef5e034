/** What passes between the gate and the thread that reads PDFs for it. No protected value ever does. */
import type { Evidence } from './evidence.ts'
import type { PdfOrigin } from './pdf.ts'

export interface PdfToRead {
  readonly bytes: Uint8Array
  readonly origin: PdfOrigin
  readonly hasFarScripts: boolean
}

export interface ReaderRequest extends PdfToRead {
  readonly id: number
}

/** How many parts the evidence of a PDF comes in. */
export const READER_PARTS = 2

/** One part after the other. Without evidence the reader failed: a defect of ours, and no clean file. */
export interface ReaderReply {
  readonly id: number
  readonly evidence: Evidence | null
}
