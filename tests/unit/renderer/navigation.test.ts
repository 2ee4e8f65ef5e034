import { afterEach, expect, test } from 'vitest'
import {
  closeRecord,
  currentNavigation,
  goTo,
  leaveAnyway,
  newRecord,
  openRecord,
  openSaved,
  resetNavigation,
  setUnsaved,
  stay,
} from '../../../src/renderer/navigation.ts'

afterEach(resetNavigation)

test('opening keeps the screen, going elsewhere closes the record', () => {
  openRecord('claims', 'c1')
  expect(currentNavigation()).toMatchObject({ screen: 'incidents', open: { kind: 'claims', id: 'c1' } })
  goTo('sources')
  expect(currentNavigation()).toMatchObject({ screen: 'sources', open: null })
})

test('unsaved changes hold every move until the user decides', () => {
  openRecord('claims', 'c1')
  setUnsaved(true)
  for (const move of [() => goTo('bin'), () => newRecord('sources'), closeRecord]) {
    move()
    expect(currentNavigation().open?.id).toBe('c1')
    expect(currentNavigation().held).not.toBeNull()
    stay()
    expect(currentNavigation().held).toBeNull()
  }
  goTo('bin')
  leaveAnyway()
  expect(currentNavigation()).toMatchObject({ screen: 'bin', open: null, held: null })
})

test('a new record goes on under its id once saved', () => {
  newRecord('incidents', { title: 'x' })
  openSaved('incidents', 'i1')
  expect(currentNavigation().open).toEqual({ kind: 'incidents', id: 'i1' })
})

test('locking forgets where the user was', () => {
  goTo('claims')
  openRecord('claims', 'c1')
  setUnsaved(true)
  resetNavigation()
  expect(currentNavigation()).toEqual({ screen: 'incidents', open: null, held: null })
  goTo('bin')
  expect(currentNavigation().screen).toBe('bin')
})
