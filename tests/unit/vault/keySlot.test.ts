import { describe, expect, test } from 'vitest'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import {
  createKeySlot,
  isKeyOfSlot,
  type KeySlot,
  keySlotSchema,
  openKeySlot,
} from '../../../src/vault/keySlot.ts'
import { Secret } from '../../../src/vault/secret.ts'
import { expectValue } from '../../support/vault/testLog.ts'

const FILE_ID = Buffer.alloc(16, 0xf1)
const DATA_KEY = Buffer.alloc(32, 2)
const SALT = Buffer.alloc(16, 3)
const KEY = new Secret(Buffer.alloc(32, 1))
const PASSPHRASE_SLOT = createKeySlot(
  FILE_ID,
  { kind: 'passphrase', kdf: KDF_FLOOR, salt: SALT, key: KEY },
  DATA_KEY,
)
const RECOVERY_SLOT = createKeySlot(FILE_ID, { kind: 'recovery', kdf: null, salt: SALT, key: KEY }, DATA_KEY)

const isDataKey = (secret: Secret) => secret.use((bytes) => bytes.equals(DATA_KEY))

describe.each([
  ['a passphrase', PASSPHRASE_SLOT],
  ['a recovery key', RECOVERY_SLOT],
])('the slot of %s', (_name, slot) => {
  test('opens with its own key, and names a wrong one', () => {
    expect(keySlotSchema.parse(slot)).toEqual(slot)
    expect(isKeyOfSlot(FILE_ID, slot, KEY)).toBe(true)
    expect(isDataKey(expectValue(openKeySlot(FILE_ID, slot, KEY)))).toBe(true)
    const wrong = new Secret(Buffer.alloc(32, 9))
    expect(isKeyOfSlot(FILE_ID, slot, wrong)).toBe(false)
    expect(openKeySlot(FILE_ID, slot, wrong)).toEqual({
      ok: false,
      error: { code: 'vault/wrong-passphrase' },
    })
  })

  test('opens in no other file, and with nothing about it changed', () => {
    expect(openKeySlot(Buffer.alloc(16), slot, KEY).ok).toBe(false)
    const changes: Partial<KeySlot>[] = [
      { id: '00'.repeat(8) },
      { kind: slot.kind === 'recovery' ? 'passphrase' : 'recovery' },
      { kdf: { ...KDF_FLOOR, passes: 3 } },
      { kdf: { ...KDF_FLOOR, memoryKiB: 65_537 } },
      { salt: '00'.repeat(16) },
      { commitment: '00'.repeat(32) },
    ]
    for (const change of changes) {
      expect(openKeySlot(FILE_ID, { ...slot, ...change }, KEY)).toMatchObject({
        error: { code: 'vault/wrong-passphrase' },
      })
    }
  })

  test('a wrapped key that was tampered with is damage, not a wrong passphrase', () => {
    for (let at = 0; at < 144; at += 1) {
      const digit = slot.wrappedKey[at] === '0' ? '1' : '0'
      const wrappedKey = slot.wrappedKey.slice(0, at) + digit + slot.wrappedKey.slice(at + 1)
      expect(openKeySlot(FILE_ID, { ...slot, wrappedKey }, KEY)).toEqual({
        ok: false,
        error: { code: 'vault/damaged', where: 'key' },
      })
    }
  })

  test('shows nothing of the key', () => {
    const text = JSON.stringify(slot)
    expect(text).not.toContain(DATA_KEY.toString('hex').slice(0, 16))
    expect(text).not.toContain('01'.repeat(8))
  })
})

test('two slots of one key have nothing in common that a reader could see', () => {
  const again = createKeySlot(FILE_ID, { kind: 'passphrase', kdf: KDF_FLOOR, salt: SALT, key: KEY }, DATA_KEY)
  expect(again.id).not.toBe(PASSPHRASE_SLOT.id)
  expect(again.commitment).not.toBe(PASSPHRASE_SLOT.commitment)
  expect(again.wrappedKey).not.toBe(PASSPHRASE_SLOT.wrappedKey)
})
