import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { NewSlot } from '../../../src/vault/file/engine.ts'
import type { Superblock } from '../../../src/vault/format/superblock.ts'
import type { DeriveKey } from '../../../src/vault/kdf.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { createKeySlot } from '../../../src/vault/keySlot.ts'
import { passphraseSecret, Secret } from '../../../src/vault/secret.ts'
import { findDataKey, findSlot, newPassphraseSlot, newRecoverySlot } from '../../../src/vault/slots.ts'
import { cheapDeriveKey, expectValue } from '../../support/vault/testLog.ts'
import { forbiddenDeriveKey } from './vaultFixture.ts'

const FILE_ID = Buffer.alloc(16, 0xf1)
const DATA_KEY = Buffer.alloc(32, 2)

const slotOf = ({ key, ...slot }: NewSlot) =>
  createKeySlot(FILE_ID, { ...slot, key: new Secret(key) }, DATA_KEY)

const passphraseSlot = async (text: string) =>
  slotOf(expectValue(await newPassphraseSlot(passphraseSecret(text), KDF_FLOOR, cheapDeriveKey)))

function blockWith(...slots: Superblock['slots']): Superblock {
  return { fileId: FILE_ID.toString('hex'), epoch: '00'.repeat(16), counter: 1, generation: 1, slots }
}

/** Counts derivations. */
function countingDeriveKey() {
  let count = 0
  const derive: DeriveKey = (...args) => {
    count += 1
    return cheapDeriveKey(...args)
  }
  return { derive, count: () => count }
}

const passphrase = (text: string) => ({ kind: 'passphrase' as const, secret: passphraseSecret(text) })

test('each passphrase finds its own slot; the recovery key finds its own without a derivation', async () => {
  const { slot: newSlot, recoveryKey } = newRecoverySlot()
  const [first, second, recovery] = [
    await passphraseSlot('one'),
    await passphraseSlot('two'),
    slotOf(newSlot),
  ]
  const block = blockWith(first, recovery, second)
  const counting = countingDeriveKey()
  expect(expectValue(await findSlot(block, passphrase('two'), counting.derive))?.slot).toBe(second)
  expect(counting.count()).toBe(2)
  expect(expectValue(await findSlot(block, passphrase('three'), counting.derive))).toBeNull()
  expect(counting.count()).toBe(4)
  const key = { kind: 'recovery', secret: recoveryKey } as const
  const dataKey = expectValue(await findDataKey(block, key, forbiddenDeriveKey))
  expect(dataKey.use((bytes) => bytes.equals(DATA_KEY))).toBe(true)
})

test('a recovery key given as a passphrase opens nothing, nor the other way round', async () => {
  const { slot, recoveryKey } = newRecoverySlot()
  const block = blockWith(slotOf(slot), await passphraseSlot('one'))
  const wrong = { ok: false, error: { code: 'vault/wrong-passphrase' } }
  expect(await findDataKey(block, { kind: 'passphrase', secret: recoveryKey }, cheapDeriveKey)).toEqual(wrong)
  expect(
    await findDataKey(block, { kind: 'recovery', secret: passphraseSecret('one') }, cheapDeriveKey),
  ).toEqual(wrong)
})

test('one slot beyond the limits, and nothing is derived at all', async () => {
  const slot = await passphraseSlot('one')
  const { slot: recovery, recoveryKey } = newRecoverySlot()
  const hostile = [
    { ...slot, kdf: { ...KDF_FLOOR, memoryKiB: 64 * 1024 - 1 } },
    { ...slot, kdf: { ...KDF_FLOOR, memoryKiB: 2 ** 31 } },
    { ...slot, kdf: { ...KDF_FLOOR, passes: 1 } },
    { ...slot, kdf: { ...KDF_FLOOR, passes: 21 } },
    { ...slot, kdf: { ...KDF_FLOOR, lanes: 4 } },
    { ...slot, kdf: null },
    { ...slotOf(recovery), kdf: KDF_FLOOR },
  ]
  const { slot: other } = newRecoverySlot()
  for (const bad of hostile) {
    for (const block of [
      blockWith(slot, bad),
      blockWith(bad, slot),
      blockWith(bad),
      blockWith(slotOf(other), bad),
    ]) {
      const unsafe = { ok: false, error: { code: 'vault/unsafe-parameters' } }
      expect(await findSlot(block, passphrase('one'), forbiddenDeriveKey)).toEqual(unsafe)
      expect(await findSlot(block, { kind: 'recovery', secret: recoveryKey }, forbiddenDeriveKey)).toEqual(
        unsafe,
      )
    }
  }
})

test('a derivation that fails is told as it is, not as a wrong passphrase', async () => {
  const failing: DeriveKey = async () => ({ ok: false, error: { code: 'vault/key-derivation-failed' } })
  expect(await findDataKey(blockWith(await passphraseSlot('one')), passphrase('one'), failing)).toEqual({
    ok: false,
    error: { code: 'vault/key-derivation-failed' },
  })
})

test('an empty passphrase is refused', async () => {
  expect(await newPassphraseSlot(passphraseSecret(''), KDF_FLOOR, forbiddenDeriveKey)).toEqual({
    ok: false,
    error: { code: 'vault/empty-passphrase' },
  })
})

test('a recovery key is 32 bytes of its own each time', () => {
  const keys = Array.from({ length: 20 }, () => newRecoverySlot())
  const hexes = keys.map(({ recoveryKey }) => recoveryKey.use((bytes) => bytes.toString('hex')))
  expect(new Set(hexes).size).toBe(20)
  expect(hexes.every((hex) => hex.length === 64)).toBe(true)
  for (const { slot, recoveryKey } of keys) {
    expect(recoveryKey.use((bytes) => bytes.equals(slot.key))).toBe(true)
    expect(randomBytes(16).equals(slot.salt)).toBe(false)
  }
})
