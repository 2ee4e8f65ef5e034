/**
 * Makes rows that arrive as JSON small: empty lists are one list, and texts that many rows have (the source of an item,
 * the moment of an import) are one text. Takes half of what they would take otherwise. Lives as long as they arrive.
 */
import type { LogPortion } from '../shared/ipc/views.ts'

/** Nothing may be put in: it is in every row. */
const NO_ITEMS: readonly never[] = Object.freeze([])
/** Fields in which many rows say the same. */
const OFTEN_SAME = ['source', 'createdAt', 'updatedAt', 'accessedAt', 'publishedAt', 'when'] as const

const UTF8 = new TextDecoder()

export class SharedValues {
  readonly #texts = new Map<string, string>()

  /** Reads a portion that main has made; what it says is not checked again. */
  parse(json: Uint8Array): LogPortion {
    const portion: LogPortion = JSON.parse(UTF8.decode(json))
    for (const kind of ['incidents', 'sourceItems'] as const) {
      const rows = portion[kind]
      // `in`: a list of the values of so many would be made for nothing.
      for (const id in rows) this.#share(rows[id])
    }
    return portion
  }

  #share(row: object | undefined): void {
    if (row === undefined) return
    for (const name in row) {
      const value: unknown = Reflect.get(row, name)
      if (Array.isArray(value) && value.length === 0) Reflect.set(row, name, NO_ITEMS)
    }
    for (const name of OFTEN_SAME) {
      const value: unknown = Reflect.get(row, name)
      if (typeof value === 'string') Reflect.set(row, name, this.#text(value))
    }
  }

  #text(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    this.#texts.set(text, text)
    return text
  }
}
