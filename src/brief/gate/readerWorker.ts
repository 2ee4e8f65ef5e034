/** A thread that reads PDFs: a request in, what the file holds out. */
import { parentPort } from 'node:worker_threads'
import type { Evidence } from './evidence.ts'
import { readPdfPart } from './pdf.ts'
import type { ReaderReply, ReaderRequest } from './readerMessages.ts'

const port = parentPort
if (port === null) throw new Error('to be run as a worker thread')

// Our own process made these messages, from typed code: they are not outside data.
port.on('message', ({ id, part, bytes, origin, hasFarScripts }: ReaderRequest) => {
  const reply = (evidence: Evidence | null) => port.postMessage({ id, evidence } satisfies ReaderReply)
  readPdfPart(part, bytes, origin, hasFarScripts).then(reply, () => reply(null))
})
