/** What passes between the gate and the threads that read PDFs for it. No protected value ever does. */
import type { Evidence } from './evidence.ts'
import type { PdfOrigin, PdfPart } from './pdf.ts'

export interface PdfToRead {
  readonly bytes: Uint8Array
  readonly origin: PdfOrigin
  readonly hasFarScripts: boolean
}

export interface ReaderRequest extends PdfToRead {
  readonly id: number
  readonly part: PdfPart
}

/** Without evidence the reader failed: a defect of ours, and no clean file. */
export interface ReaderReply {
  readonly id: number
  readonly evidence: Evidence | null
}
