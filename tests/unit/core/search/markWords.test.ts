import { expect, test } from 'vitest'
import { createMarker, foundPart } from '../../../../src/core/search/markWords.ts'

const shown = (typed: string, text: string) =>
  createMarker(typed)(text)
    .map(({ text: piece, isFound }) => (isFound ? `[${piece}]` : piece))
    .join('')

test('marks the words as they stand in the text, accents, endings and all', () => {
  expect(shown('detenu', 'Deux détenus, un de\u0301tenu')).toBe('Deux [détenus], un [de\u0301tenu]')
  expect(shown('тюрьма', 'В тюрьме и у Тюрьмы')).toBe('В [тюрьме] и у [Тюрьмы]')
  expect(shown('سجن', 'في السجن المركزي')).toBe('في [السجن] المركزي')
  expect(shown('елка', 'Ёлка')).toBe('[Ёлка]')
  expect(shown('2017', 'سنة ٢٠١٧')).toBe('سنة [٢٠١٧]')
})

test('marks nothing where nothing was typed, and loses no letter', () => {
  expect(shown('', 'A text')).toBe('A text')
  const text = '  …“Quoted”, and – spaced  '
  expect(shown('quo', text).replaceAll(/[[\]]/g, '')).toBe(text)
})

test('shows the part of a long text where the first word stands', () => {
  const text = `${'before '.repeat(40)}prison ${'after '.repeat(80)}`
  const part = foundPart(createMarker('prison'), text) ?? []
  expect(part.find(({ isFound }) => isFound)?.text).toBe('prison')
  const whole = part.map(({ text: piece }) => piece).join('')
  expect(whole.startsWith('… before')).toBe(true)
  expect(whole.endsWith('after…')).toBe(true)
  expect(whole.length).toBeLessThan(220)
  expect(foundPart(createMarker('absent'), text)).toBeNull()
})
