/** The quick way to fold and to squeeze, held against the rules it stands for. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForGate, squeeze } from '../../../src/brief/gate/canaryForms.ts'
import { letterFold, lettersAndDigits } from '../../../src/brief/gate/letterByLetter.ts'
import { foldText } from '../../../src/core/foldText.ts'
import { asciiDigits } from '../../../src/core/redaction/mentions/digits.ts'
import { simplifiedHan } from '../../../src/core/redaction/mentions/hanVariants.ts'

const LOOKALIKES = ['аa', 'еe', 'оo', 'рp', 'сc', 'уy', 'хx', 'іi', 'јj', 'ѕs']
const byRules = (text: string): string =>
  asciiDigits(
    LOOKALIKES.reduce(
      (made, [letter = '', latin = '']) => made.replaceAll(letter, latin),
      simplifiedHan(foldText(text)),
    ),
  )
const squeezedByRules = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')
const byLetter = letterFold(byRules)

const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
const known = all.filter((char) => byLetter(`a${char}a`) !== null)
/** Often letters of the alphabet, now and then any other: marks that join a letter, halves of pairs, far scripts. */
const anyText = fc.string({
  unit: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...known) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...' \n\tйЙёЁاأإآٱىيةـ\u064b\u0653\u0654\u0655\u0301\u0306İßſ½№…ﬁ名😀\ud83d',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  ),
  maxLength: 40,
})

describe('folding letter by letter', () => {
  it('knows the letters of three alphabets, and none that depends on its neighbours', () => {
    expect(known.length).toBeGreaterThan(350)
    for (const char of ' \n\tazAZ09éÉйЙёЁыاأةيـ٣،–“‏') expect(known).toContain(char)
    for (const char of '\u0301\u0306\u0653\u0654\u0655ΣςİЙ'.slice(0, 7)) expect(known).not.toContain(char)
  })

  it('is folding by the rules, for each character by itself and between others', () => {
    const wrong = all.filter((char) =>
      ['', 'a', ' ', 'й', 'ا', 'و'].some((other) =>
        [other + char, char + other, other + char + other].some(
          (text) => foldForGate(text) !== byRules(text),
        ),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('is folding by the rules, for each pair of its letters', () => {
    const wrong = known.filter((first) => {
      const text = known.map((second) => `${first}${second}`).join('|')
      return foldForGate(text) !== byRules(text)
    })
    expect(wrong).toEqual([])
  })

  it('is folding by the rules, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldForGate(text)).toBe(byRules(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('gives long texts as it gives short ones', () => {
    const text = 'Анна  Петрова\n'.repeat(20_000)
    expect(foldForGate(text)).toBe(byRules(text))
    expect(foldForGate('Anna')).toBe('anna')
    expect(foldForGate('x'.repeat(300_000))).toBe('x'.repeat(300_000))
  })
})

describe('squeezing letter by letter', () => {
  it('leaves letters and numbers of all scripts, and nothing else', () => {
    for (const char of all)
      expect(lettersAndDigits(char) ?? squeezedByRules(char)).toBe(squeezedByRules(char))
    fc.assert(
      fc.property(anyText, (text) => {
        expect(squeeze(text)).toBe(squeezedByRules(text))
        expect(squeeze(foldForGate(text))).toBe(squeezedByRules(byRules(text)))
      }),
      { numRuns: 2000 },
    )
  })
})
