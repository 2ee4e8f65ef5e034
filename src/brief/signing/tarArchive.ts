/**
 * A tar archive (POSIX ustar) of a brief and its signatures, to be sealed as one file. Written without time, owner or
 * anything else that is not in the files; read strictly: plain files with plain names, nothing besides.
 *
 * | offset | length | field of a header, 512 bytes |
 * |---|---|---|
 * | 0 | 100 | name |
 * | 100 | 8, 8, 8 | mode, owner, group: octal |
 * | 124 | 12 | size, octal |
 * | 136 | 12 | time, octal: 0 |
 * | 148 | 8 | sum of the header's bytes with this field as spaces, octal |
 * | 156 | 1 | type: `0`, a file |
 * | 257 | 8 | `ustar`, NUL, `00` |
 */
const BLOCK = 512
const SIZE_AT = 124
const SUM_AT = 148
const TYPE_AT = 156
const MAGIC_AT = 257
const MAGIC = 'ustar\u000000'
/** A name that means the same on every system, and no folder. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,98}$/

export interface ArchiveFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Files in the order given. Throws for a name that is not plain. */
export function writeTar(files: readonly ArchiveFile[]): Uint8Array {
  const parts = files.flatMap(({ name, bytes }) => [
    headerOf(name, bytes.length),
    bytes,
    new Uint8Array(padding(bytes.length)),
  ])
  return new Uint8Array(Buffer.concat([...parts, new Uint8Array(2 * BLOCK)]))
}

/**
 * Null when it is no archive, or one with links, folders, odd names or two files of one name: what somebody sealed for
 * us is somebody else's file.
 */
export function readTar(untrusted: Uint8Array): readonly ArchiveFile[] | null {
  if (untrusted.length % BLOCK !== 0) return null
  const files: ArchiveFile[] = []
  for (let at = 0; at + BLOCK <= untrusted.length; ) {
    const header = untrusted.subarray(at, at + BLOCK)
    if (isZero(header)) return isZero(untrusted.subarray(at)) && files.length > 0 ? files : null
    const entry = readHeader(header)
    if (entry === null || files.some(({ name }) => name.toLowerCase() === entry.name.toLowerCase()))
      return null
    const start = at + BLOCK
    const end = start + entry.size
    if (end > untrusted.length) return null
    files.push({ name: entry.name, bytes: untrusted.slice(start, end) })
    at = end + padding(entry.size)
  }
  return null
}

function headerOf(name: string, size: number): Uint8Array {
  if (!PLAIN_NAME.test(name)) throw new RangeError('archive/name-not-plain')
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0, 'latin1')
  header.write(`0000600\u0000${'0000000\u0000'.repeat(2)}`, 100, 'latin1')
  header.write(`${octal(size)}\u0000${octal(0)}\u0000`, SIZE_AT, 'latin1')
  header.write('0', TYPE_AT, 'latin1')
  header.write(MAGIC, MAGIC_AT, 'latin1')
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\u0000 `, SUM_AT, 'latin1')
  return header
}

const octal = (value: number): string => value.toString(8).padStart(11, '0')
const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK

function readHeader(header: Uint8Array): { readonly name: string; readonly size: number } | null {
  const text = new TextDecoder('latin1').decode(header)
  const name = (text.slice(0, 100).split('\u0000')[0] ?? '').replace(/^\.\//, '')
  const size = octalAt(text, SIZE_AT, 12)
  const sum = octalAt(text, SUM_AT, 8)
  const isFile = text[TYPE_AT] === '0' || text[TYPE_AT] === '\u0000'
  const isUstar = text.startsWith('ustar', MAGIC_AT)
  if (size === null || !isFile || !isUstar || !PLAIN_NAME.test(name)) return null
  return sum === sumOf(header) ? { name, size } : null
}

/** Octal digits that a NUL or a space ends; null for anything else. */
function octalAt(text: string, at: number, length: number): number | null {
  const digits = text
    .slice(at, at + length)
    .replaceAll('\u0000', ' ')
    .trim()
  return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : null
}

function sumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= SUM_AT && at < SUM_AT + 8 ? 32 : byte), 0)
}

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)
