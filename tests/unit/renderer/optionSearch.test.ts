import { expect, test } from 'vitest'
import { countryOptions } from '../../../src/renderer/features/incidents/countries.ts'
import { findOptions, MOST_SHOWN } from '../../../src/renderer/ui/optionSearch.ts'

test('every typed word must be found, in the label, the note or the code', () => {
  const options = [
    { value: '020111110000', label: 'Torture', note: 'also of relatives' },
    { value: '030104000000', label: 'Abduction' },
  ]
  expect(findOptions(options, 'TORT').map((option) => option.label)).toEqual(['Torture'])
  expect(findOptions(options, 'relatives torture')).toHaveLength(1)
  expect(findOptions(options, '030104')).toHaveLength(1)
  expect(findOptions(options, 'x')).toHaveLength(0)
})

test('what begins with the typed text comes first', () => {
  expect(findOptions(countryOptions('en-GB'), 'rus')[0]?.value).toBe('RU')
  expect(findOptions(countryOptions('ru'), 'росс')[0]?.value).toBe('RU')
})

test('a long list is cut', () => {
  const options = countryOptions('en-GB')
  expect(options.length).toBe(249)
  expect(findOptions(options, '')).toHaveLength(MOST_SHOWN)
})
