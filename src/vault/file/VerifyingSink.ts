/** Looks into everything that a log holds, and keeps nothing: a copy is only a copy when each record can be read. */
import { decompress } from '../format/compression.ts'
import { parseChunk, parseIndex, parseTransactionPart, type SnapshotEnd } from '../format/lines.ts'
import { VaultFailure } from '../vaultError.ts'
import type { FrameSink } from './readFrames.ts'

export class VerifyingSink implements FrameSink {
  #dictionary: Buffer | null = null
  #chunks: { readonly collection: string; readonly records: readonly Buffer[] }[] = []
  #records = 0

  dictionary(body: Buffer): void {
    this.#dictionary = body
  }

  chunk(body: Buffer, flags: number): void {
    this.#chunks.push(parseChunk(decompress(body, flags, this.#dictionary)))
  }

  index(body: Buffer): void {
    const described = parseIndex(body)
    if (described.length !== this.#chunks.length) throw damaged()
    for (const [number, { collection, entries }] of described.entries()) {
      const chunk = this.#chunks[number]
      if (chunk?.collection !== collection || chunk.records.length !== entries.length) throw damaged()
      for (const [index, { id, length }] of entries.entries()) {
        const json = chunk.records[index]
        if (json?.length !== length || Reflect.get(parse(json), 'id') !== id) throw damaged()
      }
      this.#records += entries.length
    }
    this.#chunks = []
  }

  snapshotEnd({ records }: SnapshotEnd): void {
    if (records !== this.#records || this.#chunks.length > 0) throw damaged()
  }

  transaction(parts: readonly Buffer[]): void {
    for (const part of parts) parseTransactionPart(part)
  }
}

function parse(json: Buffer): object {
  try {
    const record: unknown = JSON.parse(json.toString('utf8'))
    if (typeof record === 'object' && record !== null) return record
  } catch {
    // Its words may quote the record.
  }
  throw damaged()
}

function damaged(): VaultFailure {
  return new VaultFailure({ code: 'vault/damaged', where: 'content' })
}
