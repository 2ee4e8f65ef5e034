import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '../../../../src/core/foldText.ts'
import { TextBlocks } from '../../../../src/core/search/TextBlocks.ts'

/** Few letters, so that words are found, across two scripts; now and then long enough for another block. */
const text = fc
  .tuple(fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'я', 'ж') }), fc.constantFrom(1, 1, 1, 9_000))
  .map(([short, times]) => foldText(short.repeat(times)))

test('finds what looking through every text by itself finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ text, isRemoved: fc.boolean() }), { maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'я', ' '), minLength: 1, maxLength: 3 }),
      (docs, word) => {
        const blocks = new TextBlocks()
        for (const [doc, each] of docs.entries()) blocks.add(doc, each.text)
        for (const [doc, { isRemoved }] of docs.entries()) if (isRemoved) blocks.remove(doc)
        const expected = docs.flatMap((each, doc) =>
          !each.isRemoved && each.text.includes(word) ? [doc] : [],
        )
        expect([...blocks.docsWith(word)].sort((a, b) => a - b)).toEqual(expected)
      },
    ),
  )
})

test('what ends one text and begins the next is no word', () => {
  const blocks = new TextBlocks()
  blocks.add(0, 'pri')
  blocks.add(1, 'son')
  expect(blocks.docsWith('prison')).toHaveLength(0)
})
