import { expect, test } from 'vitest'
import { isHighContrast, schemeOf, THEMES } from '../../../src/shared/themes.ts'

test('each theme is light, dark or as the desktop, and two of them have the strongest contrast', () => {
  expect(THEMES.map((theme) => [theme, schemeOf(theme), isHighContrast(theme)])).toEqual([
    ['system', 'system', false],
    ['light', 'light', false],
    ['dark', 'dark', false],
    ['contrast-light', 'light', true],
    ['contrast-dark', 'dark', true],
  ])
})
