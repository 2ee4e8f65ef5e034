import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSplitter } from '../../host/cdp.ts'

test('messages are whole however the bytes are cut', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')))
  fc.assert(
    fc.property(texts, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (sent, sizes) => {
      const bytes = Buffer.from(sent.map((text) => `${text}\0`).join(''))
      const received: string[] = []
      const split = createSplitter((text) => received.push(text))
      for (let at = 0, turn = 0; at < bytes.length; turn++) {
        const size = sizes[turn % sizes.length] ?? 1
        split(bytes.subarray(at, at + size))
        at += size
      }
      expect(received).toEqual(sent)
    }),
  )
})
