import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldForGate, squeeze } from '../../../src/brief/gate/canaryForms.ts'
import { writtenDays } from '../../../src/brief/gate/writtenDays.ts'

/** Latin, Cyrillic with its signs, Arabic, digits of several scripts, and what stands between words. */
const text = fc.string({
  unit: fc.constantFrom(...'aZ0 .-жЖёй҂҈҆оі٣۴५سن،é中𝒳\u200b\n'),
  maxLength: 30,
})

test('letters and numbers alone are what their properties say, listed or not', () => {
  fc.assert(
    fc.property(text, (some) => {
      expect(squeeze(some)).toBe(some.replace(/[^\p{L}\p{N}]+/gu, ''))
    }),
  )
})

test('letters that look like Latin ones and digits of other scripts are one, and folding twice changes nothing', () => {
  expect(foldForGate('Оса ٣۴५')).toBe('oca 345')
  fc.assert(
    fc.property(text, (some) => {
      expect(foldForGate(foldForGate(some))).toBe(foldForGate(some))
    }),
  )
})

test.each([
  ['on April 13, 2017 they', '2017-04-13'],
  ['Apr. 13th, 2017', '2017-04-13'],
  ['13. April 2017', '2017-04-13'],
  ['13-Apr-17', '2017-04-13'],
  ['le 1er avril 2017', '2017-04-01'],
  ['13.IV.2017', '2017-04-13'],
])('%s is a day', (written, day) => {
  expect(writtenDays(foldForGate(written))).toContain(day)
})
