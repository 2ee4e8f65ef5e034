/**
 * Bytes read in every way a value could be written into them: UTF-8, UTF-16 and UTF-32, older code pages,
 * hexadecimal, base64, base32, percent signs, character references, escapes, backwards. The file is decoded, not the
 * values encoded: there are far more values than files.
 */
import { latin1 } from './pdfTokens.ts'

export interface ByteView {
  readonly name: string
  readonly text: string
  /** Shorter values turn up in such a view by chance. */
  readonly shortest: number
}

const HEX_RUN = /(?:[0-9A-Fa-f]{2}[\s:-]{0,2}){5,}/g
const HEX_ONLY = /^(?:[0-9a-f]{16,}|[0-9A-F]{16,})$/
const BASE64_RUN = /[A-Za-z0-9+/_-]{8,}={0,2}/g
const BASE32_RUN = /(?:[A-Z2-7]{8,}={0,6}|[a-z2-7]{8,}={0,6})/g
const PERCENT = /%([0-9A-Fa-f]{2})/g
const QUOTED = /=([0-9A-F]{2})/g
const REFERENCE = /&#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}));/g
const ESCAPE = /\\+(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2}))/g
/** Characters around an escaped one that may belong to the same value. */
const AROUND = 60
const BEYOND_ASCII = /[\x80-\xff][\x80-\xff \-.]{3,}/g
const CODE_PAGES = [
  'windows-1251',
  'koi8-r',
  'ibm866',
  'x-mac-cyrillic',
  'windows-1256',
  'iso-8859-5',
  'iso-8859-6',
]
/** Binary data beyond this is a font or a picture; as text of an old code page it says nothing. */
const LONGEST_CODE_PAGE = 20_000

const IN_ASCII = /^[\t-~]*$/
/** What random bytes turn into when they are read as text, but for what ends a line of text. */
const NOISE = '\\0-\\x08\\v\\f\\x0e-\\x1f\\x7f-\\x9f\\ue000-\\uf8ff\\ufffd'
const HAS_NOISE = new RegExp(`[${NOISE}]`)
/** The end of the name of a view that begins at the second byte. */
const ODD = ', odd'
/** Scripts that random bytes turn into when they are read two by two. */
const FAR_SCRIPTS = '\\u0e00-\\u1dff\\u2100-\\ufb1c\\uff65-\\uffdc'

/**
 * The parts of a view in which a value of some length could stand. Without `hasFarScripts`, letters of scripts that no
 * value uses count as noise.
 */
export function legible(text: string, shortest: number, hasFarScripts: boolean): string {
  return (text.match(legibleRuns(shortest, hasFarScripts)) ?? []).join('\n')
}

const runPatterns = new Map<string, RegExp>()

/** Runs without noise in one line, of some length. */
function legibleRuns(shortest: number, hasFarScripts: boolean): RegExp {
  const noise = hasFarScripts ? NOISE : NOISE + FAR_SCRIPTS
  const source = `[^\\n${noise}]{${shortest},}`
  const pattern = runPatterns.get(source) ?? new RegExp(source, 'g')
  runPatterns.set(source, pattern)
  return pattern
}

/**
 * What a string says in another way than its reader shows it. One that says of itself that it is UTF-16, and reads as
 * text from there, says nothing from its second byte on: every other letter is lost, and words come together by chance.
 */
export function otherViews(string: Uint8Array): ByteView[] {
  const views = byteViews(string)
  return isUtf16Text(string)
    ? views.filter(({ name }) => !(name.startsWith('UTF-16') && name.endsWith(ODD)))
    : views
}

function isUtf16Text(string: Uint8Array): boolean {
  const [first, second] = string
  const isBigEndian = first === 0xfe && second === 0xff
  if (!isBigEndian && !(first === 0xff && second === 0xfe)) return false
  const text = utf16(string.subarray(2), 0, isBigEndian)
  // Text that begins at the other byte comes out as letters of whole hundreds, Latin text above all.
  const shifted = [...text].filter((letter) => (letter.charCodeAt(0) & 0xff) === 0).length
  return text.length * 2 + 2 >= string.length - 1 && shifted * 2 <= text.length && !HAS_NOISE.test(text)
}

/** Too short for any run, without a sign that escapes another, and no letters of a code page: it says what it says. */
const PLAIN_AND_SHORT = /^[\t-$'-<>-[\]-~]{0,7}$/

/** The views of some bytes; runs of hexadecimal, base64 and so on are joined by line breaks. */
export function byteViews(bytes: Uint8Array): ByteView[] {
  const latin = latin1(bytes)
  // Thousands of tags of a file have names like these.
  if (PLAIN_AND_SHORT.test(latin)) return latin === '' ? [] : [{ name: 'UTF-8', text: latin, shortest: 5 }]
  const hex = runsOf(latin, HEX_RUN).map((run) => Buffer.from(run.replace(/[\s:-]/g, ''), 'hex'))
  // By chance no base64 of a word has digits of hexadecimal alone, and page content is full of these.
  const encoded = runsOf(latin, BASE64_RUN).filter((run) => !HEX_ONLY.test(run))
  const base64 = encoded.flatMap((run) =>
    // A run may begin before the value's own encoding does, so all four phases are tried.
    [0, 1, 2, 3].map((phase) => Buffer.from(run.slice(phase), 'base64')),
  )
  // What is written in base32 is written in signs of base64 too.
  const base32 = encoded.flatMap((run) => runsOf(run, BASE32_RUN)).map(fromBase32)
  const utf8 = Buffer.from(bytes).toString('utf8')
  return [
    { name: 'UTF-8', text: utf8, shortest: 5 },
    ...utf16Views(bytes, 'UTF-16'),
    { name: 'hexadecimal', text: joinUtf8(hex), shortest: 5 },
    ...utf16Views(joinBytes(hex), 'hexadecimal UTF-16'),
    { name: 'base64', text: joinUtf8(base64), shortest: 6 },
    { name: 'base32', text: joinUtf8(base32), shortest: 6 },
    { name: 'percent signs', text: unescaped(latin, PERCENT, fromBytes), shortest: 5 },
    { name: 'quoted-printable', text: unescaped(latin, QUOTED, fromBytes), shortest: 5 },
    { name: 'character references', text: unescaped(latin, REFERENCE, fromPoints), shortest: 5 },
    { name: 'escapes', text: unescaped(latin, ESCAPE, fromPoints), shortest: 5 },
    ...codePageViews(latin),
  ].filter((view) => view.text !== '')
}

/** Views in which words of a page do not turn up by chance, as they do in base64. */
const WRITTEN_OUT = new Set([
  'hexadecimal',
  'hexadecimal UTF-16 big-endian',
  'hexadecimal UTF-16 little-endian',
  'percent signs',
  'quoted-printable',
  'character references',
  'escapes',
])

/** What a text says in hexadecimal or in escapes of some kind, to be read like the text itself. */
export function writtenOut(text: string, hasFarScripts: boolean): readonly Omit<ByteView, 'shortest'>[] {
  return byteViews(Buffer.from(text)).flatMap(({ name, text: view, shortest }) => {
    const said = WRITTEN_OUT.has(name) ? legible(view, shortest, hasFarScripts) : ''
    return said === '' ? [] : [{ name, text: said }]
  })
}

/** A text from its end to its beginning. */
export function backwards(text: string): string {
  if (PAIRED.test(text)) return [...text].reverse().join('')
  const units = new Uint16Array(text.length)
  const bytes = Buffer.from(units.buffer)
  bytes.write(text, 'utf16le')
  units.reverse()
  return bytes.toString('utf16le')
}

/** Halves of characters, which stay in their order. */
const PAIRED = /[\ud800-\udfff]/

const runsOf = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? []

/** What stands around escaped characters, with these written out. */
function unescaped(text: string, one: RegExp, write: (text: string, one: RegExp) => string): string {
  const parts: string[] = []
  let from = 0
  let to = 0
  for (const { index, 0: found } of text.matchAll(one)) {
    if (index - AROUND > to) {
      if (to > from) parts.push(text.slice(from, to))
      from = index - AROUND
    }
    to = Math.min(text.length, index + found.length + AROUND)
  }
  if (to > from) parts.push(text.slice(Math.max(0, from), to))
  return parts.map((part) => write(part, one)).join('\n')
}

function fromBytes(text: string, one: RegExp): string {
  const bytes = text.replace(one, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes.replace(/[+_]/g, ' '), 'latin1').toString('utf8')
}

function fromPoints(text: string, one: RegExp): string {
  return text.replace(one, (_, first?: string, second?: string, third?: string) => {
    const isDecimal = one === REFERENCE && first === undefined
    const point = Number.parseInt(first ?? second ?? third ?? '', isDecimal ? 10 : 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}

/** The whole bytes that a run of base32 stands for, in either case of letters. */
export function fromBase32(run: string): Buffer {
  const out: number[] = []
  let held = 0
  let bits = 0
  for (const char of run.toUpperCase().replace(/=+$/, '')) {
    held = ((held << 5) | 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char)) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    out.push((held >>> bits) & 255)
  }
  return Buffer.from(out)
}

function codePageViews(latin: string): ByteView[] {
  const runs = (latin.match(BEYOND_ASCII) ?? []).join('\n')
  if (runs === '' || runs.length > LONGEST_CODE_PAGE) return []
  const bytes = Buffer.from(runs, 'latin1')
  return CODE_PAGES.map((page) => ({ name: page, text: new TextDecoder(page).decode(bytes), shortest: 5 }))
}

const joinUtf8 = (runs: readonly Buffer[]): string => runs.map((run) => run.toString('utf8')).join('\n')

/** Joined so that each run begins at an even offset. */
function joinBytes(runs: readonly Buffer[]): Uint8Array {
  return Buffer.concat(runs.flatMap((run) => [run, Buffer.alloc(2 + (run.length % 2))]))
}

function utf16Views(bytes: Uint8Array, name: string): ByteView[] {
  // Plain ASCII read two bytes at a time gives ideographs only, and no value of eight of them exists.
  if (bytes.length < 8 || IN_ASCII.test(latin1(bytes))) return []
  // Both byte orders, and both alignments: a string may begin at an odd place. Zeros of UTF-32 fall out on folding.
  return [
    { name: `${name} big-endian`, text: utf16(bytes, 0, true), shortest: 8 },
    { name: `${name} big-endian${ODD}`, text: utf16(bytes, 1, true), shortest: 8 },
    { name: `${name} little-endian`, text: utf16(bytes, 0, false), shortest: 8 },
    { name: `${name} little-endian${ODD}`, text: utf16(bytes, 1, false), shortest: 8 },
  ]
}

function utf16(bytes: Uint8Array, from: number, bigEndian: boolean): string {
  const even = Buffer.from(bytes.subarray(from, bytes.length - ((bytes.length - from) % 2)))
  return (bigEndian ? even.swap16() : even).toString('utf16le').replaceAll('\0', '')
}
