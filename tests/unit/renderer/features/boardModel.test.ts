import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claim, claimSchema } from '../../../../src/core/claim.ts'
import { CLAIM_STATUSES } from '../../../../src/core/vocabularyCodes.ts'
import {
  type BoardView,
  boardView,
  columnOf,
  countSuperseded,
  nextPlace,
  placeOf,
  statusesOf,
} from '../../../../src/renderer/features/board/boardModel.ts'

const claim = (id: string, fields: Partial<Claim>): Claim =>
  claimSchema.parse({
    id,
    createdAt: '2024-01-01T00:00:00Z',
    updatedAt: '2024-01-01T00:00:00Z',
    confidentiality: 'RED',
    statement: `Statement ${id}`,
    kind: 'event',
    status: 'rumour',
    credibility: 6,
    ...fields,
  })

describe('boardView', () => {
  const claims = [
    claim('b', { status: 'not-assessed', asOf: '2018-05-01' }),
    claim('a', { status: 'rumour', asOf: '2017-05-01' }),
    claim('c', { status: 'contested' }),
    claim('d', { status: 'established' }),
    claim('e', { status: 'false' }),
    claim('f', { status: 'superseded' }),
  ]
  const ids = (view: BoardView) => view.columns.map((c) => c.claims.map((each) => each.id))

  it('puts claims into the four columns in their order, superseded hidden', () => {
    const view = boardView(claims, false)
    expect(ids(view)).toEqual([['b', 'a'], ['c'], ['d'], ['e']])
    expect([view.shown, countSuperseded(claims)]).toEqual([5, 1])
  })

  it('shows superseded claims in a column of their own when asked', () => {
    expect(ids(boardView(claims, true))[4]).toEqual(['f'])
  })

  it('finds a card where it was, and where it has moved to', () => {
    const view = boardView(claims, false)
    expect(placeOf(view, 'a', { column: 0, row: 1 })).toEqual({ column: 0, row: 1 })
    expect(placeOf(view, 'a', { column: 3, row: 7 })).toEqual({ column: 0, row: 1 })
    expect(placeOf(view, 'f', null)).toBeNull()
  })

  it('offers for each column exactly the statuses that lead there', () => {
    for (const column of ['rumour', 'unresolved', 'fact', 'false', 'superseded'] as const)
      expect([...statusesOf(column)].sort()).toEqual(
        CLAIM_STATUSES.filter((s) => columnOf(s) === column).sort(),
      )
    expect(statusesOf('rumour')[0]).toBe('rumour')
  })
})

describe('nextPlace', () => {
  it('skips empty columns and keeps the row where it can', () => {
    expect(nextPlace({ column: 0, row: 5 }, 'forward', [9, 0, 3])).toEqual({ column: 2, row: 2 })
    expect(nextPlace({ column: 0, row: 0 }, 'back', [9, 0, 3])).toEqual({ column: 0, row: 0 })
    expect(nextPlace({ column: 0, row: 8 }, 'down', [9])).toEqual({ column: 0, row: 8 })
  })

  it('always lands on a card', () => {
    const moves = fc.constantFrom(
      'up',
      'down',
      'page-up',
      'page-down',
      'forward',
      'back',
      'first',
      'last' as const,
    )
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
        fc.array(moves as fc.Arbitrary<Parameters<typeof nextPlace>[1]>),
        (sizes, path) => {
          const start = sizes.findIndex((size) => size > 0)
          fc.pre(start >= 0)
          let place = { column: start, row: 0 }
          for (const move of path) {
            place = nextPlace(place, move, sizes)
            expect(place.row).toBeGreaterThanOrEqual(0)
            expect(place.row).toBeLessThan(sizes[place.column] ?? 0)
          }
        },
      ),
    )
  })
})
