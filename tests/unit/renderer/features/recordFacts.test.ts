import { expect, test } from 'vitest'
import { checkAge } from '../../../../src/renderer/features/contacts/checkAge.ts'
import { countWords } from '../../../../src/renderer/features/incidents/countWords.ts'
import { createLanguage } from '../../../../src/renderer/text.ts'

const en = createLanguage('en')

test('the age of a check is told from the last day it may mean', () => {
  const age = (checkedOn: string) => checkAge({ checkedOn }, '2026-02-03', en)
  expect(age('2026-02-03')).toBe('today')
  expect(age('2026-02-02')).toBe('yesterday')
  expect(age('2025-11-05')).toBe('90 days ago')
  expect(age('2026-01')).toBe('3 days ago')
  expect(age('2025-06-01')).toBe('8 months ago')
  expect(age('2019')).toBe('6 years ago')
  expect(age('2019/..')).toBe('since 2019')
})

test('numbers of people are told as a range, never as one number where more are known', () => {
  const words = (count: Parameters<typeof countWords>[0]) => countWords(count, en)
  expect(words({})).toBe('')
  expect(words({ low: 3, high: 5 })).toBe('3 to 5')
  expect(words({ low: 3, best: 4, high: 5, reportedBy: 'X' })).toBe(
    '3 to 5, best estimate 4, as reported by X',
  )
  expect(words({ low: 2 })).toBe('at least 2')
  expect(words({ high: 2_000 })).toBe('at most 2,000')
  expect(words({ low: 3, best: 3, high: 3 })).toBe('3')
})
