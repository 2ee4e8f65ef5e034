/**
 * Canonical JSON (RFC 8785): one text for one value. ECMAScript's own number and string forms are the canonical
 * ones; only the keys must be put in order of their UTF-16 code units.
 */

export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/** The canonical text, without a newline. Throws on NaN, infinities and lone surrogates, which JSON cannot carry. */
export function canonicalJson(value: JsonValue): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('json/not-a-number')
    return JSON.stringify(value)
  }
  if (typeof value === 'string') return canonicalString(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${canonicalString(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('json/lone-surrogate')
  return JSON.stringify(text)
}
