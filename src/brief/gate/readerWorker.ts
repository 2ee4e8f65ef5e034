/** A thread that reads one part of PDFs: a request in, what the file holds out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { PdfPart } from './pdf.ts'
import type { ReaderReply, ReaderRequest } from './readerMessages.ts'

const port = parentPort
if (port === null) throw new Error('to be run as a worker thread')

/** Each thread loads what its own part needs. */
const PARTS = {
  objects: () => import('./objectsThread.ts'),
  pages: () => import('./pagesThread.ts'),
}

// Our own process made this value and the messages, from typed code: they are not outside data.
const { readPart } = await PARTS[workerData as PdfPart]()
port.on('message', ({ id, other, ...file }: ReaderRequest) => {
  const reply = (part: ReaderReply['part']) => port.postMessage({ id, part } satisfies ReaderReply)
  const read = async () => {
    await readPart(file, reply, other)
    reply('all')
  }
  read()
    .catch(() => reply('failed'))
    .finally(() => other.close())
})
