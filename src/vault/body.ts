/**
 * What is sealed inside a log: the caller's JSON and when it was saved, compressed and padded.
 *
 *   offset  length  field
 *   0       8       n: length of the compressed JSON, u64 big-endian
 *   8       n       zstd of {"savedAt": ISO 8601, "data": …} in UTF-8
 *   8+n     …       zeros, up to 4096 or the next Padmé size
 *
 * Padmé (Nikitin et al., PETS 2019, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs")
 * leaves of a size only its order of magnitude and a few bits, for at most 12 % more bytes.
 */
import { constants } from 'node:buffer'
import { promisify } from 'node:util'
import { zstdCompress, zstdDecompress } from 'node:zlib'
import { z } from 'zod'
import { err, ok, type Result } from '../core/result.ts'
import type { VaultError } from './vaultError.ts'

const LENGTH_FIELD = 8
const SMALLEST_BODY = 4096

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

const bodySchema = z.strictObject({ savedAt: z.iso.datetime(), data: z.unknown() })

/** A body as read: the data has been authenticated, not yet parsed. */
export interface VaultBody {
  readonly savedAt: string
  readonly untrustedData: unknown
}

/** Encodes `data`, which must be JSON, with the ISO 8601 time of saving. `vault/too-large` beyond 512 MiB of text. */
export async function encodeBody(data: object, savedAt: string): Promise<Result<Buffer, VaultError>> {
  let json: string
  try {
    json = JSON.stringify({ savedAt, data })
  } catch (thrown) {
    // V8 has no longer strings than this; a cycle in the data, the other cause, is a TypeError and a defect.
    if (thrown instanceof RangeError && !thrown.message.includes('call stack'))
      return err({ code: 'vault/too-large' })
    throw thrown
  }
  const text = Buffer.from(json, 'utf8')
  if (text.length > constants.MAX_STRING_LENGTH) return err({ code: 'vault/too-large' })
  const compressed = await compress(text)
  text.fill(0)
  const body = Buffer.alloc(Math.max(SMALLEST_BODY, padmeLength(LENGTH_FIELD + compressed.length)))
  body.writeBigUInt64BE(BigInt(compressed.length))
  compressed.copy(body, LENGTH_FIELD)
  return ok(body)
}

/** Decodes what `encodeBody` made; `vault/damaged` when it is anything else. Never expands beyond 512 MiB. */
export async function decodeBody(untrustedBody: Buffer): Promise<Result<VaultBody, VaultError>> {
  const damaged = err({ code: 'vault/damaged', where: 'content' } as const)
  if (untrustedBody.length < LENGTH_FIELD) return damaged
  const length = untrustedBody.readBigUInt64BE(0)
  if (length > BigInt(untrustedBody.length - LENGTH_FIELD)) return damaged
  let untrustedJson: unknown
  try {
    const text = await decompress(untrustedBody.subarray(LENGTH_FIELD, LENGTH_FIELD + Number(length)), {
      maxOutputLength: constants.MAX_STRING_LENGTH,
    })
    untrustedJson = JSON.parse(text.toString('utf8'))
    text.fill(0)
  } catch {
    return damaged
  }
  const parsed = bodySchema.safeParse(untrustedJson)
  if (!parsed.success) return damaged
  return ok({ savedAt: parsed.data.savedAt, untrustedData: parsed.data.data })
}

/** The Padmé size for a length of at least 1: its lowest bits, fewer the smaller it is, rounded up to zero. */
export function padmeLength(length: number): number {
  if (length < 2) return length
  const exponent = Math.floor(Math.log2(length))
  const keptBits = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** Math.max(0, exponent - keptBits)
  return Math.ceil(length / step) * step
}
