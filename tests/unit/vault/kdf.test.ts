import { argon2id } from '@noble/hashes/argon2.js'
import { describe, expect, test } from 'vitest'
import { deriveKey } from '../../../src/vault/kdf.ts'
import { isWithinKdfLimits, KDF_CEILING, KDF_FLOOR, pickKdf } from '../../../src/vault/kdfParams.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import { expectValue } from '../../support/vault/testLog.ts'

const MIB = 1024

test('Argon2id agrees with an implementation by somebody else', async () => {
  const salt = Buffer.from('0123456789abcdef')
  const key = expectValue(await deriveKey(passphraseSecret('пароль'), salt, KDF_FLOOR))
  const other = argon2id(new TextEncoder().encode('пароль'), salt, { t: 2, m: 64 * MIB, p: 1, dkLen: 32 })
  expect(key.use((bytes) => bytes.toString('hex'))).toBe(Buffer.from(other).toString('hex'))
}, 60_000)

describe('limits', () => {
  test.each([
    ['one KiB under the floor', { memoryKiB: 64 * MIB - 1 }],
    ['one KiB over the ceiling', { memoryKiB: 1024 * MIB + 1 }],
    ['one pass', { passes: 1 }],
    ['21 passes', { passes: 21 }],
    ['no lanes', { lanes: 0 }],
    ['four lanes', { lanes: 4 }],
    ['half a pass', { passes: 2.5 }],
    ['negative memory', { memoryKiB: -65536 }],
    ['not a number', { memoryKiB: Number.NaN }],
  ])('%s is refused without deriving', async (_name, change) => {
    const params = { ...KDF_FLOOR, ...change }
    expect(isWithinKdfLimits(params)).toBe(false)
    // A salt of the wrong length would make any derivation throw.
    expect(await deriveKey(passphraseSecret('p'), Buffer.alloc(1), params)).toEqual({
      ok: false,
      error: { code: 'vault/unsafe-parameters' },
    })
  })

  test('floor and ceiling themselves are accepted', () => {
    expect(isWithinKdfLimits(KDF_FLOOR)).toBe(true)
    expect(isWithinKdfLimits(KDF_CEILING)).toBe(true)
  })
})

test.each([
  [100, 256],
  [375, 256],
  [376, 128],
  [750, 128],
  [751, 64],
  [60_000, 64],
])('a machine that needs %i ms for 64 MiB gets %i MiB', (probeMs, mebibytes) => {
  expect(pickKdf(probeMs)).toEqual({ name: 'argon2id', memoryKiB: mebibytes * MIB, passes: 3, lanes: 1 })
})
