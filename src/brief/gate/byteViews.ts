/**
 * Bytes read in every way a value could be written into them: UTF-8, UTF-16 in both orders, hexadecimal, base64.
 * The file is decoded, not the values encoded: there are far more values than files.
 */

export interface ByteView {
  readonly name: string
  readonly text: string
  /** Shorter values turn up in such a view by chance. */
  readonly shortest: number
}

const HEX_RUN = /(?:[0-9A-Fa-f]{2}\s{0,2}){5,}/g
const BASE64_RUN = /[A-Za-z0-9+/_-]{8,}={0,2}/g

/** The views of some bytes; runs of hexadecimal and base64 are joined by line breaks. */
export function byteViews(bytes: Uint8Array): ByteView[] {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const hex = decodedRuns(latin, HEX_RUN, (run) => [Buffer.from(run.replace(/\s/g, ''), 'hex')])
  const base64 = decodedRuns(latin, BASE64_RUN, (run) =>
    // A run may begin before the value's own encoding does, so all four phases are tried.
    [0, 1, 2, 3].map((phase) => Buffer.from(run.slice(phase), 'base64')),
  )
  return [
    { name: 'UTF-8', text: Buffer.from(bytes).toString('utf8'), shortest: 5 },
    ...utf16Views(bytes, 'UTF-16'),
    { name: 'hexadecimal', text: joinUtf8(hex), shortest: 5 },
    ...utf16Views(joinBytes(hex), 'hexadecimal UTF-16'),
    { name: 'base64', text: joinUtf8(base64), shortest: 6 },
  ].filter((view) => view.text !== '')
}

function decodedRuns(text: string, pattern: RegExp, decode: (run: string) => Buffer[]): Buffer[] {
  return [...text.matchAll(pattern)].flatMap(([run]) => decode(run))
}

const joinUtf8 = (runs: readonly Buffer[]): string => runs.map((run) => run.toString('utf8')).join('\n')

/** Joined so that each run begins at an even offset. */
function joinBytes(runs: readonly Buffer[]): Uint8Array {
  return Buffer.concat(runs.flatMap((run) => [run, Buffer.alloc(2 + (run.length % 2))]))
}

function utf16Views(bytes: Uint8Array, name: string): ByteView[] {
  // Plain ASCII read two bytes at a time gives ideographs only, and no value of eight of them exists.
  if (bytes.length < 8 || bytes.every((byte) => byte >= 9 && byte < 0x7f)) return []
  // Both byte orders, and both alignments: a string may begin at an odd place.
  return [
    { name: `${name} big-endian`, text: utf16(bytes, 0, true), shortest: 8 },
    { name: `${name} big-endian, odd`, text: utf16(bytes, 1, true), shortest: 8 },
    { name: `${name} little-endian`, text: utf16(bytes, 0, false), shortest: 8 },
    { name: `${name} little-endian, odd`, text: utf16(bytes, 1, false), shortest: 8 },
  ]
}

function utf16(bytes: Uint8Array, from: number, bigEndian: boolean): string {
  const even = Buffer.from(bytes.subarray(from, bytes.length - ((bytes.length - from) % 2)))
  return (bigEndian ? even.swap16() : even).toString('utf16le')
}
