import { expect, test } from 'vitest'
import { parseQuery } from '../../../src/core/query.ts'
import { queryNeeds } from '../../../src/core/queryTerms/queryNeeds.ts'
import type { Query } from '../../../src/core/queryTerms/queryWorld.ts'
import { EVERYTHING, filterQuery, foundHolds } from '../../../src/renderer/table/filterQuery.ts'
import type { FoundWords } from '../../../src/renderer/table/queryWords.ts'

const records = [{ id: 'a' }, { id: 'b' }]
const others = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const mill = queryNeeds('mill').words
const bridge = queryNeeds('bridge').words
const found = (words: readonly string[], among: object): FoundWords => {
  return {
    words,
    records: among,
    holds: (folded) => (record) => record.id === (folded === 'mill' ? 'a' : 'b'),
  }
}
/** What is shown for a text whose words are looked for elsewhere. */
const ask = (before: Query | null, text: string, words: readonly string[], last: FoundWords | null) => {
  const parsed = parseQuery(text, foundHolds({ words, found: last }))
  return filterQuery(before, { text, parsed, words, found: last, records })
}
const isFound = (query: Query | null, id: string) =>
  query?.({ id, tags: [], confidentiality: 'AMBER' } as Parameters<Query>[0])

test('nothing is shown before words were looked for, and then what holds them', () => {
  expect(ask(null, 'mill', mill, null)).toEqual({ query: null, isAnswered: false })
  const { query, isAnswered } = ask(null, 'mill', mill, found(mill, records))
  expect(isAnswered).toBe(true)
  expect([isFound(query, 'a'), isFound(query, 'b')]).toEqual([true, false])
})

test('what was shown stays while other words are looked for, and is no answer to them', () => {
  const { query } = ask(null, 'mill', mill, found(mill, records))
  expect(ask(query, 'bridge', bridge, found(mill, records))).toEqual({ query, isAnswered: false })
  expect(isFound(ask(query, 'bridge', bridge, found(bridge, records)).query, 'b')).toBe(true)
})

test('what was found among other records is shown, and is no answer of these', () => {
  const { query, isAnswered } = ask(null, 'mill', mill, found(mill, others))
  expect(isAnswered).toBe(false)
  expect(isFound(query, 'a')).toBe(true)
})

test('a blank text is answered at once, and one that cannot be read shows what was shown', () => {
  expect(ask(null, ' ', [], null)).toEqual({ query: EVERYTHING, isAnswered: true })
  expect(ask(null, 'tag:', [], null)).toMatchObject({ isAnswered: true })
  const { query } = ask(null, 'mill', mill, found(mill, records))
  expect(ask(query, '(mill', [], found(mill, records))).toEqual({ query, isAnswered: true })
})

test('what speaks of something that is not there yet shows what was shown', () => {
  const parsed = parseQuery('place:RU')
  const input = { text: 'place:RU', parsed, words: [], found: null, records, isWaiting: true }
  expect(filterQuery(null, input)).toEqual({ query: null, isAnswered: false })
  expect(filterQuery(null, { ...input, isWaiting: false })).toMatchObject({ isAnswered: true })
})
