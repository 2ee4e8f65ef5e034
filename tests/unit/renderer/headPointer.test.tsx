import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ColumnActs } from '../../../src/renderer/table/useColumnActs.ts'
import {
  type HeadPointer,
  type HeadPointerOf,
  useHeadPointer,
} from '../../../src/renderer/table/useHeadPointer.ts'

/** As much of an element as the header's pointer asks for. */
class FakeElement extends EventTarget {
  readonly dataset: Record<string, string>
  readonly attributes = new Map<string, string>()
  readonly left: number
  constructor(data: Record<string, string>, left = 0) {
    super()
    this.dataset = data
    this.left = left
  }
  closest(selector: string) {
    return selector.slice(6, -1) in this.dataset ? this : null
  }
  getAttribute(name: string) {
    return this.attributes.get(name) ?? this.dataset[name.slice('data-'.length)] ?? null
  }
  setAttribute(name: string, value: string) {
    this.attributes.set(name, value)
  }
  removeAttribute(name: string) {
    this.attributes.delete(name)
  }
  getBoundingClientRect() {
    return { left: this.left, width: 100 }
  }
}

const heads = [new FakeElement({ column: 'when' }), new FakeElement({ column: 'title' }, 100)]
let tracks = '100px 100px'
const grid = {
  querySelectorAll: () => heads,
  style: { getPropertyValue: () => tracks, setProperty: (_name: string, value: string) => (tracks = value) },
}
const acts = { widthOf: () => 100, resize: vi.fn(), place: vi.fn() }
let page: EventTarget

beforeEach(() => {
  tracks = '100px 100px'
  page = new EventTarget()
  vi.stubGlobal('window', page)
  vi.stubGlobal('Element', FakeElement)
  acts.resize.mockClear()
  acts.place.mockClear()
})
afterEach(() => vi.unstubAllGlobals())

function Probe({ of, onHead }: { readonly of: HeadPointerOf; readonly onHead: (head: HeadPointer) => void }) {
  onHead(useHeadPointer(of))
  return null
}

function press(target: FakeElement): HeadPointer {
  const of = {
    grid: { current: grid } as unknown as HeadPointerOf['grid'],
    acts: acts as unknown as ColumnActs,
    direction: 'ltr' as const,
    tracksWith: (_id: string, width: number) => `${width}px 100px`,
  }
  const drawn: HeadPointer[] = []
  renderToStaticMarkup(<Probe of={of} onHead={(head) => drawn.push(head)} />)
  const [head] = drawn
  if (head === undefined) throw new Error('not drawn')
  const event = { button: 0, target, clientX: 50, pointerId: 1 }
  head.onPointerDown(event as unknown as Parameters<HeadPointer['onPointerDown']>[0])
  return head
}
const send = (type: string, fields: object) => {
  const event = Object.assign(new Event(type, { cancelable: true }), fields)
  page.dispatchEvent(event)
  return event
}
const moveTo = (clientX: number) => send('pointermove', { pointerId: 1, clientX })
const marks = () => heads.map((head) => head.getAttribute('data-drop'))
const edge = () => new FakeElement({ resize: 'when' })
const first = () => heads[0] ?? edge()

test('an edge that is let go resizes the column, a header that is let go stands elsewhere', () => {
  press(edge())
  moveTo(80)
  expect(tracks).toBe('130px 100px')
  send('pointerup', { pointerId: 1, clientX: 80 })
  expect(acts.resize).toHaveBeenCalledExactlyOnceWith('when', 130)
  press(first())
  moveTo(190)
  expect(marks()).toEqual([null, 'after'])
  send('pointerup', { pointerId: 1, clientX: 190 })
  expect(acts.place).toHaveBeenCalledExactlyOnceWith('when', null)
  expect(marks()).toEqual([null, null])
})

const CANCELS = [
  ['Escape', 'keydown', { key: 'Escape' }],
  ['a pointer that is taken away', 'pointercancel', { pointerId: 1, clientX: 190 }],
] as const

test.each(CANCELS)('%s takes a drag back', (_words, type, fields) => {
  const head = press(first())
  moveTo(190)
  send(type, fields)
  expect(marks()).toEqual([null, null])
  moveTo(190)
  send('pointerup', { pointerId: 1, clientX: 190 })
  expect(marks()).toEqual([null, null])
  expect(acts.place).not.toHaveBeenCalled()
  expect(head.takesClick()).toBe(true)
})

test.each(CANCELS)('%s takes a resize back', (_words, type, fields) => {
  press(edge())
  moveTo(190)
  send(type, fields)
  expect(tracks).toBe('100px 100px')
  send('pointerup', { pointerId: 1, clientX: 190 })
  expect(acts.resize).not.toHaveBeenCalled()
})

test('other keys and other pointers mean nothing to it; Escape means nothing else meanwhile', () => {
  press(edge())
  send('keydown', { key: 'a' })
  send('pointerup', { pointerId: 2, clientX: 500 })
  moveTo(80)
  expect(tracks).toBe('130px 100px')
  expect(send('keydown', { key: 'Escape' }).defaultPrevented).toBe(true)
  expect(send('keydown', { key: 'Escape' }).defaultPrevented).toBe(false)
})
