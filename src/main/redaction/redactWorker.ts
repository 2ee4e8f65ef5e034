/**
 * The thread that redacts: it keeps a copy of the log in memory, as main tells it, and redacts on demand, so that neither
 * the window nor main stands still meanwhile. It opens no file and ends when the log is closed.
 */
import { parentPort } from 'node:worker_threads'
import { emptyLog, type Log } from '../../core/log.ts'
import { runJob } from './briefRedaction.ts'
import type { RedactorReply, RedactorRequest } from './redactMessages.ts'

const port = parentPort
if (port === null) throw new Error('to be run as a worker thread')

let log: Log = emptyLog('1970-01-01T00:00:00Z')
const reply = (message: RedactorReply) => port.postMessage(message)
/** Jobs run one after another, each on the log as it was told by then. */
let turn: Promise<unknown> = Promise.resolve()

port.on('message', (request: RedactorRequest) => {
  turn = turn.then(() => take(request))
})

async function take(request: RedactorRequest): Promise<void> {
  if (request.kind === 'meta') log = { ...log, meta: request.meta }
  else if (request.kind === 'job') {
    const { id, job } = request
    try {
      reply({ id, result: await runJob(log, job) })
    } catch {
      reply({ id, result: null })
    }
  } else {
    // The copy is ours alone, and nobody reads it while it is being told.
    const collection: object = log[request.collection]
    for (const [id, record] of request.puts) {
      if (record === null) Reflect.deleteProperty(collection, id)
      else Reflect.set(collection, id, record)
    }
  }
}
