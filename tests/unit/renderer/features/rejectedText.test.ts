import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tabSeparated } from '../../../../src/renderer/features/import/rejectedText.ts'
import { visibleText } from '../../../../src/renderer/visibleText.ts'

describe('visibleText', () => {
  it('shows hidden characters by their number', () => {
    expect(visibleText('a\u202Eb\u200Bc\u0000')).toBe('a⟨U+202E⟩b⟨U+200B⟩c⟨U+0000⟩')
  })
  it('leaves letters, marks and emoji of any script alone', () => {
    expect(visibleText('Грозный الشيشان é 漢')).toBe('Грозный الشيشان é 漢')
  })
})

describe('tabSeparated', () => {
  it('disarms formulas', () => {
    expect(tabSeparated([['=HYPERLINK("x")', '+1', '@a', '-2', '\t=1', 'plain']]).split('\t')).toEqual([
      `'=HYPERLINK("x")`,
      `'+1`,
      `'@a`,
      `'-2`,
      `'⟨U+0009⟩=1`,
      'plain',
    ])
  })
  it('keeps one line a row and one tab a border, whatever the cells hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 3, maxLength: 3 }), { minLength: 1 }),
        (rows) => {
          const lines = tabSeparated(rows).split('\n')
          expect(lines).toHaveLength(rows.length)
          for (const line of lines) {
            expect(line.split('\t')).toHaveLength(3)
            for (const cell of line.split('\t')) expect(cell).not.toMatch(/^[=+\-@]/)
          }
        },
      ),
    )
  })
})
