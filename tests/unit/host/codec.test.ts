import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nodeCodec } from '../../host/codec.ts'

const roundTrip = (value: unknown): unknown => nodeCodec.parse(nodeCodec.stringify(value))

describe('codec', () => {
  test('keeps every value that structured clone keeps', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: false,
      withNullPrototype: false,
    })
    fc.assert(
      fc.property(anything, (value) => {
        expect(roundTrip(value)).toStrictEqual(structuredClone(value))
      }),
    )
  })

  test.each([
    ['undefined', undefined],
    ['a list with undefined', [undefined, null]],
    ['NaN', Number.NaN],
    ['minus zero', -0],
    ['infinity', Number.NEGATIVE_INFINITY],
    ['an invalid date', new Date(Number.NaN)],
    ['a key that looks like a tag', { $: 'u', v: 1 }],
    ['a key named __proto__', JSON.parse('{"__proto__":{"a":1}}')],
    ['a lone surrogate', '\ud800'],
    ['a regular expression', /a+/giu],
    ['a view into a part of a buffer', new Uint8Array([1, 2, 3, 4]).subarray(1, 3)],
    ['16-bit floats', new Float16Array([0.5, -2])],
    ['an array buffer', new Uint8Array([9, 8]).buffer],
  ])('keeps %s', (_name, value) => {
    expect(roundTrip(value)).toStrictEqual(structuredClone(value))
  })

  test('turns a Buffer into bytes, as IPC does', () => {
    expect(roundTrip(Buffer.from('ab'))).toStrictEqual(new Uint8Array([97, 98]))
  })

  test('keeps the kind, name and message of an error, and not its stack', () => {
    const error = new RangeError('too far')
    const back = roundTrip(error)
    expect(back).toBeInstanceOf(RangeError)
    expect(back).toMatchObject({ name: 'RangeError', message: 'too far' })
    expect(nodeCodec.stringify(error)).not.toContain('codec.test')
  })

  test.each([
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a function deep inside', { list: [{ f: () => 1 }] }],
  ])('refuses %s', (_name, value) => {
    expect(() => nodeCodec.stringify(value)).toThrow('An object could not be cloned.')
  })

  test('refuses a cycle, and accepts the same object twice', () => {
    const cycle: { self?: unknown } = {}
    cycle.self = cycle
    expect(() => nodeCodec.stringify(cycle)).toThrow('cyclic')
    const shared = { a: 1 }
    expect(roundTrip([shared, shared])).toEqual([{ a: 1 }, { a: 1 }])
  })

  test.each([
    '{"$":"t","k":"Function","v":"YWxlcnQoMSk="}',
    '{"$":"t","k":"Promise","v":""}',
    '{"$":"x","v":1}',
    '{"$":"m","v":1}',
    '{"$":"o","v":null}',
  ])('refuses text it cannot have written: %s', (text) => {
    expect(() => nodeCodec.parse(text)).toThrow('bad IPC value')
  })

  test('an error may have any name without naming a constructor', () => {
    const back = nodeCodec.parse('{"$":"e","v":["Function","return 1"]}')
    expect(back).toBeInstanceOf(Error)
    expect(back).toMatchObject({ name: 'Function', message: 'return 1' })
  })
})
