/**
 * File format 0 of a log: one sealed body in one file. Owns the bytes, not the disk. Also in docs/format/vault-v0.md.
 *
 *   offset  length  field
 *   0       8       magic "DAYBOOK" 0x00                                   ┐ preamble: the same in every
 *   8       4       format version, u32                                    │ later format, so that an older
 *   12      4       h: length of the header, u32                           │ program can say "newer" and not
 *   16      8       length of the whole file, u64                          │ "damaged"
 *   24      32      SHA-256 of bytes 0–23                                  ┘
 *   56      h       header, JSON in UTF-8: suite, file id, save counter, key slot
 *   56+h    32      SHA-256 of everything before
 *   88+h    24      nonce
 *   112+h   n       ciphertext (body.ts); associated data: bytes 0 to 87+h
 *   112+h+n 16      tag
 *   128+h+n 32      SHA-256 of everything before
 *
 * Integers are big-endian. The checksums have no key: they tell damage from a wrong passphrase before any derivation.
 * They protect from nothing else; that is the tag's and the key slot's work.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { err, ok, type Result } from '../core/result.ts'
import { KEY_LENGTH, open, SEAL_OVERHEAD, seal } from './cipher.ts'
import { hkdfSha256 } from './hkdf.ts'
import { SALT_LENGTH } from './kdf.ts'
import { isWithinKdfLimits } from './kdfParams.ts'
import { COMMITMENT_LENGTH, WRAPPED_KEY_LENGTH } from './keySlot.ts'
import type { Secret } from './secret.ts'
import type { DamageWhere, VaultError } from './vaultError.ts'

export const FORMAT_VERSION = 0
export const SUITE = 'argon2id+xaes-256-gcm+zstd'
export const FILE_ID_LENGTH = 16
/** Node reads and seals at most 2 GiB in one piece. */
export const MAX_FILE_LENGTH = 2 ** 31 - 2 ** 20

const MAGIC = Buffer.from('DAYBOOK\0', 'latin1')
const DIGEST_LENGTH = 32
const PREAMBLE_CHECKED_LENGTH = 24
const PREAMBLE_LENGTH = PREAMBLE_CHECKED_LENGTH + DIGEST_LENGTH
const MAX_HEADER_LENGTH = 64 * 1024

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length * 2}}$`))

const headerSchema = z.strictObject({
  suite: z.literal(SUITE),
  fileId: hex(FILE_ID_LENGTH),
  counter: z.int().min(1),
  slot: z.strictObject({
    // Any integer here: the limits have an error of their own.
    kdf: z.strictObject({ name: z.literal('argon2id'), memoryKiB: z.int(), passes: z.int(), lanes: z.int() }),
    salt: hex(SALT_LENGTH),
    commitment: hex(COMMITMENT_LENGTH),
    wrappedKey: hex(WRAPPED_KEY_LENGTH),
  }),
})

/** What stands readable at the start of a log: `counter` is the number of saves since it was created. */
export type VaultHeader = Readonly<z.infer<typeof headerSchema>>

/** A file whose checksums, version, header and limits are in order, and whose body is still sealed. */
export interface SealedVault {
  readonly header: VaultHeader
  readonly associatedData: Buffer
  readonly sealedBody: Buffer
  /** The checksum at the end of the file, in hex: names these exact bytes. */
  readonly digest: string
}

/** A whole log file, and the checksum at its end in hex. */
export interface VaultFile {
  readonly bytes: Buffer
  readonly digest: string
}

/** Seals `body` (see body.ts) under the data key and lays out the whole file. */
export function sealVault(header: VaultHeader, dataKey: Secret, body: Uint8Array): VaultFile {
  const headerBytes = Buffer.from(JSON.stringify(header), 'utf8')
  const sealedLength = body.length + SEAL_OVERHEAD
  const preamble = Buffer.alloc(PREAMBLE_CHECKED_LENGTH)
  MAGIC.copy(preamble)
  preamble.writeUInt32BE(FORMAT_VERSION, 8)
  preamble.writeUInt32BE(headerBytes.length, 12)
  preamble.writeBigUInt64BE(
    BigInt(PREAMBLE_LENGTH + headerBytes.length + DIGEST_LENGTH + sealedLength + DIGEST_LENGTH),
    16,
  )
  const head = withChecksum(Buffer.concat([withChecksum(preamble), headerBytes]))
  const bodyKey = deriveBodyKey(dataKey, header)
  const sealedBody = seal(bodyKey, body, head)
  bodyKey.fill(0)
  const bytes = withChecksum(Buffer.concat([head, sealedBody]))
  return { bytes, digest: bytes.subarray(-DIGEST_LENGTH).toString('hex') }
}

/**
 * Checks a file in the order that tells causes apart: length and checksums (`vault/damaged`), version
 * (`vault/newer-version`), header, limits of the key derivation (`vault/unsafe-parameters`). Derives nothing.
 */
export function readVault(untrustedBytes: Buffer): Result<SealedVault, VaultError> {
  if (untrustedBytes.length === 0) return damaged('empty')
  const magic = untrustedBytes.subarray(0, MAGIC.length)
  if (!magic.equals(MAGIC.subarray(0, magic.length))) return damaged('not-a-log')
  if (untrustedBytes.length < PREAMBLE_LENGTH) return damaged('length')
  if (!hasChecksum(untrustedBytes.subarray(0, PREAMBLE_LENGTH))) return damaged('preamble')
  // Only now may the version be believed: a flipped bit in it must not send anybody looking for a newer program.
  const version = untrustedBytes.readUInt32BE(8)
  if (version > FORMAT_VERSION) return err({ code: 'vault/newer-version', version })
  if (untrustedBytes.readBigUInt64BE(16) !== BigInt(untrustedBytes.length)) return damaged('length')
  const headerLength = untrustedBytes.readUInt32BE(12)
  const bodyAt = PREAMBLE_LENGTH + headerLength + DIGEST_LENGTH
  const bodyEnd = untrustedBytes.length - DIGEST_LENGTH
  if (headerLength > MAX_HEADER_LENGTH || bodyAt + SEAL_OVERHEAD > bodyEnd) return damaged('length')
  const associatedData = untrustedBytes.subarray(0, bodyAt)
  if (!hasChecksum(associatedData)) return damaged('header')
  if (!hasChecksum(untrustedBytes)) return damaged('checksum')
  const header = parseHeader(untrustedBytes.subarray(PREAMBLE_LENGTH, PREAMBLE_LENGTH + headerLength))
  if (header === null) return damaged('header')
  if (!isWithinKdfLimits(header.slot.kdf)) return err({ code: 'vault/unsafe-parameters' })
  return ok({
    header,
    associatedData,
    sealedBody: untrustedBytes.subarray(bodyAt, bodyEnd),
    digest: untrustedBytes.subarray(bodyEnd).toString('hex'),
  })
}

/** The body under the data key; `vault/damaged` when header or body are not what was sealed with it. */
export function openBody(sealed: SealedVault, dataKey: Secret): Result<Buffer, VaultError> {
  const bodyKey = deriveBodyKey(dataKey, sealed.header)
  const body = open(bodyKey, sealed.sealedBody, sealed.associatedData)
  bodyKey.fill(0)
  return body === null ? damaged('body') : ok(body)
}

function deriveBodyKey(dataKey: Secret, header: VaultHeader): Buffer {
  const fileId = Buffer.from(header.fileId, 'hex')
  return dataKey.use((bytes) =>
    hkdfSha256(bytes, fileId, Buffer.from('daybook/v0/body', 'ascii'), KEY_LENGTH),
  )
}

function parseHeader(untrustedHeader: Buffer): VaultHeader | null {
  let untrustedJson: unknown
  try {
    untrustedJson = JSON.parse(untrustedHeader.toString('utf8'))
  } catch {
    return null
  }
  return headerSchema.safeParse(untrustedJson).data ?? null
}

function withChecksum(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, createHash('sha256').update(bytes).digest()])
}

/** True when the last 32 bytes are the SHA-256 of those before them. */
function hasChecksum(bytes: Buffer): boolean {
  const at = bytes.length - DIGEST_LENGTH
  return createHash('sha256').update(bytes.subarray(0, at)).digest().equals(bytes.subarray(at))
}

function damaged(where: DamageWhere): Result<never, VaultError> {
  return err({ code: 'vault/damaged', where })
}
