/** Rows as numbers, held against what they stand for. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countClasses,
  keepLargeClasses,
  rowsKept,
  smallestClass,
} from '../../../../src/core/disclosure/classes.ts'
import { codeTexts, pairCodes } from '../../../../src/core/disclosure/codedRows.ts'

const column = (rows: number, values: number) =>
  fc
    .array(fc.nat(values - 1), { minLength: rows, maxLength: rows })
    .map((list) => codeTexts(list.map(String)))

describe('two columns together', () => {
  it.each([3, 20, 400])('have equal numbers where both are equal, of %i values each', (values) => {
    const rows = 600
    fc.assert(
      fc.property(column(rows, values), column(rows, values), (a, b) => {
        const expected = codeTexts([...a.codes].map((code, row) => `${code} ${b.codes[row]}`))
        expect(pairCodes(a, b)).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })
})

describe('how many values a class has', () => {
  const ATOMS = [['a'], ['b'], ['a', 'b'], ['a', 'c'], []]

  /** Counted the plain way, class by class. */
  function leastDiverse(classes: Int32Array, values: Int32Array): number | null {
    if (new Set(values).size <= 1) return null
    const inAll = (list: readonly number[]) =>
      'abc'.split('').filter((atom) => list.every((value) => ATOMS[value]?.includes(atom)))
    const subject = inAll([...values])
    const ofClasses = [...new Set(classes)].map((name) => {
      const found = [...values].filter((_, row) => classes[row] === name)
      return inAll(found).some((atom) => !subject.includes(atom)) ? 1 : new Set(found).size
    })
    return Math.min(...ofClasses)
  }

  it('is one where all of its rows share a code that not the whole brief has', () => {
    const row = fc.tuple(fc.nat(3), fc.nat(ATOMS.length - 1))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const classes = { codes: Int32Array.from(rows, ([name]) => name), size: 4 }
        const values = { codes: Int32Array.from(rows, ([, value]) => value), size: ATOMS.length }
        const weights = new Int32Array(rows.length).fill(1)
        const coded = { weights, classes, sensitive: [{ classes, values, atoms: ATOMS }] }
        const every = new Uint8Array(rows.length).fill(1)
        const counted = countClasses(coded, every, 2, 2)
        expect(counted.leastDiverse).toBe(leastDiverse(classes.codes, values.codes))
        expect(smallestClass(coded)).toBe(counted.smallest)
        const kept = keepLargeClasses(coded, 2, 2)
        expect(rowsKept(coded, kept)).toBe(countClasses(coded, kept, 2, 2).rows)
      }),
      { numRuns: 1000 },
    )
  })
})
