/**
 * Bytes → text, in pieces. UTF-8, and UTF-16 where a byte-order mark says so; anything else is refused, since a
 * guessed code page turns names into other names.
 */
import { UnreadableFile } from './unreadableFile.ts'

const PIECE = 1 << 18
/** How far we look for the NUL bytes that give UTF-16 without a mark, or a binary file, away. */
const SNIFF = 4096

/** A piece of the file, and how much of it has been read, 0 to 1. */
export interface TextPiece {
  readonly text: string
  readonly fraction: number
}

/** Yields the text without its byte-order mark. Throws {@link UnreadableFile} `import/encoding-unreadable`. */
export function* decodeText(bytes: Uint8Array): Generator<TextPiece> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true })
  for (let at = 0; at < bytes.length; at += PIECE) {
    const end = Math.min(at + PIECE, bytes.length)
    yield { text: decode(decoder, bytes.subarray(at, end), end < bytes.length), fraction: end / bytes.length }
  }
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(piece, { stream })
  } catch {
    throw new UnreadableFile('import/encoding-unreadable')
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const header = bytes.subarray(0, SNIFF)
  const lineEnd = header.indexOf(0x0a)
  if (header.subarray(0, lineEnd < 0 ? SNIFF : lineEnd).includes(0)) {
    throw new UnreadableFile('import/encoding-unreadable')
  }
  return 'utf-8'
}

/** The beginning of the text, at most `length` characters, to tell formats apart. Throws as {@link decodeText}. */
export function beginningOf(bytes: Uint8Array, length: number): string {
  // The window may end inside a character: streaming keeps the unfinished one back instead of failing.
  return decode(
    new TextDecoder(encodingOf(bytes), { fatal: true }),
    bytes.subarray(0, length * 2),
    true,
  ).slice(0, length)
}
