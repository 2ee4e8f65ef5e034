/** Looks into everything that a log holds, and keeps nothing: a copy is only a copy when each record can be read. */
import { decompress } from '../format/compression.ts'
import { parseChunk, parseIndex, parseTransactionPart, recordId, type SnapshotEnd } from '../format/lines.ts'
import { damage } from '../vaultError.ts'
import type { FrameSink } from './readFrames.ts'

export class VerifyingSink implements FrameSink {
  #dictionary: Buffer | null = null
  #chunks: { readonly collection: string; readonly records: readonly Buffer[] }[] = []
  #records = 0
  #looked = 0

  /** Bytes looked at so far, before compression. */
  get looked(): number {
    return this.#looked
  }

  dictionary(body: Buffer): void {
    this.#dictionary = body
  }

  chunk(body: Buffer, flags: number): void {
    const bytes = decompress(body, flags, this.#dictionary)
    this.#looked += bytes.length
    this.#chunks.push(parseChunk(bytes))
  }

  index(body: Buffer): void {
    const described = parseIndex(body)
    if (described.length !== this.#chunks.length) throw damage('content')
    for (const [number, { collection, entries }] of described.entries()) {
      const chunk = this.#chunks[number]
      if (chunk?.collection !== collection || chunk.records.length !== entries.length) throw damage('content')
      for (const [index, { id, length }] of entries.entries()) {
        const json = chunk.records[index]
        if (json?.length !== length || recordId(json) !== id) throw damage('content')
      }
      this.#records += entries.length
    }
    this.#chunks = []
  }

  snapshotEnd({ records }: SnapshotEnd): void {
    if (records !== this.#records || this.#chunks.length > 0) throw damage('content')
  }

  transaction(parts: readonly Buffer[]): void {
    for (const part of parts) {
      this.#looked += part.length
      parseTransactionPart(part)
    }
  }
}
