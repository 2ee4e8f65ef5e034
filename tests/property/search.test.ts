import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SearchIndex } from '../../src/core/search/SearchIndex.ts'
import { searchWords } from '../../src/core/search/searchWords.ts'
import { IN_BODY, wordMatcher } from '../../src/core/search/WordMatch.ts'
import { WordTable } from '../../src/core/search/WordTable.ts'

interface Doc {
  readonly title: string
  readonly body: string
}

/** The same search without an index: every document is read anew. */
function naiveSearch(docs: readonly (Doc | null)[], typed: string): number[] {
  const matchers = [...new Set(searchWords(typed))].slice(0, 16).map(wordMatcher)
  const best = (text: string, matcher: ReturnType<typeof wordMatcher>, more: number) =>
    Math.min(...searchWords(text).map((word) => (matcher(word) ?? Infinity) + more))
  if (matchers.length === 0) return []
  return docs
    .map((doc, number) => ({
      number,
      score:
        doc === null
          ? Infinity
          : matchers
              .map((matcher) => Math.min(best(doc.title, matcher, 0), best(doc.body, matcher, IN_BODY)))
              .reduce((sum, each) => sum + each, 0),
    }))
    .filter(({ score }) => score < Infinity)
    .sort((one, other) => one.score - other.score || other.number - one.number)
    .map(({ number }) => number)
}

const WORDS = [
  ...['prison', 'prisons', 'Prisoner', 'pris', 'detained', 'détenu', 'détenus', 'año', 'p'],
  ...[
    'тюрьма',
    'тюрьмы',
    'тюрьмой',
    'Тюремный',
    'ёлка',
    'елки',
    'Андрей',
    'Андреи',
    'задержанный',
    'задержанных',
  ],
  ...['سجن', 'السجن', 'والسجن', 'سجون', 'معتقل', 'المعتقلين', 'مُعتقل'],
  ...['2017', '٢٠١٧', '北京', 'ΟΔΟΣ', 'ﬁre', 'и\u0306', '-', '...'],
]
const wordArb = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const textArb = fc.array(wordArb, { maxLength: 6 }).map((words) => words.join(' '))
const docArb = fc.record({ title: textArb, body: textArb })
const stepArb = fc.oneof(
  { weight: 6, arbitrary: docArb.map((doc) => ({ doc })) },
  fc.nat(40).map((gone) => ({ gone })),
  fc.array(wordArb, { minLength: 1, maxLength: 3 }).map((words) => ({ typed: words.join(' ') })),
)

describe('the search over everything', () => {
  test('finds and ranks what a scan of all documents finds, as they come and go', () => {
    fc.assert(
      fc.property(fc.array(stepArb, { maxLength: 60 }), textArb, (steps, last) => {
        const index = new SearchIndex()
        const docs: (Doc | null)[] = []
        for (const step of [...steps, { typed: last }]) {
          if ('doc' in step) {
            expect(index.add(step.doc.title, step.doc.body)).toBe(docs.length)
            docs.push(step.doc)
          } else if ('gone' in step) {
            if (step.gone >= docs.length) continue
            index.remove(step.gone)
            docs[step.gone] = null
          } else expect([...index.search(step.typed)]).toEqual(naiveSearch(docs, step.typed))
        }
      }),
      { numRuns: 200 },
    )
  })

  test('reads a text into the words that folding it as a whole gives', () => {
    const table = new WordTable()
    const anyText = fc.oneof(
      textArb,
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom('a', 'ش', '-', '\u00ad'), minLength: 40, maxLength: 120 }),
      fc.string({ unit: fc.constantFrom(...'aеё\u0306\u0308йИ ́ـًشßﬃΣς٣²½İ-\u00ad\u200d'), maxLength: 20 }),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        const count = table.read(text)
        const words = [...table.found.subarray(0, count)]
        expect(words.map((word) => table.textOf(word))).toEqual(searchWords(text))
        expect(words.map((word) => table.lengthOf(word))).toEqual(
          searchWords(text).map(({ length }) => length),
        )
        expect(words).toEqual(searchWords(text).map((word) => table.find(word)))
      }),
      { numRuns: 500 },
    )
  })
})
