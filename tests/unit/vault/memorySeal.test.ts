import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deriveMemoryKey, openFromMemory, sealForMemory } from '../../../src/vault/memorySeal.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const hex = (id: Uint8Array) => Buffer.from(id).toString('hex')

test('what is sealed comes back for the same log alone, and no byte of it may change', () => {
  fc.assert(
    fc.property(bytes(32), bytes(32), bytes(16), fc.uint8Array(), fc.nat(), (own, other, id, plain, at) => {
      fc.pre(!Buffer.from(own).equals(other))
      const sealed = sealForMemory(deriveMemoryKey(own, hex(id)), plain)
      const again = openFromMemory(deriveMemoryKey(own, hex(id)), sealed)
      expect(again === null ? null : hex(again)).toBe(hex(plain))
      expect(openFromMemory(deriveMemoryKey(other, hex(id)), sealed)).toBeNull()
      const changed = new Uint8Array(sealed)
      changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1
      expect(openFromMemory(deriveMemoryKey(own, hex(id)), changed)).toBeNull()
    }),
  )
})

test('a key that was wiped opens nothing', () => {
  const key = deriveMemoryKey(new Uint8Array(32), '00'.repeat(16))
  const sealed = sealForMemory(key, Buffer.from('typed'))
  key.wipe()
  expect(() => openFromMemory(key, sealed)).toThrow('wiped')
})
