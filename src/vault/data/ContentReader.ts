/** Takes in what the engine reads from a log: chunks stay compressed, only the index is parsed. */
import { asBuffer } from '../asBuffer.ts'
import type { ContentPart } from '../file/engine.ts'
import { META_COLLECTION, META_ID, parseIndex, parseTransactionPart } from '../format/lines.ts'
import { damage, VaultFailure } from '../vaultError.ts'
import type { JournalAdapter } from './JournalAdapter.ts'
import type { RecordChunks } from './RecordChunks.ts'
import type { RecordCollection } from './RecordCollection.ts'

export class ContentReader<T extends object> {
  readonly #adapter: JournalAdapter<T>
  readonly #chunks: RecordChunks
  #records = 0
  #queue: { readonly body: Uint8Array; readonly flags: number }[] = []

  constructor(adapter: JournalAdapter<T>, chunks: RecordChunks) {
    this.#adapter = adapter
    this.#chunks = chunks
  }

  /** Throws `vault/invalid-content` when the log holds a collection that the schema does not know. */
  take(parts: readonly ContentPart[]): void {
    for (const part of parts) this.#take(part)
  }

  #take(part: ContentPart): void {
    switch (part.kind) {
      case 'dictionary':
        this.#chunks.takeDictionary(asBuffer(part.body))
        return
      case 'chunk':
        this.#queue.push(part)
        return
      case 'index':
        this.#takeIndex(part.body)
        return
      case 'snapshotEnd':
        // Written wrongly, or by a program that we do not know: opening it would lose records in silence.
        if (this.#queue.length > 0 || this.#records !== part.records) throw damage('content')
        this.#collection(META_COLLECTION).replay(META_ID, undefined, Buffer.from(JSON.stringify(part.meta)))
        return
      case 'transaction':
        for (const bytes of part.parts) {
          for (const { collection, id, row, json } of parseTransactionPart(asBuffer(bytes)).lines) {
            this.#collection(collection).replay(id, row, json)
          }
        }
    }
  }

  #takeIndex(body: Uint8Array): void {
    const described = parseIndex(asBuffer(body))
    if (described.length !== this.#queue.length) throw damage('content')
    for (const [index, chunk] of described.entries()) {
      const queued = this.#queue[index]
      if (queued === undefined) throw damage('content')
      this.#records += chunk.entries.length
      this.#collection(chunk.collection).addChunk(chunk, this.#chunks.add(queued.body, queued.flags, chunk))
    }
    this.#queue = []
  }

  #collection(name: string): RecordCollection {
    const collection = this.#adapter.collection(name)
    if (collection === undefined) throw new VaultFailure({ code: 'vault/invalid-content' })
    return collection
  }
}
