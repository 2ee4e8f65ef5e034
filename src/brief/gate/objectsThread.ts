/** The thread that reads the objects of a file, and then what they and its pages say together. */
import type { MessagePort } from 'node:worker_threads'
import type { Evidence } from './evidence.ts'
import type { PdfToRead } from './pdf.ts'
import { readObjects } from './pdfObjects.ts'
import { compareReadings } from './pdfTogether.ts'
import type { ReaderHandover } from './readerMessages.ts'

export async function readPart(
  file: PdfToRead,
  tell: (found: Evidence) => void,
  other: MessagePort,
): Promise<void> {
  const pages = handover(other)
  const objects = readObjects(file, tell)
  const reading = await pages
  // The other thread has said why there is none.
  if (reading !== null) tell(compareReadings(file, objects, reading))
}

/** Rejects when the other thread ends or fails before it has told anything. */
function handover(other: MessagePort): Promise<ReaderHandover> {
  const { promise, resolve, reject } = Promise.withResolvers<ReaderHandover>()
  other.once('message', resolve)
  other.once('close', () => reject(new Error('the pages could not be read')))
  // Waited for only when the objects have been read.
  promise.catch(() => undefined)
  return promise
}
