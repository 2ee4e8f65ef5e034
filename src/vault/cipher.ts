/**
 * XAES-256-GCM (https://c2sp.org/XAES-256-GCM): AES-256-GCM with a 24-byte nonce that may be drawn at random.
 *
 * Built from `aes-256-ecb` (one subkey per message, NIST SP 800-108 with CMAC) and `aes-256-gcm`, the only two ciphers
 * that both Node and Electron's BoringSSL offer. Not key-committing: keySlot.ts adds the commitment.
 */
import {
  type CipherGCM,
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
/** Bytes of a nonce that choose the subkey; the rest is GCM's own nonce. */
const SUBKEY_HALF = 12
/** What sealing adds to a plaintext: nonce before it, tag behind it. */
export const SEAL_OVERHEAD = NONCE_LENGTH + TAG_LENGTH

/** 24 random bytes: never counted, since a restored backup that is continued would count the same ones again. */
function randomNonce(): Buffer {
  if (noncesLeft.length < NONCE_LENGTH) noncesLeft = randomBytes(256 * NONCE_LENGTH)
  const nonce = noncesLeft.subarray(0, NONCE_LENGTH)
  noncesLeft = noncesLeft.subarray(NONCE_LENGTH)
  return nonce
}

/** Drawn in advance, since asking the system costs more than using them; each is handed out once. */
let noncesLeft: Buffer = Buffer.alloc(0)

export interface SealedPiece {
  readonly nonce: Buffer
  readonly ciphertext: Buffer
  readonly tag: Buffer
}

/** Messages sealed under one subkey: far below the 2³² random nonces that GCM allows (NIST SP 800-38D, 8.3). */
const MESSAGES_PER_SUBKEY = 65_536

/**
 * Seals one of many pieces under one key. The nonce is random, but its first half stays for a while: the subkey that
 * it chooses, whose making costs as much as the sealing, serves again. Whoever opens it needs not know.
 */
export function sealPiece(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): SealedPiece {
  const schedule = scheduleOf(key)
  const { nonce, cipher } = schedule.next ?? nextCipher(schedule)
  schedule.next = null
  cipher.setAAD(aad)
  const ciphertext = cipher.update(plaintext)
  cipher.final()
  return { nonce, ciphertext, tag: cipher.getAuthTag() }
}

/** Makes ready for the next piece under this key, while nobody waits for it. */
export function prepareNextPiece(key: Uint8Array): void {
  const schedule = scheduleOf(key)
  schedule.next ??= nextCipher(schedule)
}

/** A cipher for one message, under a nonce that was never used. */
function nextCipher(schedule: KeySchedule): PreparedCipher {
  const nonce = randomNonce()
  if (schedule.sealing === null || schedule.sealing.left === 0) {
    const half = Buffer.from(nonce.subarray(0, SUBKEY_HALF))
    schedule.sealing = { half, subkey: deriveSubkey(schedule, half), left: MESSAGES_PER_SUBKEY }
  }
  const { half, subkey } = schedule.sealing
  schedule.sealing.left -= 1
  nonce.set(half)
  return { nonce, cipher: createCipheriv('aes-256-gcm', subkey, nonce.subarray(SUBKEY_HALF)) }
}

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
  const cipher = createCipheriv('aes-256-gcm', subkeyOf(key, nonce), nonce.subarray(SUBKEY_HALF))
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
  const iv = nonce.subarray(SUBKEY_HALF)
  const decipher = createDecipheriv('aes-256-gcm', openingKeyOf(key, nonce), iv, {
    authTagLength: TAG_LENGTH,
  })
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
function deriveSubkey({ ecb, maskBlock }: KeySchedule, half: Uint8Array): KeyObject {
  const blocks = Buffer.alloc(32)
  for (const [offset, counter] of [
    [0, 1],
    [16, 2],
  ] as const) {
    blocks.writeUInt16BE(counter, offset)
    blocks[offset + 2] = 0x58
    blocks.set(half, offset + 4)
    for (let i = 0; i < 16; i += 1) blocks[offset + i] = (blocks[offset + i] ?? 0) ^ (maskBlock[i] ?? 0)
  }
  const subkey = ecb.update(blocks)
  const keyObject = createSecretKey(subkey)
  subkey.fill(0)
  return keyObject
}

function subkeyOf(key: Uint8Array, nonce: Uint8Array): KeyObject {
  mustBeNonce(nonce)
  return deriveSubkey(scheduleOf(key), nonce.subarray(0, SUBKEY_HALF))
}

/** The same, kept: pieces that were sealed one after another open with one subkey. */
function openingKeyOf(key: Uint8Array, nonce: Uint8Array): KeyObject {
  mustBeNonce(nonce)
  const schedule = scheduleOf(key)
  const half = nonce.subarray(0, SUBKEY_HALF)
  if (schedule.opening === null || !schedule.opening.half.equals(half)) {
    schedule.opening = { half: Buffer.from(half), subkey: deriveSubkey(schedule, half) }
  }
  return schedule.opening.subkey
}

function mustBeNonce(nonce: Uint8Array): void {
  if (nonce.length !== NONCE_LENGTH) throw new RangeError('XAES-256-GCM needs a nonce of 24 bytes')
}

interface KeySchedule {
  readonly key: Buffer
  /** ECB keeps no state between blocks, so one cipher serves every message. */
  readonly ecb: Cipheriv
  /** K1 of CMAC. */
  readonly maskBlock: Buffer
  sealing: (Subkey & { left: number }) | null
  opening: Subkey | null
  /** Made ready for the next piece. */
  next: PreparedCipher | null
}

interface PreparedCipher {
  readonly nonce: Buffer
  readonly cipher: CipherGCM
}

/** A subkey and the half of a nonce that chooses it. */
interface Subkey {
  readonly half: Buffer
  readonly subkey: KeyObject
}

/** Of the keys used last: a log seals frame after frame under one, and under a second while its file is written anew. */
let schedules: KeySchedule[] = []
const KEPT_SCHEDULES = 2

function scheduleOf(key: Uint8Array): KeySchedule {
  const known = schedules.find((schedule) => schedule.key.equals(key))
  if (known !== undefined) return known
  if (key.length !== KEY_LENGTH) throw new RangeError('XAES-256-GCM needs a key of 32 bytes')
  const ecb = createCipheriv('aes-256-ecb', createSecretKey(key), null).setAutoPadding(false)
  const schedule: KeySchedule = {
    key: Buffer.from(key),
    ecb,
    maskBlock: doubleInField(ecb.update(Buffer.alloc(16))),
    sealing: null,
    opening: null,
    next: null,
  }
  for (const old of schedules.splice(0, schedules.length + 1 - KEPT_SCHEDULES)) wipeSchedule(old)
  schedules.push(schedule)
  return schedule
}

/** Wipes what is kept of the keys used last; for whoever wipes keys. */
export function forgetLastKeys(): void {
  for (const schedule of schedules) wipeSchedule(schedule)
  schedules = []
}

function wipeSchedule({ key, maskBlock }: KeySchedule): void {
  // The cipher and the subkeys are Node's: it overwrites them when it lets go of them.
  key.fill(0)
  maskBlock.fill(0)
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
