import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasForbiddenCharacter, printable } from '../../../src/brief/printableText.ts'

describe('printable', () => {
  it.each([
    ['control characters', 'a\u0007b\u0000c', 'abc'],
    ['line breaks become a space', 'a\r\n\tb', 'a b'],
    ['direction overrides', '\u202Eevil\u202C', 'evil'],
    ['isolates and marks', '\u2066a\u2069\u200E\u061Cb', 'ab'],
    ['byte order marks', '\uFEFFa', 'a'],
    ['private use', 'a\uE000\u{F0001}\u{10FFFD}b', 'ab'],
    ['zero-width space and soft hyphen', 'a\u200Bb\u00ADc', 'abc'],
    ['joiners stay', 'گفت\u200Cوگو क्\u200Dष', 'گفت\u200Cوگو क्\u200Dष'],
    ['tag characters', 'a\u{E0041}b', 'ab'],
  ])('%s', (_, given, wanted) => {
    expect(printable(given)).toBe(wanted)
  })

  it('is idempotent, well formed and free of what it removes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = printable(text)
        expect(printable(once)).toBe(once)
        expect(once.isWellFormed()).toBe(true)
        expect(/[\u202A-\u202E\u2066-\u2069\uFEFF\uE000-\uF8FF]/u.test(once)).toBe(false)
      }),
    )
  })
})

describe('hasForbiddenCharacter', () => {
  it('finds NUL and BOM however deep', () => {
    expect(hasForbiddenCharacter({ a: [{ b: 'x\0' }] })).toBe(true)
    expect(hasForbiddenCharacter({ a: ['\uFEFFx'] })).toBe(true)
    expect(hasForbiddenCharacter({ a: ['x'], n: 0 })).toBe(false)
  })
})
