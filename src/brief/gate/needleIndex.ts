/**
 * Finds any of very many strings in one pass. A log has hundreds of thousands of protected values, so each place
 * of the text is tried against a table of first characters, not each value against the text.
 */
import type { Needle } from './canaryForms.ts'

const SHORT = 4
const LONG = 8
const TABLE_BITS = 22

interface Tier {
  readonly length: number
  readonly table: Uint8Array
  readonly byStart: Map<string, Needle[]>
}

export interface NeedleIndex {
  /** Calls back for every occurrence; the same needle may come more than once. */
  find(text: string, found: (needle: Needle, at: number) => void): void
}

/** An index of needles; those with equal text are all reported. */
export function createNeedleIndex(needles: Iterable<Needle>): NeedleIndex {
  const tiers = [SHORT, LONG].map(
    (length): Tier => ({ length, table: new Uint8Array(1 << (TABLE_BITS - 3)), byStart: new Map() }),
  )
  const words = new Map<string, Needle[]>()
  for (const needle of needles) {
    if (needle.text === '') continue
    const tier = tiers.findLast((each) => needle.text.length >= each.length)
    if (!tier) {
      push(words, needle.text, needle)
      continue
    }
    const hash = hashAt(needle.text, 0, tier.length)
    tier.table[hash >>> 3] = (tier.table[hash >>> 3] ?? 0) | (1 << (hash & 7))
    push(tier.byStart, needle.text.slice(0, tier.length), needle)
  }
  return {
    find(text, found) {
      for (const tier of tiers) if (tier.byStart.size > 0) findInTier(tier, text, found)
      if (words.size > 0) findWords(words, text, found)
    },
  }
}

function push(map: Map<string, Needle[]>, key: string, needle: Needle): void {
  const list = map.get(key)
  if (list) list.push(needle)
  else map.set(key, [needle])
}

function hashAt(text: string, at: number, length: number): number {
  let hash = 0
  for (let i = at; i < at + length; i += 1) hash = (Math.imul(hash, 0x01000193) ^ text.charCodeAt(i)) | 0
  return (hash ^ (hash >>> 15)) & ((1 << TABLE_BITS) - 1)
}

function findInTier(tier: Tier, text: string, found: (needle: Needle, at: number) => void): void {
  for (let at = 0; at + tier.length <= text.length; at += 1) {
    const hash = hashAt(text, at, tier.length)
    if (((tier.table[hash >>> 3] ?? 0) & (1 << (hash & 7))) === 0) continue
    for (const needle of tier.byStart.get(text.slice(at, at + tier.length)) ?? []) {
      if (!text.startsWith(needle.text, at)) continue
      if (needle.wholeWord && !standsAlone(text, at, at + needle.text.length)) continue
      found(needle, at)
    }
  }
}

/** Values too short for the tables are words by rule; ones with signs inside ("A-1") are looked for as they are. */
function findWords(
  words: Map<string, Needle[]>,
  text: string,
  found: (needle: Needle, at: number) => void,
): void {
  for (const [word, needles] of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (standsAlone(text, at, at + word.length)) for (const needle of needles) found(needle, at)
    }
  }
}

const WORD = /[\p{L}\p{N}]/u

/** Is text[from, to) not part of a longer word or number? */
export function standsAlone(text: string, from: number, to: number): boolean {
  return !WORD.test(text.charAt(from - 1)) && !WORD.test(text.charAt(to))
}
