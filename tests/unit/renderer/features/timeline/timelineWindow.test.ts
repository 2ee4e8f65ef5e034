import { expect, test } from 'vitest'
import { dateSpans } from '../../../../../src/core/views/dateSpans.ts'
import { dayNumber } from '../../../../../src/core/views/dayNumbers.ts'
import { movedBy, timelineAct } from '../../../../../src/renderer/features/timeline/timelineKeys.ts'
import {
  isWhole,
  panned,
  timeScale,
  wholeStretch,
  zoomed,
} from '../../../../../src/renderer/features/timeline/timelineWindow.ts'

const whole = { from: 0, to: 1000 }
const stretchOf = (...dates: string[]) => wholeStretch(dateSpans(dates.map((when) => ({ when }))))

test('the whole holds every end that is known, and nothing is on its edge', () => {
  const { from = 0, to = 0 } = stretchOf('2017-04', '2016-12-31/..', '../2018-05-06', 'nonsense') ?? {}
  expect(from).toBeLessThan(dayNumber(2016, 12, 31))
  expect(to).toBeGreaterThan(dayNumber(2018, 5, 7))
  expect(stretchOf('nonsense')).toBeNull()
  expect(stretchOf()).toBeNull()
})

test('one day has a week around it', () => {
  const { from = 0, to = 0 } = stretchOf('2017-04-01') ?? {}
  expect(to - from).toBeGreaterThan(7)
  expect(from).toBeLessThan(dayNumber(2017, 4, 1))
})

test('going closer leaves the day where it is, and ends before nothing can be told apart', () => {
  const near = zoomed(whole, whole, 0.5, 250)
  expect(near).toEqual({ from: 125, to: 625 })
  const nearest = zoomed(near, whole, 1e-9)
  expect(nearest.to - nearest.from).toBe(7)
})

test('going further away and along ends at the whole', () => {
  expect(zoomed({ from: 100, to: 300 }, whole, 99)).toEqual(whole)
  expect(panned({ from: 100, to: 300 }, whole, -500)).toEqual({ from: 0, to: 200 })
  expect(panned({ from: 100, to: 300 }, whole, 5000)).toEqual({ from: 800, to: 1000 })
  expect(isWhole(whole, whole)).toBe(true)
  expect(isWhole({ from: 0, to: 999 }, whole)).toBe(false)
})

test('time runs as the text does', () => {
  const toRight = timeScale(whole, 500, false)
  const toLeft = timeScale(whole, 500, true)
  expect([toRight.x(0), toRight.x(1000), toRight.day(250)]).toEqual([0, 500, 500])
  expect([toLeft.x(0), toLeft.x(1000), toLeft.day(500)]).toEqual([500, 0, 0])
  const key = (name: string) => ({ key: name, ctrlKey: false, altKey: false, metaKey: false })
  expect(timelineAct(key('ArrowRight'), 'ltr')).toBe('later')
  expect(timelineAct(key('ArrowRight'), 'rtl')).toBe('earlier')
  expect(timelineAct(key('ArrowLeft'), 'rtl')).toBe('later')
  expect(timelineAct(key('+'), 'ltr')).toBe('closer')
  expect(timelineAct({ ...key('0'), ctrlKey: true }, 'ltr')).toBeNull()
  expect(timelineAct(key('x'), 'ltr')).toBeNull()
})

test('keys and buttons go along by a part of what is on screen, and to both ends', () => {
  const from = { from: 400, to: 600 }
  expect(movedBy('later', from, whole)).toEqual({ from: 450, to: 650 })
  expect(movedBy('earlier', from, whole)).toEqual({ from: 350, to: 550 })
  expect(movedBy('first', from, whole)).toEqual({ from: 0, to: 200 })
  expect(movedBy('last', from, whole)).toEqual({ from: 800, to: 1000 })
  expect(movedBy('whole', from, whole)).toEqual(whole)
  expect(movedBy('further', from, whole)).toEqual({ from: 350, to: 650 })
  expect(movedBy('closer', { from: 350, to: 650 }, whole)).toEqual(from)
})
