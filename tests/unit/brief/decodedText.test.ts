/** Texts in another writing inside a text: found wherever they stand, and looked for in time that grows with the text. */
import { domainToASCII } from 'node:url'
import { expect, it } from 'vitest'
import { decodedTexts } from '../../../src/brief/gate/decodedText.ts'

const said = (text: string) => decodedTexts(text).map((each) => each.text)

it('finds percent signs of an older code page, a stray sign beside them or not', () => {
  expect(said('?q=%C7%E0%F0%E0&x=1')).toContain('Зара')
  expect(said('100%%C7%E0%F0%E0')[0]).toContain('Зара')
  expect(said('100% of them, %20 and %41')).toEqual([])
})

it('finds international domain names, whatever stands around them', () => {
  const name = domainToASCII('шамиль.example')
  expect(name).toMatch(/^xn--/)
  expect(said(`see mail@${name}.`)).toEqual(['шамиль.example'])
  expect(said(`https://www.${name.toUpperCase()}/a`)).toEqual(['www.шамиль.example'])
  expect(said('xnothing.org')).toEqual([])
})

it.each([
  ['hex', '0a1b2c3d'.repeat(125_000)],
  ['with a percent sign', `% ${'abcdefgh'.repeat(125_000)}`],
  ['beginnings of domain names', 'xn--'.repeat(250_000)],
  ['percent signs', '%D0%B7'.repeat(150_000)],
])('reads a million characters of one word: %s', (_, text) => {
  // Patterns that begin anew at each character take hours for it.
  expect(Array.isArray(said(text))).toBe(true)
})
