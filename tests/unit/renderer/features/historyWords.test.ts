import { expect, test } from 'vitest'
import { KINDS, SCHEMAS } from '../../../../src/core/records.ts'
import { historyWords } from '../../../../src/renderer/features/history/historyWords.ts'
import { createLanguage } from '../../../../src/renderer/text.ts'
import { isMessageKey } from '../../../../src/shared/i18n/catalogue.ts'

const titles: Readonly<Record<string, string>> = { p1: 'Nightingale' }
const words = (kind: Parameters<typeof historyWords>[0]) =>
  historyWords(kind, createLanguage('en'), (id) => titles[id] ?? null)

test('fields of groups are named with their group', () => {
  expect(words('incidents').field('where.admin2')).toBe('Where: District')
  expect(words('incidents').field('notYetKnown')).toBe('notYetKnown')
})

test('codes are told by their labels, by kind where a field has several meanings', () => {
  expect(words('incidents').value('status', 'likely', [])).toBe('Likely')
  expect(words('claims').value('status', 'not-indicated', [])).toBe('Not indicated by available evidence')
  expect(words('incidents').value('violationTypes', '030104000000', [])).toBe('Abduction')
  expect(words('incidents').value('where.precision', 4, [])).toBe('Region or province')
  expect(words('incidents').value('where.country', 'RU', [])).toBe('Russia')
  expect(words('incidents').value('placeType', 'no-such-code', [])).toBe('no-such-code')
})

test('dates are in words, links by title, and what is not there is said', () => {
  const { value } = words('incidents')
  expect(value('when', '2017-04~', [])).toBe('about April 2017')
  expect(value('acts', { act: '030104000000', victim: 'p1' }, ['p1'])).toBe(
    'Act: Abduction · Victim: Nightingale',
  )
  // The same letters in a text are no link.
  expect(value('title', 'p1', [])).toBe('p1')
  expect([undefined, '', [], true].map((each) => value('remarks', each, []))).toEqual([
    'nothing',
    'nothing',
    'nothing',
    'yes',
  ])
})

test('every field that a record may have has a name', () => {
  const unnamed = new Set<string>()
  for (const kind of KINDS) {
    if (kind === 'releases') continue
    const { shape } = SCHEMAS[kind] as unknown as { readonly shape: Readonly<Record<string, unknown>> }
    for (const field of Object.keys(shape)) {
      const isSilent = ['id', 'createdAt', 'updatedAt'].includes(field)
      if (!isSilent && !isMessageKey(`history.field.${field}`)) unnamed.add(field)
    }
  }
  expect([...unnamed]).toEqual([])
})
