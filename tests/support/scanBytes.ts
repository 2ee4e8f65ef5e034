/**
 * Looks for texts in every byte of a folder, as somebody with the disk in hand would: in names and contents of files, in
 * every encoding that programs write texts in, and inside what was compressed.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { constants, inflateRawSync, inflateSync } from 'node:zlib'

export interface Found {
  readonly file: string
  readonly text: string
  readonly encoding: string
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

type Form = readonly [encoding: string, bytes: Buffer]

/** The ways in which a text may stand in bytes. Texts should be of eight letters or more: shorter ones turn up by chance. */
export function formsOf(text: string): readonly Form[] {
  const little = Buffer.from(text, 'utf16le')
  const big = Buffer.from(little).swap16()
  const bytes: readonly Form[] = [
    ['utf8', Buffer.from(text)],
    ['utf8, decomposed', Buffer.from(text.normalize('NFD'))],
    ['utf16le', little],
    ['utf16be', big],
  ]
  const encoded = bytes.flatMap(([name, raw]) => [...hexOf(name, raw), ...base64Of(name, raw)])
  const url = encodeURIComponent(text)
  const escaped = escapes(text, (unit) => `\\u${unit}`)
  const written: readonly (readonly [string, string])[] = [
    ['url', url],
    ['url, lower case', url.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())],
    ['form', url.replaceAll('%20', '+')],
    ['json', JSON.stringify(text).slice(1, -1)],
    ['json, escaped', escaped],
    ['json, escaped, upper case', escapes(text, (unit) => `\\u${unit.toUpperCase()}`)],
    ['html', escapes(text, (unit) => `&#x${unit.replace(/^0+/, '')};`)],
  ]
  const forms: Form[] = [...bytes, ...encoded]
  for (const [name, form] of written) forms.push([name, Buffer.from(form)])
  const distinct = new Map<string, Form>()
  for (const form of forms)
    if (!distinct.has(form[1].toString('latin1'))) distinct.set(form[1].toString('latin1'), form)
  return [...distinct.values()]
}

const hexOf = (name: string, raw: Buffer): Form[] => [
  [`hex of ${name}`, Buffer.from(raw.toString('hex'))],
  [`hex of ${name}, upper case`, Buffer.from(raw.toString('hex').toUpperCase())],
]

/** At each of the three offsets that the text can have in what was encoded; without the letters it shares with others. */
function base64Of(name: string, raw: Buffer): Form[] {
  return [0, 1, 2].flatMap((offset): Form[] => {
    const whole = Buffer.concat([Buffer.alloc(offset), raw])
      .toString('base64')
      .replaceAll('=', '')
    const first = Math.ceil((offset * 8) / 6)
    const last = Math.floor(((offset + raw.length) * 8) / 6)
    const own = whole.slice(first, last)
    return [
      [`base64 of ${name}, offset ${offset}`, Buffer.from(own)],
      [`base64url of ${name}, offset ${offset}`, Buffer.from(own.replaceAll('+', '-').replaceAll('/', '_'))],
    ]
  })
}

/** Every letter beyond ASCII as its code units. */
function escapes(text: string, written: (unit: string) => string): string {
  return [...text]
    .map((letter) =>
      letter < '\u0080'
        ? letter
        : Array.from({ length: letter.length }, (_, at) =>
            written(letter.charCodeAt(at).toString(16).padStart(4, '0')),
          ).join(''),
    )
    .join('')
}

/** What was compressed by gzip, zlib or in a zip archive and can be read, from wherever it starts in the bytes. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  const attempt = (unpack: (from: Buffer, options: object) => Buffer, at: number) => {
    try {
      // What is cut short is read as far as it goes.
      const whole = unpack(bytes.subarray(at), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: 1 << 26,
      })
      if (whole.length > 0) found.push(whole)
    } catch {
      // Two bytes that only look like a beginning.
    }
  }
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const [a, b] = [bytes[at], bytes[at + 1]]
    if (a === 0x1f && b === 0x8b && bytes[at + 2] === 8) attempt(inflateRawSync, endOfGzipHead(bytes, at))
    else if (a === 0x78 && (0x7800 + (b ?? 0)) % 31 === 0) attempt(inflateSync, at)
    else if (
      a === 0x50 &&
      b === 0x4b &&
      bytes[at + 2] === 3 &&
      bytes[at + 3] === 4 &&
      at + 30 <= bytes.length
    )
      attempt(inflateRawSync, at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28))
  }
  return found
}

/** Where the packed bytes of a gzip member begin (RFC 1952): after a name or a comment, if it has one. */
function endOfGzipHead(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0
  let end = at + 10
  if (flags & 4 && end + 2 <= bytes.length) end += 2 + bytes.readUInt16LE(end)
  for (const flag of [8, 16]) if (flags & flag) end = bytes.indexOf(0, end) + 1
  return flags & 2 ? end + 2 : end
}

/** Packed inside packed, no deeper. */
const DEEPEST = 2

function layersOf(bytes: Buffer, depth = 0): Buffer[] {
  if (depth === DEEPEST) return [bytes]
  return [bytes, ...unpacked(bytes).flatMap((inner) => layersOf(inner, depth + 1))]
}

interface Needle {
  readonly text: string
  readonly encoding: string
  readonly bytes: Buffer
}

/** Finds any of the needles in one pass: each place is tried against a table of their first four bytes. */
function createSearch(needles: readonly Needle[]): (bytes: Buffer) => readonly Needle[] {
  const starts = new Uint8Array(1 << 16)
  const byStart = new Map<number, Needle[]>()
  for (const needle of needles) {
    starts[needle.bytes.readUInt16LE(0)] = 1
    const key = needle.bytes.readUInt32LE(0)
    byStart.set(key, [...(byStart.get(key) ?? []), needle])
  }
  return (bytes) => {
    const found = new Set<Needle>()
    for (let at = 0; at + 4 <= bytes.length; at += 1) {
      if (starts[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] === 0) continue
      for (const needle of byStart.get(bytes.readUInt32LE(at)) ?? [])
        if (bytes.subarray(at, at + needle.bytes.length).equals(needle.bytes)) found.add(needle)
    }
    return [...found]
  }
}

/** Where the texts stand in names or contents of the files below the folders, in whatever encoding. */
export function findTexts(folders: readonly string[], texts: readonly string[]): Found[] {
  const search = createSearch(
    texts.flatMap((text) => formsOf(text).map(([encoding, bytes]) => ({ text, encoding, bytes }))),
  )
  return folders.flatMap(filesBelow).flatMap((file) => {
    const bytes = readIfThere(file)
    if (bytes === null) return []
    const layers = [Buffer.from(`${file}\0`), ...layersOf(bytes)]
    return layers.flatMap((layer, depth) =>
      search(layer).map(({ text, encoding }) => ({
        file,
        text,
        encoding: depth > 1 ? `${encoding}, packed` : encoding,
      })),
    )
  })
}

/** Null for a file that the browser took away while it was ending: what is gone holds nothing. */
function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
