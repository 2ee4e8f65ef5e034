/** What may happen to small.daybook, and what must come of it: part of makeVaultVectors.ts. */
import { toHex } from './primitivesByTheBook.ts'

interface Change {
  readonly at: number
  /** Two hex digits. */
  readonly xor: string
}

/** In both superblocks, at an offset in the page. */
const inBoth = (at: number, xor: string): Change[] => [
  { at, xor },
  { at: at + 4096, xor },
]

/** Changes that a reader must see through. `bytes`: of small.daybook. */
export function acceptedChanges(bytes: Buffer) {
  return [
    { name: 'superblock A', changes: [{ at: 100, xor: '01' }], repaired: true },
    { name: 'superblock B', changes: [{ at: 4096, xor: '80' }], repaired: true },
    { name: 'commit record A', changes: [{ at: 8192 + 20, xor: '01' }], repaired: true },
    { name: 'commit record B', changes: [{ at: 12_288 + 95, xor: '01' }], repaired: true },
    { name: 'behind a commit record', changes: [{ at: 8192 + 96, xor: 'ff' }], repaired: false },
    { name: 'before the frames', changes: [{ at: bytes.indexOf('DBF1') - 1, xor: 'ff' }], repaired: false },
    { name: 'a reserve', changes: [], zerosBehind: 5000, repaired: false },
  ]
}

/** Changes that a reader must refuse, with the error. `bytes`: of small.daybook. */
export function refusedChanges(bytes: Buffer) {
  const json = (text: string) => bytes.indexOf(text)
  const starts: number[] = []
  for (let at = 16_384; at < bytes.length; at += 44 + bytes.readUInt32BE(at + 4)) starts.push(at)
  const damaged = (where: string, at?: number) => ({
    code: 'vault/damaged',
    where,
    ...(at === undefined ? {} : { at }),
  })
  const superblock = damaged('superblock', 0)
  const [first = 0] = starts
  const ends = starts.findIndex((start) => bytes[start + 8] === 3)
  const end = starts[ends] ?? 0
  const edit = starts[ends + 1] ?? 0
  const more = starts[ends + 2] ?? 0
  const last = starts.at(-1) ?? 0
  const frame = (name: string, start: number, offset: number, xor = '01') => ({
    name,
    changes: [{ at: start + offset, xor }],
    error: damaged('frame', start),
  })
  return [
    { name: 'both magics', changes: inBoth(0, '20'), error: damaged('not-a-log') },
    { name: 'both preamble checksums', changes: inBoth(24, '01'), error: superblock },
    {
      name: 'version 3 on both pages',
      changes: inBoth(11, '02'),
      fixChecksums: true,
      error: { code: 'vault/newer-version', version: 3 },
    },
    {
      name: 'version 3 on the first page',
      changes: [{ at: 11, xor: '02' }],
      fixChecksums: true,
      error: { code: 'vault/newer-version', version: 3 },
    },
    {
      name: 'version 0 on both pages',
      changes: inBoth(11, '01'),
      fixChecksums: true,
      error: { code: 'vault/older-version', version: 0 },
    },
    { name: 'JSON of both pages', changes: inBoth(json('fileId'), '01'), error: superblock },
    { name: 'zeros of both pages', changes: inBoth(4031, '01'), error: superblock },
    { name: 'both checksums', changes: inBoth(4064, '01'), error: superblock },
    {
      name: 'another suite',
      changes: inBoth(json('argon2id'), '01'),
      fixChecksums: true,
      error: superblock,
    },
    {
      name: 'less memory than the floor',
      changes: inBoth(json('65536'), '02'),
      fixChecksums: true,
      error: { code: 'vault/unsafe-parameters' },
    },
    {
      name: 'another salt in every slot',
      changes: allOffsets(bytes, '"salt":"').map((at) => ({ at: at + 8, xor: hexSwap(bytes, at + 8) })),
      fixChecksums: true,
      error: { code: 'vault/wrong-passphrase' },
    },
    {
      name: 'another commitment in every slot',
      changes: allOffsets(bytes, '"commitment":"').map((at) => ({
        at: at + 14,
        xor: hexSwap(bytes, at + 14),
      })),
      fixChecksums: true,
      error: { code: 'vault/wrong-passphrase' },
    },
    {
      name: 'another wrapped key in every slot',
      changes: allOffsets(bytes, '"wrappedKey":"').map((at) => ({
        at: at + 14,
        xor: hexSwap(bytes, at + 14),
      })),
      fixChecksums: true,
      error: damaged('key'),
    },
    {
      name: 'another generation',
      changes: inBoth(json('"generation":') + 13, '02'),
      fixChecksums: true,
      error: superblock,
    },
    {
      name: 'zeros of both pages, with checksums made right',
      changes: inBoth(4031, '01'),
      fixChecksums: true,
      error: superblock,
    },
    {
      name: 'both commit records',
      changes: [
        { at: 8192 + 8, xor: '01' },
        { at: 12_288 + 64, xor: '01' },
      ],
      error: damaged('commit-record', 8192),
    },
    frame('magic of the first frame', first, 0),
    frame('length of the first frame', first, 7),
    frame('length of the first frame, beyond the limit', first, 4, '80'),
    frame('type of the first frame', first, 8, '03'),
    frame('flags of the first frame', first, 9),
    frame('reserved bytes of the first frame', first, 10),
    frame('sequence number of the first frame', first, 19),
    frame('nonce of the first frame', first, 20),
    frame('ciphertext of the first frame', first, 44),
    frame('type of the snapshot end', end, 8, '07'),
    { name: 'tag of the snapshot end', changes: [{ at: edit - 1, xor: '80' }], error: damaged('frame', end) },
    frame('a transaction', edit, 60),
    frame('flag 2 of a transaction in two frames', more, 9, '02'),
    frame('the last transaction', last, 50),
    { name: 'last byte', changes: [{ at: bytes.length - 1, xor: '01' }], error: damaged('frame', last) },
    { name: 'empty', truncateTo: 0, error: damaged('empty') },
    { name: 'cut in the magic', truncateTo: 5, error: damaged('not-a-log') },
    { name: 'cut in the preamble', truncateTo: 30, error: superblock },
    { name: 'cut in the first page', truncateTo: 4000, error: superblock },
    { name: 'cut behind the pages', truncateTo: 8192, error: damaged('commit-record', 8192) },
    { name: 'cut behind the commit records', truncateTo: 16_384, error: damaged('length', 16_384) },
    { name: 'cut between two frames', truncateTo: last, error: damaged('length', last) },
    {
      name: 'zeros in the place of the last transaction',
      truncateTo: last,
      zerosBehind: 5000,
      error: damaged('frame', last),
    },
    { name: 'cut by one byte', truncateTo: bytes.length - 1, error: damaged('length', bytes.length - 1) },
  ]
}

function allOffsets(bytes: Buffer, text: string): number[] {
  const offsets: number[] = []
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) offsets.push(at)
  return offsets
}

/** What turns a hex digit into another one. */
function hexSwap(bytes: Buffer, at: number): string {
  const digit = String.fromCharCode(bytes[at] ?? 0)
  const other = digit === '0' ? '1' : '0'
  return toHex(Uint8Array.of(digit.charCodeAt(0) ^ other.charCodeAt(0)))
}
