import { beforeEach, expect, test } from 'vitest'
import {
  closeRecord,
  currentNavigation,
  leaveAnyway,
  newRecord,
  openRecord,
  openSaved,
  resetNavigation,
  setUnsaved,
} from '../../../src/renderer/navigation.ts'

beforeEach(resetNavigation)

test('a new record’s form goes on with what was saved', () => {
  newRecord('incidents')
  openSaved('incidents', 'a')
  expect(currentNavigation()).toMatchObject({ open: { kind: 'incidents', id: 'a' }, held: null })
})

test('a move asked for while the save was under way is made when it ends', () => {
  newRecord('incidents')
  setUnsaved(true)
  closeRecord()
  expect(currentNavigation().held).not.toBeNull()
  openSaved('incidents', 'a')
  expect(currentNavigation()).toMatchObject({ open: null, held: null })
})

test('the same for a record that existed', () => {
  openRecord('incidents', 'a')
  setUnsaved(true)
  openRecord('incidents', 'b')
  openSaved('incidents', 'a')
  expect(currentNavigation()).toMatchObject({ open: { kind: 'incidents', id: 'b' }, held: null })
})

test('a form that was left is not opened again when its save ends', () => {
  newRecord('incidents')
  setUnsaved(true)
  closeRecord()
  leaveAnyway()
  openSaved('incidents', 'a')
  expect(currentNavigation()).toMatchObject({ open: null, held: null })
})
