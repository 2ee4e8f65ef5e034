import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { RESOURCES, templateText } from './sampleBrief.ts'

const NAMES = readdirSync(path.join(RESOURCES, 'brief')).filter((name) => name.endsWith('.typ'))
/** A layout is set behind what all of them share. */
const TEMPLATES = NAMES.filter((name) => name !== 'base.typ')

describe.each(TEMPLATES)('%s', (name) => {
  const code = `${templateText('base.typ')}\n${templateText(name)}`
    .split('\n')
    .map((line) => line.replace(/^\s*\/\/.*$/, ''))
    .join('\n')

  it.each([
    ['packages', /#?\bimport\b/],
    ['included files', /\binclude\b/],
    ['evaluated text', /\beval\b/],
    ['files', /\b(?:read|csv|toml|yaml|xml|cbor|image|plugin|bibliography)\s*\(/],
    ['the clock', /datetime\.today|\bauto-date\b/],
    ['inputs from outside', /sys\.inputs/],
    ['fallback fonts', /fallback:\s*true/],
    ['styles whose font is not shipped', /style:\s*"(?:italic|oblique)"|\bemph\b/],
  ])('does not use %s', (_, pattern) => {
    expect(code).not.toMatch(pattern)
  })

  it('takes its data from one place', () => {
    expect(code.match(/json\([^)]*\)/g)).toEqual(['json("/data.json")'])
  })

  it('makes each pattern once, not for each text that it is looked for in', () => {
    const made = code.split('\n').filter((line) => line.includes('regex('))
    expect(made.filter((line) => !/^#let [\w-]+ = /.test(line))).toEqual([])
  })

  it('turns fallback fonts off and sets the date', () => {
    expect(code).toContain('fallback: false')
    expect(code).toMatch(/date: datetime\(year: page-data\.date/)
  })
})
