/** Gathers operations into the parts of a transaction, each in a buffer of its own that may go to another thread. */
import { operationText, transactionHead } from '../format/lines.ts'

/** Longer transactions go in several parts, so that no frame grows without bound. */
const PART_LENGTH = 1024 * 1024

export class PartWriter {
  readonly #head: Buffer
  #lines: Buffer[] = []
  #length = 0

  /** @param at ISO 8601 time of the transaction. */
  constructor(at: string) {
    this.#head = Buffer.from(`${transactionHead(at)}\n`, 'utf8')
  }

  /** Returns a part when one is full. Throws `vault/too-large`. */
  add(collection: string, id: string, row: unknown, json: string): Uint8Array<ArrayBuffer> | null {
    // Encoded one by one: a joined text of many records is flattened first, which takes five times as long.
    const lines = Buffer.from(operationText(collection, id, row, json), 'utf8')
    this.#lines.push(lines)
    this.#length += lines.length
    return this.#length >= PART_LENGTH ? this.flush() : null
  }

  /** The rest, or null when there is none. */
  flush(): Uint8Array<ArrayBuffer> | null {
    if (this.#lines.length === 0) return null
    const part = new Uint8Array(this.#head.length + this.#length)
    part.set(this.#head, 0)
    let offset = this.#head.length
    for (const lines of this.#lines) {
      part.set(lines, offset)
      offset += lines.length
    }
    this.#lines = []
    this.#length = 0
    return part
  }
}
