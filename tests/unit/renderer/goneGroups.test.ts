import { expect, test } from 'vitest'
import { contactColumns } from '../../../src/renderer/features/contacts/ContactsScreen.tsx'
import { sourceItemColumns } from '../../../src/renderer/features/sourceItems/SourceItemsScreen.tsx'
import { createLanguage } from '../../../src/renderer/text.ts'

const language = createLanguage('en')
const columnsWhile = (isArriving: boolean) => [
  sourceItemColumns(language, (_name, code) => code, {}, {}, isArriving),
  contactColumns(language, {}, '2026-11-22', isArriving),
]

test('a group says that its source or organisation is gone, but not while the log is still read', () => {
  const words = (isArriving: boolean) =>
    columnsWhile(isArriving).map((columns) => {
      const named = columns.find(({ id }) => id === 'source' || id === 'organisation')
      return named?.group?.words('0192f1a2-7c3d-7000-8000-000000000001')
    })
  expect(words(false)).toEqual([
    'A source that is no longer in the log',
    'An organisation that is no longer in the log',
  ])
  expect(words(true)).toEqual(['', ''])
})
