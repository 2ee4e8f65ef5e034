import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clampPlace, nextPlace } from '../../../src/renderer/table/gridMoves.ts'

const SIZE = { rows: 100, columns: 5, page: 20 }
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false })

test('arrows move by one, and right to left is mirrored', () => {
  const from = { row: 3, column: 2 }
  expect(nextPlace(from, press('ArrowDown'), SIZE, 'ltr')).toEqual({ row: 4, column: 2 })
  expect(nextPlace(from, press('ArrowRight'), SIZE, 'ltr')).toEqual({ row: 3, column: 3 })
  expect(nextPlace(from, press('ArrowRight'), SIZE, 'rtl')).toEqual({ row: 3, column: 1 })
})

test('up from the first row is the header, and no further', () => {
  expect(nextPlace({ row: 0, column: 1 }, press('ArrowUp'), SIZE, 'ltr')).toEqual({ row: -1, column: 1 })
  expect(nextPlace({ row: -1, column: 1 }, press('ArrowUp'), SIZE, 'ltr')).toEqual({ row: -1, column: 1 })
})

test('pages stop at the rows, Ctrl Home and Ctrl End go all the way', () => {
  expect(nextPlace({ row: 5, column: 1 }, press('PageUp'), SIZE, 'ltr')).toEqual({ row: 0, column: 1 })
  expect(nextPlace({ row: 95, column: 1 }, press('PageDown'), SIZE, 'ltr')).toEqual({ row: 99, column: 1 })
  expect(nextPlace({ row: 50, column: 3 }, press('Home', true), SIZE, 'ltr')).toEqual({ row: 0, column: 0 })
  expect(nextPlace({ row: 50, column: 3 }, press('End', true), SIZE, 'ltr')).toEqual({ row: 99, column: 4 })
})

test('other keys do not move', () => {
  expect(nextPlace({ row: 0, column: 0 }, press('Enter'), SIZE, 'ltr')).toBeNull()
})

test('no sequence of keys leaves the grid', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End']
  const size = fc.record({
    rows: fc.nat(300),
    columns: fc.integer({ min: 1, max: 12 }),
    page: fc.integer({ min: 1, max: 40 }),
  })
  fc.assert(
    fc.property(
      size,
      fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean())),
      fc.constantFrom<'ltr' | 'rtl'>('ltr', 'rtl'),
      (grid, presses, direction) => {
        let place = clampPlace({ row: 0, column: 0 }, grid)
        for (const [key, ctrl] of presses)
          place = nextPlace(place, press(key, ctrl), grid, direction) ?? place
        expect(place).toEqual(clampPlace(place, grid))
        expect(place.row).toBeLessThan(grid.rows)
        expect(place.column).toBeLessThan(grid.columns)
      },
    ),
  )
})
