/**
 * Hashes of protected values: an id or name made of one can be tried against a list of names. Strings of a file that
 * look like MD5, SHA-1, SHA-256 or CRC-32, whole or cut short, in hexadecimal or base64, are compared with those of
 * every value. The hashes are made only when a file holds such a string, since a log has very many values.
 */
import { hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Canary } from '../../core/redaction/briefData.ts'
import { fromBase32 } from './byteViews.ts'
import { foldForGate, squeeze } from './canaryForms.ts'

/** Hexadecimal digits by which a hash is known; a CRC-32 has no more. */
const KEY = 8
const LONGEST_VALUE = 120
/** The grades of sources and claims, one under the other, as many briefs explain them, and that read backwards. */
const GRADES = new Set(['abcdef123456', '654321fedcba', '123456fedcba'])
/** What the fonts of a brief are called: letters that count subsets, then a name. */
const FONT_NAME = /^[A-Z]{6}\+Noto[A-Za-z]{4,20}-(?:Regular|Bold)$/
const HASHES = ['md5', 'sha1', 'sha256'] as const
/** Of these. */
const DIGEST_BYTES = new Set([16, 20, 32])
const HEX_RUN = /(?<![0-9A-Za-z])(?:[0-9a-f]{8,128}|[0-9A-F]{8,128})(?![0-9A-Za-z])/g
const SEPARATED = /(?<![0-9A-Za-z])[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){3,63}(?![0-9A-Za-z])/g
const BASE64_RUN = /(?<![0-9A-Za-z+/_-])[0-9A-Za-z+/_-]{22,44}={0,2}(?![0-9A-Za-z+/_=-])/g
/** As many signs as 16, 20 or 32 bytes take. */
const BASE32_RUN =
  /(?<![0-9A-Za-z])(?:(?:[A-Z2-7]{26}|[A-Z2-7]{32}|[A-Z2-7]{52})|(?:[a-z2-7]{26}|[a-z2-7]{32}|[a-z2-7]{52}))={0,6}(?![0-9A-Za-z=])/g

/** A CRC-32 as programs give it: a number, and nothing else in its text. */
const DECIMAL = /^\s*([1-9]\d{7,9})\s*$/

export interface DigestSearch {
  /** The values whose hash is written in a text. */
  inText(text: string): Canary[]
  /** The values whose hash some bytes are. */
  ofBytes(bytes: Uint8Array): Canary[]
}

/** CRC-32, the three hashes, and a half of one. */
const HASH_BYTES = new Set([4, 8, ...DIGEST_BYTES])
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)

export function createDigestSearch(canaries: readonly Canary[]): DigestSearch {
  let table: Map<number, Canary[]> | null = null
  const find = (candidates: readonly string[]): Canary[] => {
    if (candidates.length === 0) return []
    table ??= digestTable(canaries)
    const known = table
    return candidates.flatMap((candidate) =>
      (known.get(Number.parseInt(candidate.slice(0, KEY), 16)) ?? []).filter(({ value }) =>
        hashedForms(value).some((form) => digestsOf(form).some((hex) => hex.startsWith(candidate))),
      ),
    )
  }
  return {
    inText: (text) => find(digestCandidates(text)),
    ofBytes: (bytes) =>
      find(!HASH_BYTES.has(bytes.length) || isUtf16(bytes) ? [] : [Buffer.from(bytes).toString('hex')]),
  }
}

/** Lower-case hexadecimal of everything that could be a hash or the beginning of one. */
function digestCandidates(text: string): string[] {
  if (text.length < KEY) return []
  const hex = [...text.matchAll(HEX_RUN)].map(([run]) => run.toLowerCase())
  const separated = [...text.matchAll(SEPARATED)].map(([run]) => run.replace(/[:-]/g, '').toLowerCase())
  const base64 = [...text.matchAll(BASE64_RUN)]
    .map(([run]) => run)
    .filter((run) => /[\d+/=]/.test(run) && /[A-Z]/.test(run) && /[a-z]/.test(run) && !FONT_NAME.test(run))
    .map((run) => Buffer.from(run, 'base64'))
    .filter(({ length }) => DIGEST_BYTES.has(length))
    .map((bytes) => bytes.toString('hex'))
  const base32 = [...text.matchAll(BASE32_RUN)]
    .filter(([run]) => /\d/.test(run))
    .map(([run]) => fromBase32(run).toString('hex'))
  const decimal = Number(DECIMAL.exec(text)?.[1] ?? 0)
    .toString(16)
    .padStart(KEY, '0')
  // Digits alone are a date or a code of a vocabulary.
  return [...hex, ...separated, ...base64, ...base32, decimal].filter(
    (each) => each.length >= KEY && /[a-f]/.test(each) && !GRADES.has(each),
  )
}

/** Values by the first digits of their hashes; a key of numbers, since there are dozens for each value. */
function digestTable(canaries: readonly Canary[]): Map<number, Canary[]> {
  const table = new Map<number, Canary[]>()
  const seen = new Set<string>()
  for (const canary of canaries) {
    // Times of entry are many, and nobody hashes them.
    const isTime = canary.protected === 'date' && canary.value.includes('T')
    if (isTime || canary.value.length > LONGEST_VALUE || seen.has(canary.value)) continue
    seen.add(canary.value)
    for (const form of hashedForms(canary.value)) {
      for (const key of keysOf(form)) {
        const list = table.get(key)
        if (list === undefined) table.set(key, [canary])
        else if (list.at(-1) !== canary) list.push(canary)
      }
    }
  }
  return table
}

const keysOf = (form: string): number[] => [
  ...HASHES.map((kind) => hash(kind, form, 'buffer').readUInt32BE()),
  crc32(form),
]

const digestsOf = (form: string): string[] => [
  ...HASHES.map((kind) => hash(kind, form, 'hex')),
  crc32(form).toString(16).padStart(KEY, '0'),
]

/** As typed, in small and capital letters, without spaces, with the line end that a shell adds, part by part. */
function hashedForms(value: string): string[] {
  const small = value.toLowerCase()
  const parts = value.split(/[\s,]+/).filter((part) => part.length >= 4)
  const several = parts.length > 1 ? [...parts, ...parts.map((part) => part.toLowerCase())] : []
  const swapped = parts.length > 1 ? swappedForms(parts) : []
  const forms = new Set([
    value,
    small,
    value.toUpperCase(),
    `${value}\n`,
    small.replace(/\s+/g, ''),
    ...['_', '.', '-'].flatMap((sign) => [value, small].map((each) => each.replace(/\s+/g, sign))),
    squeeze(foldForGate(value)),
    ...several,
    ...swapped,
  ])
  return [...forms]
}

/** "Surname Name", and as lists write it. */
function swappedForms(parts: readonly string[]): string[] {
  const last = parts.at(-1) ?? ''
  const turned = [[...parts].reverse().join(' '), `${last}, ${parts.slice(0, -1).join(' ')}`]
  return [...turned, ...turned.map((form) => form.toLowerCase())]
}
