import { expect, test } from 'vitest'
import { OTHER_CODES } from '../../../../src/core/views/foldCodes.ts'
import { lanesOf, NO_CODE } from '../../../../src/core/views/lanes.ts'

const lanes = (most: number, ...codes: string[][]) =>
  lanesOf(
    codes.map((of) => ({ of })),
    ({ of }) => of,
    most,
  )

test('the fullest lane comes first, and what has no code last', () => {
  const { keys, totals, inSeveral } = lanes(9, [], ['b'], ['a', 'b'], ['c'], ['b', 'b'], [])
  expect(keys).toEqual(['b', 'a', 'c', NO_CODE])
  expect([...totals]).toEqual([3, 1, 1, 2])
  expect(inSeveral).toBe(1)
})

test('what has no room shares a lane, and is in it once', () => {
  const { keys, totals, starts } = lanes(3, [], ['a'], ['a', 'b', 'c'], ['b', 'c'], ['a'])
  expect(keys).toEqual(['a', OTHER_CODES, NO_CODE])
  expect([...totals]).toEqual([3, 2, 1])
  expect([...starts]).toEqual([0, 1, 2, 4, 5, 6])
})

test('there are no lanes without records', () => {
  expect(lanes(5).keys).toEqual([])
})
