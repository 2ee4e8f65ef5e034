/** The thread that reads PDFs: a request in, what the file holds out. */
import { parentPort } from 'node:worker_threads'
import type { Evidence } from './evidence.ts'
import { readPdf } from './pdf.ts'
import type { ReaderReply, ReaderRequest } from './readerMessages.ts'

const port = parentPort
if (port === null) throw new Error('to be run as a worker thread')

// Our own process made these messages, from typed code: they are not outside data.
port.on('message', ({ id, bytes, origin, hasFarScripts }: ReaderRequest) => {
  const reply = (evidence: Evidence | null) => port.postMessage({ id, evidence } satisfies ReaderReply)
  const read = async () => {
    const [objects, pages] = readPdf(bytes, origin, hasFarScripts)
    reply(objects)
    reply(await pages())
  }
  read().catch(() => reply(null))
})
