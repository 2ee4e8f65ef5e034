import { beforeEach, expect, test } from 'vitest'
import {
  closeRecord,
  currentNavigation,
  goTo,
  goToClaim,
  leaveAnyway,
  leaveClaim,
  newRecord,
  openRecord,
  openSaved,
  resetNavigation,
  setUnsaved,
  showClaimAsOf,
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

test('a record that was saved makes room for an empty form, which begins as the one before did', () => {
  newRecord('claims', { about: [] })
  openSaved('claims', 'a', true)
  const { open } = currentNavigation()
  expect(open).toMatchObject({ kind: 'claims', id: null, preset: { about: [] } })
  openSaved('claims', 'b', true)
  // Two empty forms after one another are two forms.
  expect(currentNavigation().open?.turn).not.toBe(open?.turn)
})

test('no empty form follows where the form was left meanwhile, or was asked to be', () => {
  newRecord('incidents')
  setUnsaved(true)
  closeRecord()
  openSaved('incidents', 'a', true)
  expect(currentNavigation()).toMatchObject({ open: null, held: null })
  openRecord('incidents', 'b')
  openSaved('incidents', 'a', true)
  expect(currentNavigation()).toMatchObject({ open: { id: 'b' } })
})

test('a form that was left is not opened again when its save ends', () => {
  newRecord('incidents')
  setUnsaved(true)
  closeRecord()
  leaveAnyway()
  openSaved('incidents', 'a')
  expect(currentNavigation()).toMatchObject({ open: null, held: null })
})

test('the page of a claim leads back to where it was opened, with what was open there', () => {
  goTo('incidents')
  openRecord('incidents', 'a')
  goToClaim('c')
  expect(currentNavigation()).toMatchObject({ screen: 'incidents', claim: { id: 'c' }, open: null })
  goToClaim('d', '2017-05-01')
  showClaimAsOf(null)
  expect(currentNavigation().claim).toMatchObject({ id: 'd', asOf: null })
  leaveClaim()
  expect(currentNavigation().claim?.id).toBe('c')
  leaveClaim()
  expect(currentNavigation()).toMatchObject({ claim: null, open: { kind: 'incidents', id: 'a' } })
})

test('a record opens beside a claim’s page, and a section leaves it', () => {
  goToClaim('c')
  openRecord('sources', 's')
  expect(currentNavigation()).toMatchObject({ claim: { id: 'c' }, open: { id: 's' } })
  closeRecord()
  expect(currentNavigation().claim?.id).toBe('c')
  goTo('incidents')
  expect(currentNavigation().claim).toBeNull()
})

test('unsaved changes hold back the way to a claim’s page', () => {
  newRecord('incidents')
  setUnsaved(true)
  goToClaim('c')
  expect(currentNavigation()).toMatchObject({ claim: null, held: { claim: { id: 'c' } } })
  leaveAnyway()
  // A form that was never saved is nothing to come back to.
  expect(currentNavigation().claim?.from.open).toBeNull()
})
