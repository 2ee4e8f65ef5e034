/**
 * A second reader of logs, written from docs/format/vault-v1.md alone: it imports nothing of the program, so that
 * program and document cannot drift apart together. It reads strictly, and repairs nothing.
 */
import { z } from 'zod'
import { type BookContent, BookError, ContentByTheBook, expectThat } from './contentByTheBook.ts'
import {
  type Argon2Cost,
  argon2id,
  ascii,
  type Bytes,
  fromHex,
  hkdf32,
  hmacSha256,
  join,
  sha256,
  toHex,
  xaesOpen,
} from './primitivesByTheBook.ts'

export type BookKey =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly key: Uint8Array }

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))
const slotSchema = z.strictObject({
  id: hex(8),
  kind: z.enum(['passphrase', 'recovery']),
  kdf: z
    .strictObject({ name: z.literal('argon2id'), memoryKiB: z.int(), passes: z.int(), lanes: z.int() })
    .nullable(),
  salt: hex(16),
  commitment: hex(32),
  wrappedKey: hex(72),
})
const superblockSchema = z.strictObject({
  suite: z.literal('argon2id+hkdf-sha256+xaes-256-gcm+zstd'),
  fileId: hex(16),
  epoch: hex(16),
  counter: z.int().min(1),
  generation: z.int().min(1),
  slots: z.array(slotSchema).min(1).max(6),
})
export type BookSlot = z.infer<typeof slotSchema>
export type BookSuperblock = z.infer<typeof superblockSchema>

export interface BookLog extends BookContent {
  readonly superblock: BookSuperblock
  readonly dataKey: Bytes
  readonly frames: number
  /** Bytes of a torn tail. */
  readonly tornBytes: number
}

/** Everything in the log. Throws `BookError`. */
export async function readVaultByTheBook(file: Uint8Array, key: BookKey): Promise<BookLog> {
  const bytes = new Uint8Array(file)
  const { superblock, page } = readSuperblocks(bytes)
  const fileId = fromHex(superblock.fileId)
  const epoch = fromHex(superblock.epoch)
  const dataKey = await openSlots(superblock, fileId, key)
  const superblockKey = hkdf32(dataKey, fileId, ascii('daybook/v1/superblock'))
  expectThat(isSame(hmacSha256(superblockKey, page.slice(0, 4032)), page.slice(4032, 4064)), 'superblock')
  const commit = readCommit(bytes, hkdf32(dataKey, epoch, ascii('daybook/v1/commit')))
  expectThat(bytes.length >= commit.length, 'length')

  const frameKey = hkdf32(dataKey, epoch, ascii('daybook/v1/frames'))
  const log = new ContentByTheBook()
  let chain = sha256(ascii('daybook/v1/chain'), fileId, epoch)
  /** From here on there are only zeros. */
  const reserve = bytes.findLastIndex((byte) => byte !== 0) + 1
  let at = 16384
  let sequence = 0
  while (at < bytes.length) {
    const frame = await openFrame(bytes, at, frameKey)
    const fits = frame !== null && frame.sequence === sequence && isSame(frame.chain, chain)
    if (!fits) {
      expectThat(at >= commit.length && log.hasSnapshot, 'frame')
      if (at >= reserve) break
      for (let later = at + 1; later < bytes.length; later += 1) {
        const other = await openFrame(bytes, later, frameKey)
        expectThat(other === null || other.settled <= at, 'frame')
      }
      break
    }
    chain = sha256(chain, frame.head, frame.nonce, frame.tag)
    sequence += 1
    at = frame.end
    log.take(frame.type, frame.flags, frame.body, at)
    if (at === commit.length)
      expectThat(isSame(chain, commit.chain) && sequence === commit.sequence, 'history')
    expectThat(at <= commit.length || frame.start >= commit.length, 'history')
  }
  expectThat(log.hasSnapshot, 'snapshot')
  expectThat(log.wholeUntil >= commit.length, 'history')
  return {
    superblock,
    dataKey,
    frames: sequence,
    tornBytes: Math.max(0, reserve - log.wholeUntil),
    ...log.content,
  }
}

interface OpenedFrame {
  readonly start: number
  readonly end: number
  readonly head: Bytes
  readonly nonce: Bytes
  readonly tag: Bytes
  readonly type: number
  readonly flags: number
  readonly sequence: number
  readonly settled: number
  readonly chain: Bytes
  readonly body: Bytes
}

async function openFrame(file: Bytes, start: number, key: Bytes): Promise<OpenedFrame | null> {
  const head = file.slice(start, start + 20)
  if (head.length < 20 || toHex(head.subarray(0, 4)) !== '44424631') return null
  const length = numberAt(head, 4, 4)
  const end = start + 44 + length
  if (length < 60 || length > 134_217_728 || end > file.length) return null
  const nonce = file.slice(start + 20, start + 44)
  const sealed = file.slice(start + 44, end)
  const plaintext = await xaesOpen(key, nonce, sealed, head)
  if (plaintext === null) return null
  const [type = 0, flags = 0] = head.subarray(8)
  const bodyEnd = 44 + numberAt(plaintext, 0, 4)
  if (bodyEnd > plaintext.length) return null
  expectThat(numberAt(head, 10, 2) === 0, 'reserved bytes')
  expectThat(plaintext.length % (type === 4 ? 256 : 1024) === 0, 'padding')
  expectThat(
    plaintext.subarray(bodyEnd).every((byte) => byte === 0),
    'padding',
  )
  return {
    start,
    end,
    head,
    nonce,
    tag: sealed.slice(-16),
    type,
    flags,
    sequence: numberAt(head, 12, 8),
    settled: numberAt(plaintext, 4, 8),
    chain: plaintext.slice(12, 44),
    body: plaintext.slice(44, bodyEnd),
  }
}

function readSuperblocks(file: Bytes): { readonly superblock: BookSuperblock; readonly page: Bytes } {
  expectThat(file.length > 0, 'empty')
  const named = [file.slice(0, 4096), file.slice(4096, 8192)].filter(
    (page) => toHex(page.subarray(0, 8)) === '444159424f4f4b00',
  )
  expectThat(named.length > 0, 'not-a-log')
  const known = named.filter((page) => isSame(sha256(page.slice(0, 24)), page.slice(24, 56)))
  for (const page of known) {
    const version = numberAt(page, 8, 4)
    expectThat(version === 1, version > 1 ? 'vault/newer-version' : 'vault/older-version')
  }
  let best: { superblock: BookSuperblock; page: Bytes } | null = null
  for (const page of known) {
    if (!isSame(sha256(page.slice(0, 4064)), page.slice(4064, 4096))) continue
    const parsed = superblockSchema.safeParse(jsonIn(page.subarray(56, 56 + numberAt(page, 12, 4))))
    if (!parsed.success) continue
    const superblock = parsed.data
    if (best === null || superblock.counter > best.superblock.counter) best = { superblock, page }
  }
  if (best === null) throw new BookError('superblock')
  return best
}

function readCommit(file: Bytes, key: Bytes) {
  const records = [8192, 12288].flatMap((at) => {
    const record = file.slice(at, at + 96)
    if (record.length < 96 || toHex(record.subarray(0, 8)) !== '4442433100000000') return []
    if (!isSame(hmacSha256(key, record.slice(0, 64)), record.slice(64))) return []
    const [counter, length, sequence] = [8, 16, 24].map((offset) => numberAt(record, offset, 8))
    return [{ counter, length, sequence, chain: record.slice(32, 64) }]
  })
  const [best] = records.sort((a, b) => (b.counter ?? 0) - (a.counter ?? 0))
  if (best?.length === undefined || best.sequence === undefined) throw new BookError('commit-record')
  return { length: best.length, sequence: best.sequence, chain: best.chain }
}

async function openSlots({ slots }: BookSuperblock, fileId: Bytes, key: BookKey): Promise<Bytes> {
  for (const { kind, kdf } of slots) {
    const isKnown = kind === 'recovery' ? kdf === null : kdf !== null && isAccepted(kdf)
    expectThat(isKnown, 'vault/unsafe-parameters')
  }
  for (const slot of slots) {
    if (slot.kind !== key.kind) continue
    const slotKey = key.kind === 'recovery' ? new Uint8Array(key.key) : derive(key.passphrase, slot)
    const text = slotText(slot)
    const commitment = hkdf32(slotKey, fileId, join(ascii('daybook/v1/slot/commit'), text))
    if (toHex(commitment) !== slot.commitment) continue
    const wrappingKey = hkdf32(slotKey, fileId, join(ascii('daybook/v1/slot/wrap'), text))
    const wrapped = fromHex(slot.wrappedKey)
    const dataKey = await xaesOpen(wrappingKey, wrapped.slice(0, 24), wrapped.slice(24), join(fileId, text))
    if (dataKey === null) throw new BookError('key')
    return dataKey
  }
  throw new BookError('vault/wrong-passphrase')
}

/** The "slot text" of the document. */
export function slotText({ id, kind, kdf, salt }: Omit<BookSlot, 'commitment' | 'wrappedKey'>): Bytes {
  const cost = kdf === null ? 'none' : `argon2id|m=${kdf.memoryKiB}|t=${kdf.passes}|p=${kdf.lanes}`
  return ascii(`|${id}|${kind}|${cost}|${salt}`)
}

function derive(passphrase: string, { kdf, salt }: BookSlot): Bytes {
  if (kdf === null) throw new BookError('vault/unsafe-parameters')
  return argon2id(passphrase, fromHex(salt), kdf)
}

function isAccepted({ memoryKiB, passes, lanes }: Argon2Cost): boolean {
  return memoryKiB >= 65_536 && memoryKiB <= 1_048_576 && passes >= 2 && passes <= 20 && lanes === 1
}

const isSame = (a: Uint8Array, b: Uint8Array) => toHex(a) === toHex(b)

/** Big-endian. */
function numberAt(bytes: Uint8Array, offset: number, length: number): number {
  return bytes.subarray(offset, offset + length).reduce((value, byte) => value * 256 + byte, 0)
}

function jsonIn(untrustedBytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(untrustedBytes))
  } catch {
    return null
  }
}
