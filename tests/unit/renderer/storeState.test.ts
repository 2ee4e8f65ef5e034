import { expect, test } from 'vitest'
import type { Incident } from '../../../src/core/incident.ts'
import { viewOfLog } from '../../../src/main/logPatch.ts'
import {
  CLOSED,
  EMPTY_STATE,
  patchRecords,
  withLogState,
  withPatch,
  withRecords,
} from '../../../src/renderer/storeState.ts'
import type { LogView } from '../../../src/shared/ipc/views.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

const OPEN = { ...CLOSED, phase: 'open' as const, name: 'spring' }
const LOCKED = { ...CLOSED, phase: 'locked' as const, name: 'spring' }
const view = (): LogView => viewOfLog(logOfIncidents(3))
const firstOf = (records: LogView): Incident => {
  const [incident] = Object.values(records.incidents)
  if (!incident) throw new Error('the sample log is empty')
  return incident
}

test('a patch puts and removes, and shares what it does not name', () => {
  const before = view()
  const incident = firstOf(before)
  const changed = { ...incident, title: 'Changed' }
  const after = patchRecords(before, { incidents: { [incident.id]: changed } })
  expect(after.incidents[incident.id]?.title).toBe('Changed')
  expect(before.incidents[incident.id]?.title).toBe(incident.title)
  expect(after.claims).toBe(before.claims)
  const gone = patchRecords(after, { incidents: { [incident.id]: null } })
  expect(incident.id in gone.incidents).toBe(false)
  expect(Object.keys(gone.incidents)).toHaveLength(2)
})

test('locking and closing drop every record', () => {
  const open = withRecords(withLogState(EMPTY_STATE, OPEN), view())
  expect(open.records).not.toBeNull()
  expect(withLogState(open, LOCKED).records).toBeNull()
  expect(withLogState(open, CLOSED).records).toBeNull()
})

test('records that arrive after the lock are not kept', () => {
  const locked = withLogState(withLogState(EMPTY_STATE, OPEN), LOCKED)
  expect(withRecords(locked, view()).records).toBeNull()
})

test('a patch after the lock keeps no record', () => {
  const locked = withLogState(EMPTY_STATE, LOCKED)
  const incident = firstOf(view())
  const state = withPatch(locked, LOCKED, { incidents: { [incident.id]: incident } })
  expect(state.records).toBeNull()
  expect(state.early).toHaveLength(0)
})

test('patches that come before the records are applied to them, in order', () => {
  const records = view()
  const incident = firstOf(records)
  const opened = withLogState(EMPTY_STATE, OPEN)
  const once = withPatch(opened, OPEN, { incidents: { [incident.id]: { ...incident, title: 'First' } } })
  const twice = withPatch(once, OPEN, { incidents: { [incident.id]: { ...incident, title: 'Second' } } })
  const read = withRecords(twice, records)
  expect(read.records?.incidents[incident.id]?.title).toBe('Second')
  expect(read.early).toHaveLength(0)
})
