import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTextDelta, textDelta } from '../../../../src/core/history/textDelta.ts'
import { applySteps, stepSchema, stepsBack } from '../../../../src/core/history/valueDelta.ts'

const words = fc.array(fc.constantFrom('дом', 'house ', '🏚️', 'e\u0301', 'was burned. ', '\n'), {
  maxLength: 60,
})
const texts = words.map((list) => list.join(''))
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('a text delta', () => {
  it('gives back the earlier text exactly, from any later one', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), texts, (later, earlier) => {
        expect(applyTextDelta(later, textDelta(later, earlier))).toBe(earlier)
      }),
    )
  })

  it('never splits a character, so that every part can be stored and searched', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (later, earlier) => {
        for (const part of textDelta(later, earlier))
          expect((typeof part === 'string' ? part : later.substr(part[0], part[1])).isWellFormed()).toBe(true)
      }),
    )
  })

  it('costs what changed, wherever it changed', () => {
    const sentence = (n: number) => `Sentence ${n} says that something was seen near house ${n * 7}. `
    const text = Array.from({ length: 4_000 }, (_, n) => sentence(n)).join('')
    expect(text.length).toBeGreaterThan(200_000)
    const edits = [1, 1_500, 2_800, 3_999].reduce(
      (now, n) => now.replace(`Sentence ${n} `, `Line ${n} `),
      text,
    )
    const size = JSON.stringify(textDelta(edits, text)).length
    expect(size).toBeLessThan(400)
    const moved = `${text.slice(100_000)}${text.slice(0, 100_000)}`
    expect(JSON.stringify(textDelta(moved, text)).length).toBeLessThan(200)
  })

  it('does not fit another text', () => {
    expect(applyTextDelta('short', [[0, 6]])).toBeNull()
  })
})

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, 0, 1.5, 'a', 'b'),
    texts,
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value')),
  ),
})).value

describe('steps back', () => {
  it('give back the earlier value exactly, also when they were stored', () => {
    fc.assert(
      fc.property(values, values, (later, earlier) => {
        const steps = stepsBack(later, earlier).map((step) => stepSchema.parse(stored(step)))
        expect(applySteps(later, steps)?.value).toEqual(earlier)
      }),
      { numRuns: 500 },
    )
  })

  it('are none between equal values', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(stepsBack(value, stored(value))).toEqual([])
      }),
    )
  })

  it('hold the one entry of a long list that was edited, added or taken out', () => {
    const list = Array.from({ length: 500 }, (_, n) => ({ item: `item${n}`, quote: `What was said, ${n}` }))
    const cost = (later: unknown) => JSON.stringify(stepsBack({ list: later }, { list })).length
    expect(cost(list.with(250, { item: 'item250', quote: 'something else' }))).toBeLessThan(120)
    expect(cost(list.toSpliced(250, 1))).toBeLessThan(140)
    expect(cost(list.toSpliced(10, 0, { item: 'x', quote: 'y' }, { item: 'z', quote: 'y' }))).toBeLessThan(80)
    expect(cost(list.toReversed())).toBeLessThan(JSON.stringify(list).length)
  })

  it('do not fit another record', () => {
    expect(applySteps({}, stepsBack({ a: { b: 2 } }, { a: { b: 1 } }))).toBeNull()
    expect(applySteps({ text: 5 }, [{ path: ['text'], text: [[0, 1]] }])).toBeNull()
    expect(applySteps({ list: [1] }, [{ path: ['list'], list: [[0, 2]] }])).toBeNull()
  })
})
