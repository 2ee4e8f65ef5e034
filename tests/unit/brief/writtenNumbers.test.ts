/** Coordinates as they are read from a text, held against each of their forms looked for in it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTextSearch } from '../../../src/brief/gate/text.ts'
import { decimalLeaks, protectedDecimals } from '../../../src/brief/gate/writtenNumbers.ts'
import type { Canary } from '../../../src/core/redaction/briefData.ts'

const canary = (value: string, id = 'x'): Canary => ({
  value,
  protected: 'number',
  where: { kind: 'incidents', id, field: 'where.lat' },
})

/** As written, rounded and cut down to two decimals or more, with a point and with a comma. */
function formsOf(value: string): string[] {
  const [, whole = '', decimals = ''] = /^[+-]?(\d+)[.,](\d+)$/.exec(value.trim()) ?? []
  const forms = new Set<string>()
  for (let places = 2; places <= decimals.length; places += 1) {
    forms.add(`${whole}.${decimals.slice(0, places)}`)
    forms.add(Number(`${whole}.${decimals}`).toFixed(Math.min(places, 15)))
  }
  return [...forms].flatMap((form) => [form, form.replace('.', ',')])
}

function isSaid(form: string, text: string): boolean {
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1))
    if (!/\p{N}/u.test(text.charAt(at - 1)) && !/\p{N}/u.test(text.charAt(at + form.length))) return true
  return false
}

const leaks = (text: string, values: readonly string[]) => {
  const known = protectedDecimals(values.map((value, at) => canary(value, String(at))))
  return decimalLeaks(
    text,
    'here',
    () => known,
    () => true,
  )
}

const digits = fc.string({ unit: fc.constantFrom(...'0199'), minLength: 1, maxLength: 3 })
const fraction = fc.string({ unit: fc.constantFrom(...'04599'), minLength: 1, maxLength: 18 })
const value = fc.tuple(fc.constantFrom('', '-', '+'), digits, fc.constantFrom('.', ','), fraction)

describe('a coordinate in decimals', () => {
  it('is found where one of its forms stands, and nowhere else', () => {
    const values = fc.array(
      value.map((parts) => parts.join('')),
      { minLength: 1, maxLength: 4 },
    )
    const between = fc.string({ unit: fc.constantFrom(...'019.,-N² ½٣x'), maxLength: 4 })
    const piece = fc.tuple(fc.nat(), fc.nat(), between)
    fc.assert(
      fc.property(values, fc.array(piece, { maxLength: 4 }), between, (list, pieces, start) => {
        const forms = list.flatMap(formsOf)
        const text = pieces.reduce((made, [which, cut, after]) => {
          const form = forms[which % Math.max(1, forms.length)] ?? '1.00'
          return made + form.slice(0, form.length - (cut % 5 === 0 ? 1 : 0)) + after
        }, start)
        expect(leaks(text, list).length > 0).toBe(forms.some((form) => isSaid(form, text)))
      }),
      { numRuns: 4000 },
    )
  })

  it.each([
    ['1.23.45', '23.45', true],
    ['1.23.45', '1.23', true],
    ['N43.318E', '43.3183', true],
    ['143.318', '43.3183', false],
    ['43.3181', '43.318', false],
    ['9.99', '9.987', true],
    ['10.00', '9.999', true],
    ['0.10', '0.1', false],
    ['007.50', '7.504', false],
  ])('in "%s", of %s: %s', (text, of, wanted) => {
    expect(leaks(text, [of]).length > 0).toBe(wanted)
  })

  it('is that of the first record which may be meant, and both where both are', () => {
    expect(leaks('43.32', ['43.318', '43.322'])).toHaveLength(1)
    expect(leaks('43.318 and 43.322', ['43.318', '43.322'])).toHaveLength(2)
  })

  it('is found in pages, values and backwards, and is not looked for in bytes', () => {
    const search = createTextSearch([canary('43.318251')], { allowed: ['43.32'], constants: ['43.32'] })
    const { readable, prose, placed, turned } = search
    for (const look of [readable, prose, placed, turned]) {
      expect(look('at 43.32 N', 'here').map((each) => each.class)).toEqual(['leak/number'])
      expect(look('at 152813.34 N', 'here').map((each) => each.class)).toEqual(['leak/number'])
      expect(look('at 2813.34 N', 'here')).toEqual([])
    }
    expect(search.raw('1 0 0 1 43.32 700 cm', 'here', 5)).toEqual([])
  })
})
