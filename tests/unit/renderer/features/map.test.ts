/** @vitest-environment node */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInBox } from '../../../../src/core/queryTerms/boxTerm.ts'
import {
  clusterMarks,
  mapMarks,
  marksExtent,
  marksInOrder,
} from '../../../../src/renderer/features/map/mapMarks.ts'
import { project, unproject, WORLD } from '../../../../src/renderer/features/map/mapProjection.ts'
import {
  boxOf,
  fitView,
  onPlane,
  onScreen,
  panned,
  shownExtent,
  zoomed,
} from '../../../../src/renderer/features/map/mapView.ts'

const lon = fc.double({ min: -180, max: 180, noNaN: true })
const lat = fc.double({ min: -89, max: 89, noNaN: true })
const SIZE = { width: 900, height: 600 }

describe('the projection', () => {
  it('leads there and back, and keeps areas equal', () => {
    fc.assert(
      fc.property(lon, lat, (x, y) => {
        const back = unproject(project(x, y))
        expect(back.lon).toBeCloseTo(x, 5)
        expect(back.lat).toBeCloseTo(y, 5)
      }),
    )
    const cell = (south: number) => {
      const height = project(0, south).y - project(0, south + 0.01).y
      return (project(0.01, south + 0.005).x * height) / Math.cos(((south + 0.005) * Math.PI) / 180)
    }
    for (const south of [-70, 0, 43, 80]) expect(cell(south) / cell(10)).toBeCloseTo(1, 3)
  })
})

describe('the view', () => {
  it('shows all of what it is fitted to, and finds the way back from the screen', () => {
    const extent = { west: 0.5, north: -0.9, east: 0.7, south: -0.6 }
    const view = fitView(extent, SIZE)
    const shown = shownExtent(view, SIZE)
    expect(shown.west).toBeLessThan(extent.west)
    expect(shown.south).toBeGreaterThan(extent.south)
    const back = onPlane(view, onScreen(view, { x: 0.6, y: -0.8 }))
    expect(back.x).toBeCloseTo(0.6)
    expect(back.y).toBeCloseTo(-0.8)
  })

  it('is fitted no nearer than it can be brought by hand', () => {
    const large = { width: 2560, height: 1440 }
    const spot = { west: 0.5, north: -0.7, east: 0.5, south: -0.7 }
    const view = fitView(spot, large)
    expect(zoomed(view, 2, { x: 10, y: 10 }, large)).toBe(view)
    expect(onScreen(view, { x: 0.5, y: -0.7 })).toEqual({ x: 1280, y: 720 })
  })

  it('keeps the point under the pointer, and some of the world on screen', () => {
    const view = fitView({ west: 0.5, north: -0.9, east: 0.7, south: -0.6 }, SIZE)
    const around = { x: 450, y: 300 }
    const before = onPlane(view, around)
    const after = onPlane(zoomed(view, 2, around, SIZE), around)
    expect(after.x).toBeCloseTo(before.x)
    expect(zoomed(fitView(WORLD, SIZE), 0.1, around, SIZE)).toEqual(fitView(WORLD, SIZE))
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }), (x, y) => {
        const middle = onPlane(panned(view, x, y, SIZE), { x: 450, y: 300 })
        expect(middle.x).toBeGreaterThanOrEqual(WORLD.west - 1e-9)
        expect(middle.x).toBeLessThanOrEqual(WORLD.east + 1e-9)
      }),
    )
  })

  it('gives a box that holds whatever is drawn in the rectangle', () => {
    fc.assert(
      fc.property(lon, lat, fc.nat(300), fc.nat(300), (x, y, right, down) => {
        const view = fitView(WORLD, SIZE)
        const at = onScreen(view, project(x, y))
        const box = boxOf(view, { x: at.x - right, y: at.y - down }, { x: at.x + 1, y: at.y + 1 })
        expect(
          isInBox(
            { lon: Number(x.toFixed(9)), lat: Number(y.toFixed(9)) },
            {
              ...{ west: box.west - 1e-6, south: box.south - 1e-6 },
              ...{ east: box.east + 1e-6, north: box.north + 1e-6 },
            },
          ),
        ).toBe(true)
      }),
    )
  })
})

describe('marks and clusters', () => {
  const rows = fc.array(
    fc.record({
      precision: fc.integer({ min: 1, max: 7 }),
      at: fc.option(fc.record({ lat, lon }), { nil: undefined }),
    }),
    { maxLength: 150 },
  )
  it('hold every record that has coordinates finer than a country, whatever the zoom', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0.001, max: 2, noNaN: true }), (made, side) => {
        const places = made.map(({ precision, at }) => ({ where: { precision, country: 'ML', ...at } }))
        const marks = mapMarks(places, () => true)
        const drawn = made.filter(({ precision, at }) => at !== undefined && precision !== 6)
        expect(marks.count).toBe(drawn.length)
        const whole = [...marks.byCountry.values()].reduce((sum, each) => sum + each, 0)
        const water = made.filter(({ precision, at }) => at === undefined && precision === 7).length
        expect(marks.count + whole + water).toBe(made.length)
        const clusters = clusterMarks(marks, side)
        expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(drawn.length)
        for (const cluster of clusters) expect(made[cluster.row]?.precision).toBe(cluster.precision)
        expect(marksExtent(marks) === null).toBe(drawn.length === 0)
      }),
    )
  })
})

describe('marks that keys lead to', () => {
  it('are those on screen, each once, from west to east', () => {
    const mark = (x: number, y: number) => ({ x, y, count: 1, precision: 1, row: 0 })
    const marks = [mark(3, 1), mark(1, 2), mark(1, 1), mark(9, 9)]
    const shown = { west: 0, north: 0, east: 5, south: 5 }
    expect(marksInOrder(marks, shown).map(({ x, y }) => [x, y])).toEqual([
      [1, 1],
      [1, 2],
      [3, 1],
    ])
    expect(marksInOrder(marks, { west: -2, north: -2, east: -1, south: -1 })).toEqual([])
  })
})
