import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { passphraseSecret, Secret } from '../../../src/vault/secret.ts'

test('a secret shows nothing of itself in any way of printing', () => {
  const secret = passphraseSecret('hunter2')
  const shown = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret, { showHidden: true, depth: 9 }),
    inspect({ nested: [secret] }, { depth: 9 }),
    Object.keys(secret).join(),
  ].join('\n')
  expect(shown).not.toContain('hunter2')
  expect(shown).not.toContain(Buffer.from('hunter2').toString('hex').slice(0, 6))
  expect(shown).toContain('[secret]')
})

test('a passphrase is the same however its accents were typed', () => {
  const composed = passphraseSecret('caf\u00e9').use((bytes) => bytes.toString('hex'))
  const decomposed = passphraseSecret('cafe\u0301').use((bytes) => bytes.toString('hex'))
  expect(decomposed).toBe(composed)
})

test('wiping overwrites the bytes, and use after it is a defect', () => {
  const source = Buffer.from('key material')
  const secret = new Secret(source)
  const inside = secret.use((bytes) => bytes)
  secret.wipe()
  expect(inside.every((byte) => byte === 0)).toBe(true)
  expect(source.toString()).toBe('key material')
  expect(secret.wiped).toBe(true)
  expect(() => secret.use(() => 1)).toThrow('wiped')
})
