// Structured values <-> JSON text, for IPC over the DevTools protocol: what structured clone keeps is kept
// (undefined, NaN, -0, bigint, Date, RegExp, Error, Map, Set, ArrayBuffer, typed arrays); what it refuses is
// refused with its message. Cyclic values are not supported.
//
//   plain JSON value      itself                      { $: 'd', v: ms }       Date
//   { $: 'u' }            undefined                   { $: 'r', v: [s, f] }   RegExp
//   { $: 'n', v: text }   NaN, -0, ±Infinity          { $: 'e', v: [n, m] }   Error: name, message
//   { $: 'i', v: text }   bigint                      { $: 'm' | 's', v: [] } Map entries, Set members
//   { $: 'b', v: base64 } ArrayBuffer                 { $: 't', k, v }        typed array or DataView of kind k
//   { $: 'o', v: {} }     an object that has a key $
//
// `createCodec` is also sent into Chromium as source text, so it may refer to nothing outside its own body.

export interface Base64 {
  encode(bytes: Uint8Array): string
  decode(text: string): Uint8Array
}
export interface Codec {
  /** Throws "An object could not be cloned." for functions, symbols and promises. */
  stringify(value: unknown): string
  /** Throws on text that `stringify` cannot have written. */
  parse(text: string): unknown
}

/** A codec over the given base64 (Node and Chromium have different ones). */
export function createCodec(base64: Base64): Codec {
  type Tagged = { $?: unknown; k?: unknown; v?: unknown }
  const errorNames = [
    'Error',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
  ]
  const viewNames = [
    'DataView',
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float16Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
  ]
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }
  const bad = (): never => {
    throw new Error('tests/host: bad IPC value')
  }

  const encodeObject = (value: object, parents: readonly object[]): unknown => {
    if (parents.includes(value)) throw new Error('tests/host: cyclic values are not supported over IPC')
    const inside = [...parents, value]
    const encodeAll = (values: Iterable<unknown>): unknown[] =>
      Array.from(values, (item) => encode(item, inside))
    if (value instanceof Date) return { $: 'd', v: encode(value.getTime(), inside) }
    if (value instanceof RegExp) return { $: 'r', v: [value.source, value.flags] }
    if (value instanceof Error) return { $: 'e', v: [value.name, value.message] }
    if (value instanceof Map) return { $: 'm', v: encodeAll(value.entries()) }
    if (value instanceof Set) return { $: 's', v: encodeAll(value) }
    if (value instanceof ArrayBuffer) return { $: 'b', v: base64.encode(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) {
      const kind = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      return { $: 't', k: kind, v: base64.encode(bytes) }
    }
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) return refuse()
    if (Array.isArray(value)) return encodeAll(value)
    const plain = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item, inside)]))
    return Object.hasOwn(plain, '$') ? { $: 'o', v: plain } : plain
  }
  const encode = (value: unknown, parents: readonly object[]): unknown => {
    switch (typeof value) {
      case 'undefined':
        return { $: 'u' }
      case 'number':
        if (Number.isFinite(value) && !Object.is(value, -0)) return value
        return { $: 'n', v: Object.is(value, -0) ? '-0' : String(value) }
      case 'bigint':
        return { $: 'i', v: String(value) }
      case 'function':
      case 'symbol':
        return refuse()
      case 'object':
        return value === null ? null : encodeObject(value, parents)
      default:
        return value
    }
  }

  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : bad())
  const buffer = (value: unknown): ArrayBuffer => {
    const bytes = base64.decode(String(value))
    return new Uint8Array(bytes).buffer
  }
  const construct = (allowed: readonly string[], name: unknown, argument: unknown): unknown => {
    // A fixed list: the text comes from the page, and `new globalThis[name]` would let it name `Function`.
    if (typeof name !== 'string' || !allowed.includes(name)) return bad()
    return Reflect.construct(Reflect.get(globalThis, name), [argument])
  }
  const decodeEntries = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return bad()
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item)]))
  }
  const decodeError = (value: unknown): unknown => {
    const [name, message] = list(value)
    const known = typeof name === 'string' && errorNames.includes(name)
    const error = construct(errorNames, known ? name : 'Error', message)
    if (error instanceof Error && !known) error.name = String(name)
    return error
  }
  const decodeTagged = ({ $, k, v }: Tagged): unknown => {
    switch ($) {
      case 'u':
        return undefined
      case 'n':
        return Number(v)
      case 'i':
        return BigInt(String(v))
      case 'd':
        return new Date(Number(decode(v)))
      case 'r':
        return new RegExp(String(list(v)[0]), String(list(v)[1]))
      case 'e':
        return decodeError(v)
      case 'm':
        return new Map(
          list(v).map((pair): [unknown, unknown] => [decode(list(pair)[0]), decode(list(pair)[1])]),
        )
      case 's':
        return new Set(list(v).map(decode))
      case 'b':
        return buffer(v)
      case 't':
        return construct(viewNames, k, buffer(v))
      case 'o':
        return decodeEntries(v)
      default:
        return bad()
    }
  }
  const decode = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(decode)
    return Object.hasOwn(value, '$') ? decodeTagged(value) : decodeEntries(value)
  }

  return {
    stringify: (value) => JSON.stringify(encode(value, [])),
    parse: (text) => decode(JSON.parse(text)),
  }
}

/** The codec of the host's own side, over Node's base64. */
export const nodeCodec: Codec = createCodec({
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
})
