/** The thread that reads what pages show: it tells it, and hands it over to the thread that has the objects. */
import type { MessagePort } from 'node:worker_threads'
import type { Evidence } from './evidence.ts'
import type { PdfToRead } from './pdf.ts'
import { readPages } from './pdfShown.ts'
import type { ReaderHandover } from './readerMessages.ts'

export async function readPart(
  file: PdfToRead,
  tell: (found: Evidence) => void,
  other: MessagePort,
): Promise<void> {
  other.postMessage((await readPages(file, tell)) satisfies ReaderHandover)
}
