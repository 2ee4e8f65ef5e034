/**
 * Folded texts of very many documents, kept end to end, so that looking for words in all of them is one search through
 * a few long strings. Those of one byte for each character stay apart: one other letter would double what they take.
 */

/** Characters of a block; the one that is being filled is put together anew at each search. */
const BLOCK = 65_536
/** No folded text holds it. */
const SEPARATOR = '\n'
const ONE_BYTE = /^[\0-\xff]*$/

interface Block {
  readonly text: string
  readonly docs: readonly number[]
  /** Where each text begins, and where the last one ends. */
  readonly starts: readonly number[]
}

class Filling {
  #parts: string[] = []
  #docs: number[] = []
  #length = 0

  add(doc: number, folded: string): void {
    this.#parts.push(folded)
    this.#docs.push(doc)
    this.#length += folded.length + SEPARATOR.length
  }

  get isFull(): boolean {
    return this.#length >= BLOCK
  }

  toBlock(): Block {
    const starts: number[] = [0]
    let end = 0
    for (const part of this.#parts) {
      end += part.length + SEPARATOR.length
      starts.push(end)
    }
    return { text: this.#parts.join(SEPARATOR), docs: [...this.#docs], starts }
  }
}

export class TextBlocks {
  readonly #blocks: Block[] = []
  #narrow = new Filling()
  #wide = new Filling()
  readonly #removed = new Set<number>()

  /** Adds the text of a document, as `foldText` gives it. */
  add(doc: number, folded: string): void {
    const isNarrow = ONE_BYTE.test(folded)
    const filling = isNarrow ? this.#narrow : this.#wide
    filling.add(doc, folded)
    if (!filling.isFull) return
    this.#blocks.push(filling.toBlock())
    if (isNarrow) this.#narrow = new Filling()
    else this.#wide = new Filling()
  }

  /** A document that was added is gone. */
  remove(doc: number): void {
    this.#removed.add(doc)
  }

  /** Documents whose text holds `folded`, which is not empty, in no order. */
  docsWith(folded: string): Uint32Array {
    const found: number[] = []
    const blocks = [...this.#blocks, this.#narrow.toBlock(), this.#wide.toBlock()]
    for (const { text, docs, starts } of blocks) {
      let index = 0
      let at = text.indexOf(folded)
      while (at >= 0 && index < docs.length) {
        while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= at) index += 1
        const doc = docs[index]
        if (doc !== undefined && !this.#removed.has(doc)) found.push(doc)
        // Once is enough: on with the next text.
        index += 1
        at = text.indexOf(folded, starts[index])
      }
    }
    return Uint32Array.from(found)
  }
}
