/**
 * XAES-256-GCM (https://c2sp.org/XAES-256-GCM): AES-256-GCM with a 24-byte nonce that may be drawn at random.
 *
 * Built from `aes-256-ecb` (one subkey per message, NIST SP 800-108 with CMAC) and `aes-256-gcm`, the only two ciphers
 * that both Node and Electron's BoringSSL offer. Not key-committing: keySlot.ts adds the commitment.
 */
import {
  type Cipheriv,
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

export const KEY_LENGTH = 32
export const NONCE_LENGTH = 24
export const TAG_LENGTH = 16
/** What sealing adds to a plaintext: nonce before it, tag behind it. */
export const SEAL_OVERHEAD = NONCE_LENGTH + TAG_LENGTH

/** 24 random bytes: never counted, since a restored backup that is continued would count the same ones again. */
export function randomNonce(): Buffer {
  if (noncesLeft.length < NONCE_LENGTH) noncesLeft = randomBytes(256 * NONCE_LENGTH)
  const nonce = noncesLeft.subarray(0, NONCE_LENGTH)
  noncesLeft = noncesLeft.subarray(NONCE_LENGTH)
  return nonce
}

/** Drawn in advance, since asking the system costs more than using them; each is handed out once. */
let noncesLeft: Buffer = Buffer.alloc(0)

/** Seals `plaintext` under a fresh random nonce. Returns nonce ‖ ciphertext ‖ tag. */
export function seal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Buffer {
  const nonce = randomNonce()
  return Buffer.concat([nonce, sealWithNonce(key, nonce, plaintext, aad)])
}

/** Opens what `seal` made. Returns the plaintext, or null when key, associated data or any byte differ. */
export function open(key: Uint8Array, box: Uint8Array, aad: Uint8Array): Buffer | null {
  if (box.length < SEAL_OVERHEAD) return null
  return openWithNonce(key, box.subarray(0, NONCE_LENGTH), box.subarray(NONCE_LENGTH), aad)
}

/**
 * Seals under a given nonce, which must come from `randomNonce` (or from the published vectors): a nonce used twice
 * under one key gives both messages away. Returns ciphertext ‖ tag.
 */
export function sealWithNonce(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', deriveSubkey(key, nonce), nonce.subarray(12))
  cipher.setAAD(aad)
  const ciphertext = cipher.update(plaintext)
  cipher.final()
  return Buffer.concat([ciphertext, cipher.getAuthTag()])
}

/** Opens ciphertext ‖ tag under a given nonce. Returns null when it does not authenticate. */
export function openWithNonce(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  aad: Uint8Array,
): Buffer | null {
  if (sealed.length < TAG_LENGTH) return null
  const subkey = deriveSubkey(key, nonce)
  const decipher = createDecipheriv('aes-256-gcm', subkey, nonce.subarray(12), { authTagLength: TAG_LENGTH })
  decipher.setAAD(aad)
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_LENGTH))
  const plaintext = decipher.update(sealed.subarray(0, sealed.length - TAG_LENGTH))
  try {
    decipher.final()
  } catch {
    plaintext.fill(0)
    return null
  }
  return plaintext
}

/**
 * Kₓ of the specification, from the key and the first twelve bytes of the nonce. Keys are given to Node as key objects
 * of the moment: for plain bytes Node 24 runs through a caught exception, which costs more than the sealing.
 */
function deriveSubkey(key: Uint8Array, nonce: Uint8Array): KeyObject {
  if (key.length !== KEY_LENGTH) throw new RangeError('XAES-256-GCM needs a key of 32 bytes')
  if (nonce.length !== NONCE_LENGTH) throw new RangeError('XAES-256-GCM needs a nonce of 24 bytes')
  const { ecb, maskBlock } = scheduleOf(key)
  const blocks = Buffer.alloc(32)
  for (const [offset, counter] of [
    [0, 1],
    [16, 2],
  ] as const) {
    blocks.writeUInt16BE(counter, offset)
    blocks[offset + 2] = 0x58
    blocks.set(nonce.subarray(0, 12), offset + 4)
    for (let i = 0; i < 16; i += 1) blocks[offset + i] = (blocks[offset + i] ?? 0) ^ (maskBlock[i] ?? 0)
  }
  const subkey = ecb.update(blocks)
  const keyObject = createSecretKey(subkey)
  subkey.fill(0)
  return keyObject
}

interface KeySchedule {
  readonly key: Buffer
  /** ECB keeps no state between blocks, so one cipher serves every message. */
  readonly ecb: Cipheriv
  /** K1 of CMAC. */
  readonly maskBlock: Buffer
}

/** Of the key used last: a log seals frame after frame under one. */
let lastSchedule: KeySchedule | null = null

function scheduleOf(key: Uint8Array): KeySchedule {
  if (lastSchedule?.key.equals(key) === true) return lastSchedule
  forgetLastKey()
  const ecb = createCipheriv('aes-256-ecb', createSecretKey(key), null).setAutoPadding(false)
  lastSchedule = { key: Buffer.from(key), ecb, maskBlock: doubleInField(ecb.update(Buffer.alloc(16))) }
  return lastSchedule
}

/** Wipes what is kept of the key used last; for whoever wipes keys. */
export function forgetLastKey(): void {
  lastSchedule?.key.fill(0)
  lastSchedule?.maskBlock.fill(0)
  lastSchedule = null
}

/** K1 of CMAC: the block shifted left by one bit, reduced by 0x87 when a bit fell off. */
function doubleInField(block: Buffer): Buffer {
  const doubled = Buffer.alloc(16)
  let carry = 0
  for (let i = 15; i >= 0; i -= 1) {
    const byte = block[i] ?? 0
    doubled[i] = ((byte << 1) | carry) & 0xff
    carry = byte >> 7
  }
  doubled[15] = (doubled[15] ?? 0) ^ (carry * 0x87)
  return doubled
}
