/**
 * The two pages at the start of a log: who can open it, and which epoch its frames belong to.
 *
 * | offset | length | field |
 * |---|---|---|
 * | 0 | 8 | magic |
 * | 8 | 4 | format version, 1 |
 * | 12 | 4 | n, length of the JSON |
 * | 16 | 8 | 0: the length of the file is not known beforehand |
 * | 24 | 32 | SHA-256 of bytes 0 to 23 |
 * | 56 | n | JSON, UTF-8; zeros up to 4032 |
 * | 4032 | 32 | HMAC-SHA256 of bytes 0 to 4031 |
 * | 4064 | 32 | SHA-256 of bytes 0 to 4063 |
 *
 * Bytes 0 to 55 keep their place in every format, so that an older program tells a newer file from a damaged one. The
 * checksum has no key: it tells damage from a wrong passphrase before the slow derivation, and protects from nobody.
 */
import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type KeySlot, keySlotSchema, MAX_SLOTS } from '../keySlot.ts'
import { VaultFailure } from '../vaultError.ts'
import { FORMAT_VERSION, HASH_LENGTH, MAGIC, PAGE_LENGTH, SUITE } from './layout.ts'

const PREAMBLE_LENGTH = 56
const MAC_OFFSET = PAGE_LENGTH - 2 * HASH_LENGTH
const CHECKSUM_OFFSET = PAGE_LENGTH - HASH_LENGTH

const hexOf16Bytes = z.string().regex(/^[0-9a-f]{32}$/)
const superblockSchema = z.strictObject({
  suite: z.literal(SUITE),
  /** The same in every file of one log. */
  fileId: hexOf16Bytes,
  /** Random for every file written. */
  epoch: hexOf16Bytes,
  /** Raised by every change of this page; of two intact pages the higher one counts. */
  counter: z.int().min(1),
  /** Raised by every file written for this log. */
  generation: z.int().min(1),
  slots: z.array(keySlotSchema).min(1).max(MAX_SLOTS),
})

export interface Superblock {
  readonly fileId: string
  readonly epoch: string
  readonly counter: number
  readonly generation: number
  readonly slots: readonly KeySlot[]
}

export type SuperblockPage =
  | { readonly kind: 'intact'; readonly superblock: Superblock; readonly page: Buffer }
  | { readonly kind: 'other-version'; readonly version: number }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'not-a-log' }

/** The page for a superblock. Throws `vault/too-many-slots` when it does not fit. */
export function packSuperblock(superblock: Superblock, macKey: Uint8Array): Buffer {
  const json = Buffer.from(JSON.stringify({ suite: SUITE, ...superblock }), 'utf8')
  if (PREAMBLE_LENGTH + json.length > MAC_OFFSET) throw new VaultFailure({ code: 'vault/too-many-slots' })
  const page = Buffer.alloc(PAGE_LENGTH)
  MAGIC.copy(page, 0)
  page.writeUInt32BE(FORMAT_VERSION, 8)
  page.writeUInt32BE(json.length, 12)
  sha256(page.subarray(0, 24)).copy(page, 24)
  json.copy(page, PREAMBLE_LENGTH)
  macOf(page, macKey).copy(page, MAC_OFFSET)
  sha256(page.subarray(0, CHECKSUM_OFFSET)).copy(page, CHECKSUM_OFFSET)
  return page
}

/** What a page says before any key is known. `page` may be cut short. */
export function readSuperblockPage(untrustedPage: Buffer): SuperblockPage {
  if (!untrustedPage.subarray(0, MAGIC.length).equals(MAGIC)) return { kind: 'not-a-log' }
  if (untrustedPage.length < PREAMBLE_LENGTH) return { kind: 'damaged' }
  if (!sha256(untrustedPage.subarray(0, 24)).equals(untrustedPage.subarray(24, PREAMBLE_LENGTH))) {
    return { kind: 'damaged' }
  }
  const version = untrustedPage.readUInt32BE(8)
  if (version !== FORMAT_VERSION) return { kind: 'other-version', version }
  if (untrustedPage.length < PAGE_LENGTH) return { kind: 'damaged' }
  const checksum = untrustedPage.subarray(CHECKSUM_OFFSET, PAGE_LENGTH)
  if (!sha256(untrustedPage.subarray(0, CHECKSUM_OFFSET)).equals(checksum)) return { kind: 'damaged' }
  const length = untrustedPage.readUInt32BE(12)
  if (PREAMBLE_LENGTH + length > MAC_OFFSET) return { kind: 'damaged' }
  const parsed = superblockSchema.safeParse(
    parseJson(untrustedPage.toString('utf8', PREAMBLE_LENGTH, PREAMBLE_LENGTH + length)),
  )
  if (!parsed.success) return { kind: 'damaged' }
  const { suite: _suite, ...superblock } = parsed.data
  return { kind: 'intact', superblock, page: Buffer.from(untrustedPage.subarray(0, PAGE_LENGTH)) }
}

/** True when the page was written by somebody who holds the data key. */
export function isAuthenticPage(page: Buffer, macKey: Uint8Array): boolean {
  return timingSafeEqual(macOf(page, macKey), page.subarray(MAC_OFFSET, CHECKSUM_OFFSET))
}

function macOf(page: Buffer, macKey: Uint8Array): Buffer {
  return createHmac('sha256', createSecretKey(macKey)).update(page.subarray(0, MAC_OFFSET)).digest()
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function parseJson(untrustedText: string): unknown {
  try {
    return JSON.parse(untrustedText)
  } catch {
    return null
  }
}
