import { expect, test } from 'vitest'
import { FedDocuments } from '../../../src/renderer/search/FedDocuments.ts'

test('a record that was changed is another document, and the earlier one still tells which record was found', () => {
  const documents = new FedDocuments()
  documents.add('incidents', 'a')
  documents.add('claims', 'a')
  expect(documents.placeOf(0)).toEqual({ kind: 'incidents', id: 'a' })
  expect(documents.take('incidents', 'a')).toBe(0)
  expect(documents.placeOf(0)).toBeNull()
  documents.add('incidents', 'a')
  expect(documents.placeOf(0)).toEqual({ kind: 'incidents', id: 'a' })
  expect(documents.placeOf(1)).toEqual({ kind: 'claims', id: 'a' })
  expect(documents.placeOf(2)).toEqual({ kind: 'incidents', id: 'a' })
  expect(documents.take('incidents', 'a')).toBe(2)
  expect(documents.idsOf([0, 1])).toEqual(new Set(['a']))
  expect(documents.take('incidents', 'b')).toBeNull()
  expect(documents.placeOf(3)).toBeNull()
})

test('what is skipped stands for no record', () => {
  const documents = new FedDocuments()
  expect(documents.skip()).toBe(0)
  documents.add('incidents', 'a')
  expect(documents.placeOf(0)).toBeNull()
  expect(documents.idsOf([0, 1])).toEqual(new Set(['a']))
})
