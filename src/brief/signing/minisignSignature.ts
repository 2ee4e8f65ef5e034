/**
 * Signatures in minisign's file format, which `minisign -V` reads. Four lines:
 *
 *     untrusted comment: …
 *     base64 of: algorithm (2), key id (8), Ed25519 signature (64)
 *     trusted comment: …
 *     base64 of: Ed25519 signature of the signature above and the trusted comment (64)
 *
 * Algorithm `ED` signs the BLAKE2b-512 of the file, `Ed` (older) the file itself. We write `ED` with comments that are
 * the same for everybody, every file and every day, so that a signature tells nothing but the key; we read both.
 */
import sodium from 'libsodium-wrappers-sumo'
import { err, ok, type Result } from '../../core/result.ts'
import { fromBase64, toBase64 } from './exactBase64.ts'
import { KEY_ID_LENGTH, type MinisignPublicKey, type MinisignSecretKey } from './minisignKey.ts'

/** What minisign itself writes: it does not tell which program signed. */
export const UNTRUSTED_COMMENT = 'signature from minisign secret key'
/** Signed along; minisign's own would hold the time and the file's name. */
export const TRUSTED_COMMENT = 'brief'

const SIGNATURE_LENGTH = 64
const UNTRUSTED_PREFIX = 'untrusted comment: '
const TRUSTED_PREFIX = 'trusted comment: '
const HASH_LENGTH = 64
/** Longer comments than minisign itself takes are nobody's signature. */
const LONGEST_FILE = 20_000

export type SignatureError =
  /** No signature file, or an altered one. */
  | 'signature/unreadable'
  /** Made with another key than the one given. */
  | 'signature/other-key'
  /** The file, the signature or its comment was altered. */
  | 'signature/wrong'

export interface MinisignSignature {
  /** True for `ED`. */
  readonly isPrehashed: boolean
  readonly keyId: Uint8Array
  readonly trustedComment: string
  readonly signature: Uint8Array
  readonly globalSignature: Uint8Array
}

/** The text of the `.minisig` file for these bytes; the same bytes and key give the same text. */
export async function signBytes(bytes: Uint8Array, { secretKey, keyId }: MinisignSecretKey): Promise<string> {
  await sodium.ready
  const signature = sodium.crypto_sign_detached(hashOf(bytes), secretKey)
  const trustedComment = TRUSTED_COMMENT
  const globalSignature = sodium.crypto_sign_detached(globalMessage({ signature, trustedComment }), secretKey)
  return signatureText({ isPrehashed: true, keyId, trustedComment, signature, globalSignature })
}

/**
 * Checks bytes against the text of a `.minisig` file. A signature that says what ours say must be ours to the last byte,
 * its unsigned comment too.
 */
export async function verifyBytes(
  bytes: Uint8Array,
  untrustedSignature: string,
  { keyId, key }: MinisignPublicKey,
): Promise<Result<MinisignSignature, SignatureError>> {
  await sodium.ready
  const parsed = parseSignature(untrustedSignature)
  if (parsed === null) return err('signature/unreadable')
  if (!sameBytes(parsed.keyId, keyId)) return err('signature/other-key')
  const message = parsed.isPrehashed ? hashOf(bytes) : bytes
  const isOfFile = sodium.crypto_sign_verify_detached(parsed.signature, message, key)
  const isOfComment = sodium.crypto_sign_verify_detached(parsed.globalSignature, globalMessage(parsed), key)
  return isOfFile && isOfComment ? ok(parsed) : err('signature/wrong')
}

/** Reads a `.minisig` file without checking what it signs; null when it is none. */
export function parseSignature(untrusted: string): MinisignSignature | null {
  if (untrusted.length > LONGEST_FILE) return null
  const lines = untrusted.replace(/\r?\n$/, '').split(/\r?\n/)
  const [comment = '', first = '', trusted = '', second = ''] = lines
  if (lines.length !== 4) return null
  if (!comment.startsWith(UNTRUSTED_PREFIX) || !trusted.startsWith(TRUSTED_PREFIX)) return null
  const signed = fromBase64(first, 2 + KEY_ID_LENGTH + SIGNATURE_LENGTH)
  const globalSignature = fromBase64(second, SIGNATURE_LENGTH)
  if (signed === null || globalSignature === null) return null
  const algorithm = new TextDecoder('latin1').decode(signed.subarray(0, 2))
  if (algorithm !== 'ED' && algorithm !== 'Ed') return null
  const parsed: MinisignSignature = {
    isPrehashed: algorithm === 'ED',
    keyId: signed.slice(2, 2 + KEY_ID_LENGTH),
    trustedComment: trusted.slice(TRUSTED_PREFIX.length),
    signature: signed.slice(2 + KEY_ID_LENGTH),
    globalSignature,
  }
  const isInOurForm = parsed.trustedComment !== TRUSTED_COMMENT || signatureText(parsed) === untrusted
  return isInOurForm ? parsed : null
}

function signatureText(parts: MinisignSignature): string {
  const algorithm = new TextEncoder().encode(parts.isPrehashed ? 'ED' : 'Ed')
  const signed = toBase64(Buffer.concat([algorithm, parts.keyId, parts.signature]))
  return [
    `${UNTRUSTED_PREFIX}${UNTRUSTED_COMMENT}`,
    signed,
    `${TRUSTED_PREFIX}${parts.trustedComment}`,
    toBase64(parts.globalSignature),
    '',
  ].join('\n')
}

const hashOf = (bytes: Uint8Array): Uint8Array => sodium.crypto_generichash(HASH_LENGTH, bytes, null)

function globalMessage({
  signature,
  trustedComment,
}: Pick<MinisignSignature, 'signature' | 'trustedComment'>): Uint8Array {
  return Buffer.concat([signature, new TextEncoder().encode(trustedComment)])
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
