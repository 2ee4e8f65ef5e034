import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carryRows, rowsOf } from '../../../src/renderer/collectionRows.ts'

interface Row {
  readonly id: string
  readonly n: number
}
const NAMES = Array.from({ length: 10 }, (_, index) => `r${index}`)
const puts = fc.dictionary(fc.constantFrom(...NAMES), fc.option(fc.nat(9)), {
  maxKeys: 4,
  noNullPrototype: true,
})

test('a list that is carried along is the one that the collection itself would give', () => {
  fc.assert(
    fc.property(fc.array(puts), (changes) => {
      let collection: Record<string, Row> = {}
      rowsOf(collection)
      for (const change of changes) {
        const rows = Object.entries(change).map(([id, n]) => [id, n === null ? null : { id, n }] as const)
        const next = { ...collection }
        for (const [id, row] of rows) {
          if (row === null) delete next[id]
          else next[id] = row
        }
        carryRows<Row>(collection, next, Object.fromEntries(rows))
        collection = next
        expect(rowsOf(collection)).toEqual(Object.values(collection))
        expect(rowsOf(collection)).toBe(rowsOf(collection))
      }
    }),
  )
})
