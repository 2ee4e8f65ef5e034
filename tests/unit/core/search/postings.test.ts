import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Postings } from '../../../../src/core/search/Postings.ts'

const entriesOf = (postings: Postings, word: number): number[] => {
  const entries: number[] = []
  postings.forEach(word, (entry) => entries.push(entry))
  return entries
}

describe('postings', () => {
  test('keep what is noted of each word, and lose what is gone', () => {
    const docsArb = fc.array(
      fc.record({
        title: fc.array(fc.nat(9), { maxLength: 6 }),
        body: fc.array(fc.oneof(fc.nat(9), fc.nat(9000)), { maxLength: 12 }),
        isGone: fc.boolean(),
      }),
      { maxLength: 80 },
    )
    fc.assert(
      fc.property(docsArb, (docs) => {
        const postings = new Postings()
        docs.forEach(({ title, body }, doc) => {
          postings.add(Uint32Array.from([...title, 7]), title.length, doc, 1)
          postings.add(Uint32Array.from(body), body.length, doc, 0)
        })
        const kept = postings.without((doc) => docs[doc]?.isGone === true)
        const words = new Set(docs.flatMap(({ title, body }) => [...title, ...body, 10_000]))
        for (const word of words) {
          const naive = docs.flatMap(({ title, body }, doc) =>
            title.includes(word) ? doc * 2 + 1 : body.includes(word) ? doc * 2 : [],
          )
          expect(entriesOf(postings, word)).toEqual(naive)
          expect(entriesOf(kept, word)).toEqual(naive.filter((entry) => docs[entry >>> 1]?.isGone === false))
        }
      }),
    )
  })

  test('go on with another page where one is full to its last cell', () => {
    const postings = new Postings()
    const docsByWord = new Map<number, number[]>()
    const note = (word: number) => {
      const docs = docsByWord.get(word) ?? []
      docs.push(docs.length)
      docsByWord.set(word, docs)
      postings.add(Uint32Array.of(word), 1, docs.length - 1, 0)
    }
    for (let word = 0; word < 200_000; word += 1) {
      note(word)
      // Slices of odd and even lengths, in changing order.
      if (word % 1000 < word / 200) note(word)
    }
    for (const [word, docs] of docsByWord) {
      if (word % 7 > 0 && word < 199_000) continue
      expect(entriesOf(postings, word)).toEqual(docs.map((doc) => doc * 2))
    }
  })

  test('hold more of a word than a page has room for', () => {
    const postings = new Postings()
    const docs = Array.from({ length: 150_000 }, (_, doc) => doc)
    for (const doc of docs)
      postings.add(Uint32Array.of(3, 4 + (doc % 5000), 3), 3, doc, doc % 3 === 0 ? 1 : 0)
    const entries = docs.map((doc) => doc * 2 + (doc % 3 === 0 ? 1 : 0))
    expect(entriesOf(postings, 3)).toEqual(entries)
    expect(entriesOf(postings, 4)).toEqual(entries.filter((_, doc) => doc % 5000 === 0))
    const kept = postings.without((doc) => doc % 2 === 0)
    expect(entriesOf(kept, 3)).toEqual(entries.filter((_, doc) => doc % 2 === 1))
  })
})
