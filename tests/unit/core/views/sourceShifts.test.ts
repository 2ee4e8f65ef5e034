import { expect, test } from 'vitest'
import { sourceShifts } from '../../../../src/core/views/sourceShifts.ts'

const shifts = (...periods: (readonly [incidents: number, sources: number])[]) =>
  sourceShifts(periods.map(([incidents, sources]) => ({ incidents, sources })))

test('a period is marked when incidents and sources rose or fell together', () => {
  expect(shifts([4, 2], [9, 5], [3, 1])).toEqual([null, { before: 2, now: 5 }, { before: 5, now: 1 }])
})

test('no period is marked when only one of them changed, or they parted', () => {
  expect(shifts([4, 2], [9, 2])).toEqual([null, null])
  expect(shifts([4, 2], [4, 5])).toEqual([null, null])
  expect(shifts([4, 5], [9, 2])).toEqual([null, null])
})

test('small changes are no shift', () => {
  expect(shifts([4, 2], [9, 3])).toEqual([null, null])
  expect(shifts([100, 40], [110, 80])).toEqual([null, null])
  expect(shifts([100, 40], [180, 44])).toEqual([null, null])
})

test('a period without incidents is none of a change of reporting, nor the one after it', () => {
  expect(shifts([4, 5], [0, 0], [9, 8], [3, 2])).toEqual([null, null, null, { before: 8, now: 2 }])
})

test('the first period has nothing before it', () => {
  expect(shifts([4, 2])).toEqual([null])
  expect(shifts()).toEqual([])
})
