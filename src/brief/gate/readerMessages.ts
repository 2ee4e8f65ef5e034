/** What passes between the gate and the threads that read PDFs for it. No protected value ever does. */
import type { Evidence } from './evidence.ts'
import type { PdfPart, PdfToRead } from './pdf.ts'

export interface ReaderRequest extends PdfToRead {
  readonly id: number
  readonly read: PdfPart
}

/** One part after the other, then that this was all. `failed` is a defect of ours, and no clean file. */
export interface ReaderReply {
  readonly id: number
  readonly part: Evidence | 'all' | 'failed'
}
