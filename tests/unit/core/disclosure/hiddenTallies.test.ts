import { describe, expect, it } from 'vitest'
import { hideSmallTallies } from '../../../../src/core/redaction/statistics.ts'

const hidden = (...counts: number[]) =>
  hideSmallTallies(counts.map((count, at) => ({ code: `code-${at}`, count }))).map(({ count }) => count)

describe('counts of a brief whose sum is known', () => {
  it('stay when none is small', () => {
    expect(hidden(5, 12, 40)).toEqual([5, 12, 40])
  })

  it('hide a small one and the cheapest that keeps it from being worked out', () => {
    expect(hidden(3, 12, 40)).toEqual(['<5', null, 40])
    expect(hidden(3, 5, 40)).toEqual(['<5', 5, null])
  })

  it('need no more when two small ones cover each other', () => {
    expect(hidden(2, 3, 40)).toEqual(['<5', '<5', 40])
  })

  it('say nothing when there is nothing to hide behind', () => {
    expect(hidden(3)).toEqual([null])
    expect(hidden(1, 5)).toEqual([null, null])
  })

  it('give back no small rest that has none of the codes', () => {
    const withRest = (rest: number, ...counts: number[]) =>
      hideSmallTallies(
        counts.map((count, at) => ({ code: `code-${at}`, count })),
        rest,
      ).map(({ count }) => count)
    expect(withRest(2, 18)).toEqual([null])
    expect(withRest(2, 18, 40)).toEqual([null, 40])
    expect(withRest(2, 3, 40)).toEqual(['<5', 40])
    expect(withRest(9, 18)).toEqual([18])
    expect(withRest(0, 18)).toEqual([18])
  })
})
