/** Folding: the quick ways give what the long way gives. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldText } from '../../src/core/foldText.ts'

/** Removed by folding, and no letter of the quick ways: the long way is taken. */
const INVISIBLE = '\u200b'

it('the quick ways fold as the long way does', () => {
  const letters = fc.constantFrom(...'abcXYZ 019.,-«»–—абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБЁЙЯ\n\t')
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
      expect(foldText(text)).toBe(foldText(text + INVISIBLE))
    }),
    { numRuns: 2000 },
  )
})

it('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
    }),
  )
})
