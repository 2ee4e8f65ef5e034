import { wordlist } from '@scure/bip39/wordlists/english.js'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRecoveryWords, recoveryWords } from '../../../src/vault/recoveryKey.ts'
import { describeRecoveryWordsError, type RecoveryWordsError } from '../../../src/vault/recoveryWordsError.ts'
import { Secret } from '../../../src/vault/secret.ts'

/** The English vectors of 256 bits published with Trezor's reference implementation of BIP-39. */
const VECTORS: readonly (readonly [hex: string, words: string])[] = [
  ['00'.repeat(32), `${'abandon '.repeat(23)}art`],
  [
    '7f'.repeat(32),
    'legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title',
  ],
  [
    '80'.repeat(32),
    'letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic bless',
  ],
  ['ff'.repeat(32), `${'zoo '.repeat(23)}vote`],
  [
    '00ac97c48106f0aeb8ba061e0250a559b3251dc35854e694780ba51d53a50120',
    'absent gorilla van acoustic humor firm title dolphin bulk barely citizen recall crane moment aspect appear track phrase actual enforce steel spoon afraid benefit',
  ],
  [
    '3edc83b60740d77af3afa2fcb82c2f1bc541ee4e2518ddef4996d32453f54a3c',
    'disagree tomato unique attend aspect runway solid violin witness scrap armed daring favorite warm decade perfect target kid grant play early wide cigar night',
  ],
  [
    '89bb4bc5555992cdaf3444c5e7ca5a6e9f27efab894f1990bae41be8b2a26ea4',
    'meadow surge vanish primary odor grocery rubber mass shine dinner notable tag venue water purchase clarify book magic ribbon daughter menu eye ritual orchard',
  ],
  [
    '911fec0fbd88029f6fa99164896c18d898c9232af18bdcca3e42d53b86493104',
    'much youth advance kitchen lens exile salt cram goose enter alert raise milk muscle profit cousin system faint mouse price reveal cause series long',
  ],
]
const WORDS =
  'much youth advance kitchen lens exile salt cram goose enter alert raise milk muscle profit cousin system faint mouse price reveal cause series long'.split(
    ' ',
  )
const HEX = '911fec0fbd88029f6fa99164896c18d898c9232af18bdcca3e42d53b86493104'

function hexOf(untrustedText: string): string | RecoveryWordsError {
  const parsed = parseRecoveryWords(untrustedText)
  return parsed.ok ? parsed.value.use((bytes) => bytes.toString('hex')) : parsed.error
}

test('the published vectors hold both ways', () => {
  for (const [hex, words] of VECTORS) {
    expect(recoveryWords(new Secret(Buffer.from(hex, 'hex')))).toBe(words)
    expect(hexOf(words)).toBe(hex)
  }
})

test('any key comes back from its words, however they are typed', () => {
  const way = fc.record({
    upper: fc.boolean(),
    short: fc.integer({ min: 4, max: 8 }),
    numbered: fc.constantFrom('', '1', '1.', '01) ', '٣. '),
    gap: fc.constantFrom(' ', '  ', '\n', '\r\n', '\t', ', ', ' - ', '\u00a0', '\u200b \u200f'),
  })
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.array(way, { minLength: 24, maxLength: 24 }),
      (bytes, ways) => {
        const words = recoveryWords(new Secret(bytes)).split(' ')
        expect(words.length).toBe(24)
        const typed = words.map((word, index) => {
          const { upper, short, numbered, gap } = ways[index] ?? {
            upper: false,
            short: 8,
            numbered: '',
            gap: ' ',
          }
          const shortened = word.slice(0, short)
          return `${numbered}${upper ? shortened.toUpperCase() : shortened}${gap}`
        })
        expect(hexOf(typed.join(''))).toBe(Buffer.from(bytes).toString('hex'))
      },
    ),
    { numRuns: 300 },
  )
})

test('four letters tell every word of the list, and shorter ones stand for themselves only', () => {
  expect(new Set(wordlist.map((word) => word.slice(0, 4))).size).toBe(2048)
  expect(hexOf(WORDS.map((word) => word.slice(0, 4)).join(' '))).toBe(HEX)
  // "sal" is the beginning of "salad", "salmon", "salon", "salt".
  expect(hexOf(WORDS.join(' ').replace('salt', 'sal'))).toMatchObject({ reason: 'unknown-word', word: 7 })
})

test('an unknown word is named by its number, wherever it stands', () => {
  for (const wrong of ['kitchem', 'kitchens', 'kítchen', 'kitch3n', 'кухня', 'مطبخ']) {
    expect(
      hexOf(
        WORDS.map((word, index) => `${index + 1}. ${word}\n`)
          .join('')
          .replace('kitchen', wrong),
      ),
    ).toEqual({
      code: 'vault/recovery-words-unreadable',
      reason: 'unknown-word',
      word: 4,
    })
  }
})

test('capitals of a Turkish keyboard are understood', () => {
  expect(hexOf(WORDS.join(' ').replace('kitchen', 'KİTCHEN').replace('raise', 'raıse'))).toBe(HEX)
})

test('too few and too many words are told', () => {
  for (const found of [0, 1, 12, 23, 25, 48]) {
    const words = Array.from({ length: found }, (_, index) => WORDS[index % 24])
    expect(hexOf(words.join(' '))).toEqual({
      code: 'vault/recovery-words-unreadable',
      reason: 'word-count',
      found,
    })
  }
  expect(hexOf('')).toMatchObject({ reason: 'word-count', found: 0 })
})

test('a wrong word of the list, or two that changed places, fail the checksum', () => {
  const checksum = { code: 'vault/recovery-words-unreadable', reason: 'checksum' }
  expect(hexOf(WORDS.join(' ').replace('kitchen', 'kitten'))).toEqual(checksum)
  const [first = '', second = '', ...others] = WORDS
  expect(hexOf([second, first, ...others].join(' '))).toEqual(checksum)
})

test('a secret of another length has no words', () => {
  for (const length of [0, 16, 31, 33])
    expect(() => recoveryWords(new Secret(Buffer.alloc(length)))).toThrow('32 bytes')
})

test('every problem has a sentence that repeats none of the words', () => {
  const texts = [
    WORDS.slice(1).join(' '),
    WORDS.join(' ').replace('kitchen', 'kitchem'),
    WORDS.join(' ').replace('kitchen', 'kitten'),
  ]
  const sentences = texts.map((text) => {
    const parsed = parseRecoveryWords(text)
    return parsed.ok ? '' : describeRecoveryWordsError(parsed.error)
  })
  expect(new Set(sentences).size).toBe(3)
  expect(sentences.join(' ')).not.toMatch(/kitch|kitten|youth/)
})
