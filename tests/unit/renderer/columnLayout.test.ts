import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NARROWEST_COLUMN, tableLayoutSchema, WIDEST_COLUMN } from '../../../src/core/tableView.ts'
import {
  isSameLayout,
  moveColumn,
  orderOf,
  pinColumn,
  placeColumn,
  plainLayout,
  resizeColumn,
  showColumn,
} from '../../../src/renderer/table/columnLayout.ts'
import { columnTracks, pinnedOffsets } from '../../../src/renderer/table/tableColumn.ts'

const IDS = ['when', 'title', 'place', 'tags']
const PLAIN = plainLayout([...IDS.map((id) => ({ id })), { id: 'late', isHidden: true }], [])
const ALL = [...IDS, 'late']

describe('a column', () => {
  test('is moved by one place among those shown, over hidden ones, and not beyond the end', () => {
    const moved = moveColumn(PLAIN, ALL, IDS, 'when', 1)
    expect(orderOf(moved, ALL)).toEqual(['title', 'when', 'place', 'tags', 'late'])
    expect(moveColumn(PLAIN, ALL, IDS, 'when', -1)).toBe(PLAIN)
    expect(moveColumn(PLAIN, ALL, IDS, 'tags', 1)).toBe(PLAIN)
    const hidden = showColumn(PLAIN, ALL, 'title', false)
    expect(orderOf(moveColumn(hidden, ALL, ['when', 'place', 'tags'], 'place', -1), ALL)).toEqual([
      'place',
      'when',
      'title',
      'tags',
      'late',
    ])
  })

  test('at the start edge moves among those there, and is let go by dropping it elsewhere', () => {
    const pinned = pinColumn(pinColumn(PLAIN, 'place', true), 'title', true)
    expect(pinned.pinned).toEqual(['place', 'title'])
    expect(moveColumn(pinned, ALL, ['place', 'title', 'when', 'tags'], 'title', -1).pinned).toEqual([
      'title',
      'place',
    ])
    expect(moveColumn(pinned, ALL, ['place', 'title', 'when', 'tags'], 'title', 1)).toBe(pinned)
    expect(placeColumn(pinned, ALL, 'when', 'title').pinned).toEqual(['place', 'when', 'title'])
    expect(placeColumn(pinned, ALL, 'place', null).pinned).toEqual(['title'])
  })

  test('keeps within its bounds, and takes back the width it comes with', () => {
    expect(resizeColumn(PLAIN, 'when', 3).widths).toEqual({ when: NARROWEST_COLUMN })
    expect(resizeColumn(PLAIN, 'when', 99_999).widths).toEqual({ when: WIDEST_COLUMN })
    expect(resizeColumn(resizeColumn(PLAIN, 'when', 200), 'when', null)).toEqual(PLAIN)
  })

  test('that is the last one shown stays', () => {
    const one = ['when', 'title', 'place'].reduce((layout, id) => showColumn(layout, ALL, id, false), PLAIN)
    expect(showColumn(one, ALL, 'tags', false)).toBe(one)
    expect(showColumn(one, ALL, 'late', true).hidden).toEqual(['when', 'title', 'place'])
  })
})

test('whatever is done, every column is there once and the log can keep the layout', () => {
  const act = fc.tuple(
    fc.constantFrom('move', 'place', 'pin', 'width', 'show'),
    fc.constantFrom(...ALL),
    fc.constantFrom(...ALL, null),
    fc.boolean(),
    fc.integer({ min: -50, max: 3_000 }),
  )
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const layout = acts.reduce((before, [what, id, other, flag, width]) => {
        const shown = orderOf(before, ALL).filter((each) => !before.hidden.includes(each))
        if (what === 'move') return moveColumn(before, ALL, shown, id, flag ? 1 : -1)
        if (what === 'place') return placeColumn(before, ALL, id, other)
        if (what === 'pin') return pinColumn(before, id, flag)
        if (what === 'width') return resizeColumn(before, id, flag ? width : null)
        return showColumn(before, ALL, id, flag)
      }, PLAIN)
      expect(orderOf(layout, ALL).toSorted()).toEqual(ALL.toSorted())
      expect(new Set(layout.pinned).size).toBe(layout.pinned.length)
      expect(layout.hidden.length).toBeLessThan(ALL.length)
      expect(tableLayoutSchema.parse(layout)).toEqual(layout)
      expect(isSameLayout(layout, { ...layout })).toBe(true)
    }),
  )
})

test('what is pinned or was resized has a fixed track, and the pinned ones stand one after another', () => {
  const columns = [
    { id: 'when', width: 100 },
    { id: 'title', width: 200, grow: 1 },
  ].map((column) => ({ ...column, header: 'column.when' as const, value: () => undefined }))
  expect(columnTracks(columns, PLAIN)).toBe('100px minmax(200px, 1fr)')
  const pinned = resizeColumn(pinColumn(pinColumn(PLAIN, 'when', true), 'title', true), 'when', 120)
  expect(columnTracks(columns, pinned)).toBe('120px 200px')
  expect(pinnedOffsets(columns, pinned)).toEqual([0, 120, 320])
})
