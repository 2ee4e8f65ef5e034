import { expect, test } from 'vitest'
import type { Incident } from '../../../src/core/incident.ts'
import type { Log } from '../../../src/core/log.ts'
import { viewOfLog } from '../../../src/main/logPatch.ts'
import {
  CLOSED,
  EMPTY_STATE,
  patchRecords,
  type StoreState,
  withLogState,
  withPatch,
  withReadingBegun,
} from '../../../src/renderer/storeState.ts'
import { rowOf } from '../../../src/shared/ipc/rows.ts'
import type { LogView } from '../../../src/shared/ipc/views.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

const OPEN = { ...CLOSED, phase: 'open' as const, name: 'spring' }
const LOCKED = { ...CLOSED, phase: 'locked' as const, name: 'spring' }
const view = (): LogView => viewOfLog(logOfIncidents(3))
const opened = (): StoreState => ({ ...withLogState(EMPTY_STATE, OPEN), records: view() })
const firstOf = (records: Pick<Log, 'incidents'>): Incident => {
  const [incident] = Object.values(records.incidents)
  if (!incident) throw new Error('the sample log is empty')
  return incident
}

test('a patch puts and removes, and shares what it does not name', () => {
  const before = view()
  const incident = firstOf(logOfIncidents(3))
  const changed = { ...incident, title: 'Changed' }
  const after = patchRecords(before, { incidents: { [incident.id]: changed } })
  expect(after.incidents[incident.id]?.title).toBe('Changed')
  expect(before.incidents[incident.id]?.title).toBe(incident.title)
  expect(after.claims).toBe(before.claims)
  const gone = patchRecords(after, { incidents: { [incident.id]: null } })
  expect(incident.id in gone.incidents).toBe(false)
  expect(Object.keys(gone.incidents)).toHaveLength(2)
})

test('locking and closing drop every record, whether all were read or not', () => {
  for (const state of [opened(), withReadingBegun(opened())])
    for (const next of [LOCKED, CLOSED])
      expect(withLogState(state, next)).toMatchObject({ records: null, reading: null })
})

test('a patch after the lock keeps no record', () => {
  const locked = withLogState(EMPTY_STATE, LOCKED)
  const incident = firstOf(logOfIncidents(3))
  const state = withPatch(locked, LOCKED, { incidents: { [incident.id]: incident } })
  expect(state.records).toBeNull()
})

test('while a log is read, what is saved is put in at once', () => {
  const incident = firstOf(logOfIncidents(3))
  const reading = withReadingBegun(withLogState(EMPTY_STATE, OPEN))
  const state = withPatch(reading, OPEN, { incidents: { [incident.id]: incident } })
  expect(state.records?.incidents[incident.id]).toEqual(rowOf('incidents', incident))
  expect(state.reading).toEqual({ done: 0, total: null, failure: null })
})
