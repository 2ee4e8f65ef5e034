/**
 * Folding and squeezing in one pass with tables of characters, for the scripts that most logs are written in. There are
 * tens of thousands of values and texts to fold for one release, and expressions go over each of them many times.
 *
 * Only characters that fold each by itself are in the tables: no combining marks but those of Arabic that are always
 * taken out, no letters whose small form depends on their neighbours. A text with any other is folded the long way.
 */

/** Beyond the dashes and quotation marks. */
const SIZE = 0x2040
const UNKNOWN = 0
const GONE = 0xffff
const SPACE = 0x20

/** First and last of each run of characters. */
const ALPHABET: readonly (readonly [number, number])[] = [
  [0x09, 0x0a],
  [0x0d, 0x0d],
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x400, 0x45f],
  [0x490, 0x493],
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x61f, 0x61f],
  [0x621, 0x63a],
  // Of the marks not madda and hamza, which letters are put together with.
  [0x640, 0x652],
  [0x660, 0x669],
  [0x670, 0x670],
  [0x67e, 0x67e],
  [0x686, 0x686],
  [0x698, 0x698],
  [0x6a9, 0x6a9],
  [0x6af, 0x6af],
  [0x6cc, 0x6cc],
  [0x6f0, 0x6f9],
  [0x200b, 0x200f],
  [0x2010, 0x201e],
  [0x2039, 0x203a],
]

/** Room for the characters of one text, read into it, changed in place and written from it again. */
interface Room {
  readonly units: Uint16Array
  readonly bytes: Buffer
  /** For characters of one byte each, so that a text of them takes half the memory. */
  readonly small: Buffer
}

function makeRoom(length: number): Room {
  const units = new Uint16Array(length)
  return { units, bytes: Buffer.from(units.buffer), small: Buffer.alloc(length) }
}

let room = makeRoom(4096)
/** Room for a longer text is let go of: it takes six bytes for each of its characters. */
const MOST_KEPT = 1_000_000

/** The first characters of the room; `all` has every bit that one of them has. */
function written(length: number, all: number): string {
  const { units, bytes, small } = room
  if (all >= 0x100) return bytes.toString('utf16le', 0, length * 2)
  small.set(units.subarray(0, length))
  return small.toString('latin1', 0, length)
}

/** What `change` makes of the characters of a text. No value is left in the room, which stays when the log is locked. */
function inRoom(text: string, change: (units: Uint16Array, length: number) => string | null): string | null {
  const { length } = text
  if (room.units.length < length) room = makeRoom(length * 2)
  room.bytes.write(text, 'utf16le')
  const changed = change(room.units, length)
  room.units.fill(0, 0, length)
  room.small.fill(0, 0, length)
  if (length > MOST_KEPT) room = makeRoom(4096)
  return changed
}

/**
 * A quicker way to fold what is in the alphabet, as `fold` does it; null for any other text.
 *
 * @param fold folds a text, makes one space of white space, and takes it away at both ends.
 */
export function letterFold(fold: (text: string) => string): (text: string) => string | null {
  let table: Uint16Array | null = null
  return (text) => {
    table ??= foldTable(fold)
    const known = table
    return inRoom(text, (units, length) => foldInPlace(known, units, length))
  }
}

function foldInPlace(table: Uint16Array, units: Uint16Array, length: number): string | null {
  let to = 0
  let all = 0
  for (let at = 0; at < length; at += 1) {
    const code = units[at] ?? 0
    const folded = code < SIZE ? (table[code] ?? UNKNOWN) : UNKNOWN
    if (folded === UNKNOWN) return null
    if (folded === GONE || (folded === SPACE && (to === 0 || units[to - 1] === SPACE))) continue
    units[to] = folded
    all |= folded
    to += 1
  }
  if (to > 0 && units[to - 1] === SPACE) to -= 1
  return written(to, all)
}

function foldTable(fold: (text: string) => string): Uint16Array {
  const table = new Uint16Array(SIZE)
  for (const [first, last] of ALPHABET) {
    for (let code = first; code <= last; code += 1) {
      // Between two letters, where white space stays.
      const folded = fold(`a${String.fromCharCode(code)}a`).slice(1, -1)
      if (folded.length <= 1) table[code] = folded === '' ? GONE : folded.charCodeAt(0)
    }
  }
  return table
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
let wordTable: Uint8Array | null = null

/** Letters and digits alone; null for a text with characters that no table has. */
export function lettersAndDigits(text: string): string | null {
  wordTable ??= Uint8Array.from({ length: SIZE }, (_, code) =>
    LETTER_OR_DIGIT.test(String.fromCharCode(code)) ? 1 : 0,
  )
  const table = wordTable
  return inRoom(text, (units, length) => {
    let to = 0
    let all = 0
    for (let at = 0; at < length; at += 1) {
      const code = units[at] ?? 0
      if (code >= SIZE) return null
      if (table[code] === 0) continue
      units[to] = code
      all |= code
      to += 1
    }
    return to === length ? text : written(to, all)
  })
}
