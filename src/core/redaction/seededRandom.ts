/**
 * The chance a brief uses, drawn from its seed alone: SHA-256 in counter mode, one stream per purpose, so that
 * rows of one kind do not shift the order of another.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Uniform integer in [0, below); `below` is 1 to 2³². */
export type Draw = (below: number) => number

/** @param seed any text that names the seed; 64 hex digits in practice. */
export function seededDraw(seed: string, purpose: string): Draw {
  let counter = 0
  let words: number[] = []
  const next = (): number => {
    if (words.length === 0) {
      const block = sha256(utf8ToBytes(`daybook-brief\n${purpose}\n${seed}\n${counter}`))
      counter += 1
      const view = new DataView(block.buffer, block.byteOffset, block.byteLength)
      words = Array.from({ length: 8 }, (_, index) => view.getUint32(index * 4))
    }
    return words.pop() ?? 0
  }
  return (below) => {
    // Rejection keeps the draw uniform: a plain remainder would favour small numbers.
    const limit = Math.floor(2 ** 32 / below) * below
    let word = next()
    while (word >= limit) word = next()
    return word % below
  }
}

/** A shuffled copy (Fisher–Yates). */
export function shuffle<T>(items: readonly T[], draw: Draw): T[] {
  const result = [...items]
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = draw(index + 1)
    const held = result[index] as T
    result[index] = result[other] as T
    result[other] = held
  }
  return result
}
