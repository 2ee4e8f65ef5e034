/** The thread that owns the file of an open log: calls come in, answers and content go out. */
import { parentPort, workerData } from 'node:worker_threads'
import { realDisk } from '../disk.ts'
import { toVaultError, VaultFailure } from '../vaultError.ts'
import type { ContentPart } from './engine.ts'
import { type EngineMessage, type EngineRequest, type EngineThreadData, ownBytes } from './engineMessages.ts'
import { FileEngine } from './FileEngine.ts'

const port = parentPort
if (port === null) throw new Error('to be run as a worker thread')
const { policy }: EngineThreadData = workerData

const tell = (message: EngineMessage, handOver: ArrayBuffer[] = []) => port.postMessage(message, handOver)

const engine = new FileEngine({
  disk: realDisk,
  policy,
  listener: {
    content: (parts) => {
      const handOver: ArrayBuffer[] = []
      const own = (bytes: Uint8Array) => {
        const copy = ownBytes(bytes)
        handOver.push(copy.buffer)
        return copy
      }
      tell({ kind: 'content', parts: parts.map((part) => withOwnBytes(part, own)) }, [...new Set(handOver)])
    },
    changed: (state) => tell({ kind: 'changed', state }),
    progress: (step, done, total) => tell({ kind: 'progress', step, done, total }),
  },
})

port.on('message', ({ id, call, args }: EngineRequest) => {
  // Checked where the call was made: both ends are ours.
  const answer = async (): Promise<unknown> => Reflect.apply(engine[call], engine, args)
  answer().then(
    (value: unknown) => tell({ kind: 'done', id, value }),
    (thrown: unknown) => {
      const error = thrown instanceof VaultFailure ? thrown.error : toVaultError(thrown)
      if (error !== null) tell({ kind: 'failed', id, error })
      else tell({ kind: 'defect', id, stack: thrown instanceof Error ? String(thrown.stack) : 'unknown' })
    },
  )
})

function withOwnBytes(part: ContentPart, own: (bytes: Uint8Array) => Uint8Array): ContentPart {
  switch (part.kind) {
    case 'dictionary':
    case 'chunk':
    case 'index':
      return { ...part, body: own(part.body) }
    case 'transaction':
      return { ...part, parts: part.parts.map(own) }
    case 'snapshotEnd':
      return part
  }
}
