import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deepFreeze, deepFreezeAfter } from '../../../src/vault/data/deepFreeze.ts'

/** Records of JSON, as they stand in a log. */
const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))

test('what takes the place of a frozen record is frozen all the way down, whatever it took over', () => {
  fc.assert(
    fc.property(record, record, fc.array(fc.string()), (base, changes, left) => {
      deepFreeze(base)
      const next: Record<string, unknown> = { ...base, ...changes }
      for (const key of left) delete next[key]
      deepFreezeAfter(base, next)
      expect(isDeeplyFrozen(next)).toBe(true)
    }),
  )
})

test('a part that was moved to another name is frozen too', () => {
  const base = { a: { list: [1] }, b: null }
  deepFreeze(base)
  const next = deepFreezeAfter(base, { a: { list: [{ x: 1 }] }, b: base.a, c: [{ y: [] }] })
  expect(isDeeplyFrozen(next)).toBe(true)
})

function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen)
}
