import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { standIn } from '../../host/strict.ts'

interface Counter extends EventEmitter {
  readonly count: number
  step: number
  add(): number
  reset(): void
}
class HostCounter extends EventEmitter {
  #count = 0
  #step = 1
  get count(): number {
    return this.#count
  }
  get step(): number {
    return this.#step
  }
  set step(step: number) {
    this.#step = step
  }
  add(): number {
    this.#count += this.#step
    return this.#count
  }
}
const create = (): Counter => standIn<Counter>('counter', new HostCounter())

describe('standIn', () => {
  test('a missing member throws and names itself', () => {
    expect(() => create().reset()).toThrow('tests/host: counter.reset is not implemented')
    expect(() => Reflect.get(create(), 'anything')).toThrow('counter.anything')
  })

  test('members work with private fields, also when taken off the object', () => {
    const counter = create()
    const { add } = counter
    counter.step = 5
    expect(add()).toBe(5)
    expect(counter.count).toBe(5)
    expect(counter.add).toBe(counter.add)
  })

  test('a function put in the place of a method is used', () => {
    const counter = create()
    counter.add = () => 99
    expect(counter.add()).toBe(99)
  })

  test('awaiting it and writing it as JSON are harmless', async () => {
    const counter = create()
    await expect(Promise.resolve(counter)).resolves.toBe(counter)
    expect(() => JSON.stringify(counter)).not.toThrow()
  })

  test('events work', () => {
    const counter = create()
    let heard = 0
    counter.on('tick', (by: number) => (heard += by))
    counter.emit('tick', 2)
    expect(heard).toBe(2)
  })

  test('a member that is there but undefined is not missing', () => {
    const empty = standIn<{ role?: string }>('MenuItem', { role: undefined })
    expect(empty.role).toBeUndefined()
  })
})
