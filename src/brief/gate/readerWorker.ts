/** A thread that reads PDFs: a request in, what the file holds out. */
import { parentPort } from 'node:worker_threads'
import { readPdfPart } from './pdf.ts'
import type { ReaderReply, ReaderRequest } from './readerMessages.ts'

const port = parentPort
if (port === null) throw new Error('to be run as a worker thread')

// Our own process made these messages, from typed code: they are not outside data.
port.on('message', ({ id, read: which, ...file }: ReaderRequest) => {
  const reply = (part: ReaderReply['part']) => port.postMessage({ id, part } satisfies ReaderReply)
  const read = async () => {
    await readPdfPart(which, file, reply)
    reply('all')
  }
  read().catch(() => reply('failed'))
})
