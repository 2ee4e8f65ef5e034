import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type JsonValue } from '../../../src/brief/canonicalJson.ts'

describe('canonicalJson', () => {
  it('gives the example of RFC 8785, 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    expect(Object.keys(JSON.parse(canonicalJson(value)) as object).length).toBe(7)
    expect([...canonicalJson(value).matchAll(/:"([^"]*)"/g)].map((match) => match[1])).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it('gives the numbers of RFC 8785, 3.2.2', () => {
    expect(
      canonicalJson(
        JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]') as JsonValue,
      ),
    ).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27]')
  })

  it('means the same and does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const given = value as JsonValue
        const text = canonicalJson(given)
        expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text)
        expect(canonicalJson(reversedKeys(given))).toBe(text)
      }),
    )
  })

  it('refuses what JSON cannot carry', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('json/not-a-number')
    expect(() => canonicalJson('\ud800')).toThrow('json/lone-surrogate')
  })
})

function reversedKeys(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(reversedKeys)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversedKeys(each)]),
  )
}
