/**
 * Finds any of very many strings in one pass. A log has hundreds of thousands of protected values, so each place
 * of the text is tried against a table of first characters, not each value against the text.
 */
import { HashChains } from '../../core/redaction/mentions/HashChains.ts'
import type { Needle } from './canaryForms.ts'

/** A needle is looked up by its first characters: four, or eight where it has as many. */
const SHORT = 4
const LONG = 8
const FEWEST_BITS = 12
const MOST_BITS = 22

/** Sentences of a log often begin alike. Where more needles than this do, they are looked up whole. */
const CROWD = 8

/** Needles by the hash of their first characters, whole. */
interface Table {
  readonly bits: Uint8Array
  readonly mask: number
  readonly chains: HashChains<Needle>
  /** Of crowded ones, which are in no chain: by length, then by text. */
  readonly crowds: ReadonlyMap<number, Crowd>
}

type Crowd = ReadonlyMap<number, ReadonlyMap<string, readonly Needle[]>>

export interface NeedleIndex {
  /** Calls back for every occurrence; the same needle may come more than once. */
  find(text: string, found: (needle: Needle, at: number) => void): void
}

/** An index of needles; those with equal text are all reported. */
export function createNeedleIndex(needles: Iterable<Needle>): NeedleIndex {
  const words = new Map<string, Needle[]>()
  const short: Needle[] = []
  const long: Needle[] = []
  for (const needle of needles) {
    const { length } = needle.text
    if (length >= LONG) long.push(needle)
    else if (length >= SHORT) short.push(needle)
    else if (length > 0) push(words, needle.text, needle)
  }
  // Every needle is in the first table's bits, so that one look there rules out most places of a text.
  const first = createTable(short, long, SHORT)
  const second = createTable(long, [], LONG)
  return {
    find(text, found) {
      if (short.length + long.length > 0) findIndexed(first, second, text, found)
      if (words.size > 0) findWords(words, text, found)
    },
  }
}

function push<Key>(map: Map<Key, Needle[]>, key: Key, needle: Needle): void {
  const list = map.get(key)
  if (list) list.push(needle)
  else map.set(key, [needle])
}

/** A table of needles by their first `length` characters; of `others` it has the bits alone. */
function createTable(needles: readonly Needle[], others: readonly Needle[], length: number): Table {
  const wanted = Math.ceil(Math.log2(1 + (needles.length + others.length) * 32))
  const size = 2 ** Math.min(MOST_BITS, Math.max(FEWEST_BITS, wanted))
  const bits = new Uint8Array(size >>> 3)
  const mask = size - 1
  const note = (hash: number): void => {
    const bit = hash & mask
    bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7))
  }
  for (const { text } of others) note(hashAt(text, 0, length))
  const hashes = new Int32Array(needles.length)
  needles.forEach(({ text }, at) => {
    const hash = hashAt(text, 0, length)
    hashes[at] = hash
    note(hash)
  })
  const crowded = crowdedHashes(hashes)
  const alike = new Map<number, Needle[]>()
  const chains = new HashChains<Needle>()
  // A chain gives back what was added last first.
  for (let at = needles.length - 1; at >= 0; at -= 1) {
    const needle = needles[at]
    const hash = hashes[at] ?? 0
    if (needle === undefined) continue
    if (crowded.has(hash)) push(alike, hash, needle)
    else chains.add(hash, needle)
  }
  const crowds = new Map([...alike].map(([hash, list]) => [hash, byLengthAndText(list.reverse())]))
  return { bits, mask, chains, crowds }
}

const COUNTER_BITS = 18

/** Hashes that more than {@link CROWD} have. Most are ruled out by rough counts, which a map of all would cost much more. */
function crowdedHashes(hashes: Int32Array): Set<number> {
  const rough = new Uint8Array(1 << COUNTER_BITS)
  const slotOf = (hash: number): number => (hash ^ (hash >>> COUNTER_BITS)) & (rough.length - 1)
  for (const hash of hashes) {
    const slot = slotOf(hash)
    rough[slot] = Math.min(255, (rough[slot] ?? 0) + 1)
  }
  const counts = new Map<number, number>()
  for (const hash of hashes)
    if ((rough[slotOf(hash)] ?? 0) > CROWD) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return new Set([...counts].flatMap(([hash, count]) => (count > CROWD ? [hash] : [])))
}

function byLengthAndText(needles: readonly Needle[]): Crowd {
  const byLength = new Map<number, Map<string, Needle[]>>()
  for (const needle of needles) {
    const byText = byLength.get(needle.text.length) ?? new Map<string, Needle[]>()
    byLength.set(needle.text.length, byText)
    push(byText, needle.text, needle)
  }
  return byLength
}

/** Of four characters one byte each, so that the next window of a text is the last one moved on by a character. */
function hashAt(text: string, at: number, length: number): number {
  let hash = 0
  for (let from = at; from < at + length; from += SHORT) {
    let window = 0
    for (let i = from; i < from + SHORT; i += 1) window = (window << 8) | byteOf(text.charCodeAt(i))
    hash = Math.imul(hash, 0x01000193) ^ spread(window)
  }
  return hash
}

const byteOf = (code: number): number => (code ^ (code >>> 8)) & 0xff

function spread(window: number): number {
  const hash = Math.imul(window, 0x9e3779b1)
  return hash ^ (hash >>> 15)
}

const holds = ({ bits, mask }: Table, hash: number): boolean =>
  ((bits[(hash & mask) >>> 3] ?? 0) & (1 << (hash & 7))) !== 0

function findIndexed(
  first: Table,
  second: Table,
  text: string,
  found: (needle: Needle, at: number) => void,
): void {
  let window = 0
  for (let to = 0; to < text.length; to += 1) {
    window = (window << 8) | byteOf(text.charCodeAt(to))
    const at = to + 1 - SHORT
    if (at < 0) continue
    const start = spread(window)
    if (!holds(first, start)) continue
    report(first, start, text, at, found)
    if (at + LONG > text.length) continue
    const longer = hashAt(text, at, LONG)
    if (holds(second, longer)) report(second, longer, text, at, found)
  }
}

function report(
  { chains, crowds }: Table,
  start: number,
  text: string,
  at: number,
  found: (needle: Needle, at: number) => void,
): void {
  const tell = (needle: Needle): void => {
    if (needle.wholeWord && !standsAlone(text, at, at + needle.text.length)) return
    found(needle, at)
  }
  chains.forEach(start, (needle) => {
    if (text.startsWith(needle.text, at)) tell(needle)
  })
  for (const [length, byText] of crowds.get(start) ?? [])
    for (const needle of byText.get(text.slice(at, at + length)) ?? []) tell(needle)
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
