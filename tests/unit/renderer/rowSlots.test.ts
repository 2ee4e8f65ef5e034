import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RowSlots } from '../../../src/renderer/table/RowSlots.ts'

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at)

/** Rows that React would move when their elements stand in one order and are asked for in another. */
function moved(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number[] {
  const places = new Map([...before.values()].map((slot, place) => [slot, place]))
  let last = -1
  return [...after].flatMap(([key, slot]) => {
    const place = places.get(slot)
    if (place === undefined) return []
    if (place < last) return [key]
    last = place
    return []
  })
}

describe('slots of rows', () => {
  test('rows of another page take over the elements of those that went', () => {
    const slots = new RowSlots()
    const first = slots.assign(range(0, 28), null)
    expect([...slots.assign(range(500, 28), null).values()]).toEqual([...first.values()])
  })

  test('elements stay in their order when most rows are others', () => {
    const slots = new RowSlots()
    const first = slots.assign(range(100, 28), null)
    expect([...slots.assign(range(120, 28), null).values()]).toEqual([...first.values()])
  })

  test('the row that has the focus keeps its element, and the others take over those behind it', () => {
    const slots = new RowSlots()
    const first = slots.assign(range(100, 28), null)
    const held = first.get(101) ?? null
    const below = slots.assign([101, ...range(500, 28)], held)
    expect(below.get(101)).toBe(held)
    expect([...below.values()].slice(0, 27)).toEqual([...first.values()].slice(1))
  })

  test('no other row takes over the element that has the focus', () => {
    const slots = new RowSlots()
    const held = slots.assign(range(0, 5), null).get(2) ?? null
    expect([...slots.assign(range(10, 5), held).values()]).not.toContain(held)
  })

  test('each row has one slot; what has the focus keeps it and, as rows that keep theirs, is not moved', () => {
    const drawnArb = fc.record({ from: fc.nat(60), count: fc.nat(30), active: fc.nat(80), held: fc.nat(29) })
    fc.assert(
      fc.property(fc.array(drawnArb, { maxLength: 20 }), (steps) => {
        const slots = new RowSlots()
        let before: ReadonlyMap<number, number> = new Map()
        for (const { from, count, active, held } of steps) {
          const keys = [...new Set([...range(from, count), active])].sort((a, b) => a - b)
          const [heldKey, heldSlot] = [...before][held] ?? [-1, null]
          const assigned = slots.assign(keys, heldSlot)
          const after = new Map(keys.map((key) => [key, assigned.get(key) ?? -1]))
          expect(new Set(after.values()).size).toBe(keys.length)
          if (after.has(heldKey)) expect(after.get(heldKey)).toBe(heldSlot)
          else expect([...after.values()]).not.toContain(heldSlot)
          const staying = keys.filter((key) => before.has(key))
          if (staying.length * 2 >= keys.length)
            for (const key of staying) expect(after.get(key)).toBe(before.get(key))
          const isKept = (key: number) => before.get(key) === after.get(key)
          expect(moved(before, after).filter(isKept)).toEqual([])
          before = after
        }
      }),
    )
  })
})
