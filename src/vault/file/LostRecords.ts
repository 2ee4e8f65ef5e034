/** Which records the index of a damaged log names and the log does not hold any more. */
import type { IndexedChunk } from '../format/lines.ts'

/** A record of which no state was found. */
export interface LostRecord {
  readonly collection: string
  readonly id: string
  /** What tables show of it, where the index has that: JSON, by nobody checked. */
  readonly untrustedRow: unknown
}

export class LostRecords {
  readonly #expected = new Map<string, Map<string, unknown>>()
  readonly #found = new Map<string, Set<string>>()

  /** Notes what an index says is there. */
  expect(chunks: readonly IndexedChunk[]): void {
    for (const { collection, entries } of chunks) {
      const expected = this.#expected.get(collection) ?? new Map<string, unknown>()
      for (const { id, row } of entries) expected.set(id, row)
      this.#expected.set(collection, expected)
    }
  }

  /** Notes that some state of these records was found; that they were deleted is one. */
  find(records: readonly { readonly collection: string; readonly id: string }[]): void {
    for (const { collection, id } of records) {
      const found = this.#found.get(collection) ?? new Set<string>()
      found.add(id)
      this.#found.set(collection, found)
    }
  }

  /** Those expected and not found, as the index has them. */
  list(): LostRecord[] {
    return [...this.#expected].flatMap(([collection, expected]) => {
      const found = this.#found.get(collection)
      return [...expected]
        .filter(([id]) => found?.has(id) !== true)
        .map(([id, untrustedRow]) => ({ collection, id, untrustedRow }))
    })
  }
}
