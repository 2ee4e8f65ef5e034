import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  LEAST_PASSPHRASE_LENGTH,
  passphraseStrength,
} from '../../../../src/renderer/features/unlock/passphraseStrength.ts'

describe('passphraseStrength', () => {
  it.each([
    ['', 'tooShort'],
    ['a7#Q', 'tooShort'],
    ['password', 'weak'],
    ['password1234', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['abcdabcdabcd', 'weak'],
    ['correct horse', 'weak'],
    ['correct horse battery staple', 'fair'],
    ['correct horse battery staple lantern', 'good'],
    ['correct horse battery staple lantern window river', 'strong'],
    ['верблюд лампа овраг ключ гвоздь ветер сахар', 'strong'],
    ['v9$Kq2!mWz7@pLx4tRb8', 'strong'],
  ])('%j is %s', (passphrase, level) => {
    expect(passphraseStrength(passphrase).level).toBe(level)
  })

  it('repeating one word adds nothing', () => {
    const once = passphraseStrength('lantern river').bits
    expect(passphraseStrength('lantern river lantern river lantern').bits).toBe(once)
  })

  it('calls everything shorter than the least length too short, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: LEAST_PASSPHRASE_LENGTH - 1 }), (text) => {
        fc.pre([...text.normalize('NFC')].length < LEAST_PASSPHRASE_LENGTH)
        expect(passphraseStrength(text).level).toBe('tooShort')
      }),
    )
  })

  it('gives a finite number of bits for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { bits } = passphraseStrength(text)
        expect(Number.isFinite(bits) && bits >= 0).toBe(true)
      }),
    )
  })
})
