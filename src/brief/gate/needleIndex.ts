/**
 * Finds any of very many strings in one pass. A log has hundreds of thousands of protected values, so each place
 * of the text is tried against a table of first characters, not each value against the text.
 */
import type { Needle } from './canaryForms.ts'

/** A needle is looked up by its first characters: four, or eight where it has as many. */
const SHORT = 4
const LONG = 8
const FEWEST_BITS = 12
const MOST_BITS = 22

/** Sentences of a log often begin alike. Where more needles than this do, they are looked up whole. */
const CROWD = 8

interface Table {
  readonly bits: Uint8Array
  readonly mask: number
  /** By the hash of their first characters, whole. */
  readonly byStart: Map<number, Needle[]>
  /** Of crowded ones: by length, then by text. */
  readonly crowds: Map<number, ReadonlyMap<number, ReadonlyMap<string, readonly Needle[]>>>
}

export interface NeedleIndex {
  /** Calls back for every occurrence; the same needle may come more than once. */
  find(text: string, found: (needle: Needle, at: number) => void): void
}

/** An index of needles; those with equal text are all reported. */
export function createNeedleIndex(needles: Iterable<Needle>): NeedleIndex {
  const all = [...needles].filter(({ text }) => text !== '')
  const words = new Map<string, Needle[]>()
  for (const needle of all) if (needle.text.length < SHORT) push(words, needle.text, needle)
  const indexed = all.filter(({ text }) => text.length >= SHORT)
  const isLong = ({ text }: Needle): boolean => text.length >= LONG
  // Every needle is in the first table's bits, so that one look there rules out most places of a text.
  const short = createTable(indexed, SHORT, (needle) => !isLong(needle))
  const long = createTable(indexed.filter(isLong), LONG, () => true)
  return {
    find(text, found) {
      if (indexed.length > 0) findIndexed(short, long, text, found)
      if (words.size > 0) findWords(words, text, found)
    },
  }
}

function push<Key>(map: Map<Key, Needle[]>, key: Key, needle: Needle): void {
  const list = map.get(key)
  if (list) list.push(needle)
  else map.set(key, [needle])
}

function createTable(needles: readonly Needle[], length: number, keeps: (needle: Needle) => boolean): Table {
  const wanted = Math.ceil(Math.log2(1 + needles.length * 32))
  const size = 2 ** Math.min(MOST_BITS, Math.max(FEWEST_BITS, wanted))
  const table: Table = {
    bits: new Uint8Array(size >>> 3),
    mask: size - 1,
    byStart: new Map(),
    crowds: new Map(),
  }
  for (const needle of needles) {
    const hash = hashAt(needle.text, 0, length)
    const bit = hash & table.mask
    table.bits[bit >>> 3] = (table.bits[bit >>> 3] ?? 0) | (1 << (bit & 7))
    if (keeps(needle)) push(table.byStart, hash, needle)
  }
  for (const [hash, alike] of table.byStart) {
    if (alike.length <= CROWD) continue
    table.crowds.set(hash, byLengthAndText(alike))
    table.byStart.delete(hash)
  }
  return table
}

function byLengthAndText(needles: readonly Needle[]): Map<number, Map<string, Needle[]>> {
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
  short: Table,
  long: Table,
  text: string,
  found: (needle: Needle, at: number) => void,
): void {
  let window = 0
  for (let to = 0; to < text.length; to += 1) {
    window = (window << 8) | byteOf(text.charCodeAt(to))
    const at = to + 1 - SHORT
    if (at < 0) continue
    const start = spread(window)
    if (!holds(short, start)) continue
    report(short, start, text, at, found)
    if (at + LONG > text.length) continue
    const longer = hashAt(text, at, LONG)
    if (holds(long, longer)) report(long, longer, text, at, found)
  }
}

function report(
  { byStart, crowds }: Table,
  start: number,
  text: string,
  at: number,
  found: (needle: Needle, at: number) => void,
): void {
  const tell = (needle: Needle): void => {
    if (needle.wholeWord && !isWhole(needle, text, at)) return
    found(needle, at)
  }
  for (const needle of byStart.get(start) ?? []) if (text.startsWith(needle.text, at)) tell(needle)
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

/** A number may have letters beside it ("N43.31"); the words of a text may not. */
function isWhole({ canary, text: { length } }: Needle, text: string, at: number): boolean {
  return canary.protected === 'number'
    ? !DIGIT.test(text.charAt(at - 1)) && !DIGIT.test(text.charAt(at + length))
    : standsAlone(text, at, at + length)
}

const DIGIT = /\p{N}/u
const WORD = /[\p{L}\p{N}]/u

/** Is text[from, to) not part of a longer word or number? */
export function standsAlone(text: string, from: number, to: number): boolean {
  return !WORD.test(text.charAt(from - 1)) && !WORD.test(text.charAt(to))
}
