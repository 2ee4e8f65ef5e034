/**
 * Files that are no PDF, JSON or picture, as far as they leak by their form: archives, whose headers hold names and
 * times, and signatures in minisign's format, whose default comment says when which file was signed.
 */
import type { Finding } from './finding.ts'
import { latin1 } from './pdfTokens.ts'

const ARCHIVES: readonly (readonly [name: string, at: number, start: string])[] = [
  ['zip', 0, 'PK\x03\x04'],
  ['gzip', 0, '\x1f\x8b'],
  ['bzip2', 0, 'BZh'],
  ['xz', 0, '\xfd7zXZ\0'],
  ['zstd', 0, '\x28\xb5\x2f\xfd'],
  ['7z', 0, "7z\xbc\xaf'\x1c"],
  ['rar', 0, 'Rar!'],
  ['tar', 257, 'ustar'],
]
const SIGNATURE =
  /^untrusted comment: ([^\r\n]*)\r?\n[A-Za-z0-9+/=]+\r?\ntrusted comment: ([^\r\n]*)\r?\n[A-Za-z0-9+/=]+\s*$/
/** Times, paths, addresses, names of files. */
const TELLING = /\d{4}|[/\\@]|\bfile:|\btimestamp:|\.[A-Za-z]{2,5}\b/

/** Findings of such a file; null when it is of no known kind. */
export function otherFindings(bytes: Uint8Array): Finding[] | null {
  const start = latin1(bytes.subarray(0, 512))
  const archive = ARCHIVES.find(([, at, mark]) => start.startsWith(mark, at))
  if (archive !== undefined)
    return [
      { class: 'file/archive', where: 'file', detail: `${archive[0]}: unpack it and check what is inside` },
    ]
  const signature = SIGNATURE.exec(latin1(bytes.subarray(0, 4096)))
  if (signature === null) return null
  return signature.slice(1).flatMap((comment, index) =>
    TELLING.test(comment)
      ? [
          {
            class: 'file/signature-comment' as const,
            where: `line ${1 + 2 * index}`,
            detail: 'says more than that it is signed',
          },
        ]
      : [],
  )
}
