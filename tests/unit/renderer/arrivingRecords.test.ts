import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Incident } from '../../../src/core/incident.ts'
import { ArrivingRecords } from '../../../src/renderer/arrivingRecords.ts'
import { NO_RECORDS, patchRecords } from '../../../src/renderer/storeState.ts'
import type { LogPatch, LogPortion } from '../../../src/shared/ipc/views.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

const IDS = Object.keys(logOfIncidents(6).incidents)
const { incidents } = logOfIncidents(6)
const known = (id: string | undefined): Incident => {
  const incident = incidents[id ?? '']
  if (!incident) throw new Error('not in the sample log')
  return incident
}
const withTitle = (id: string, title: string): Incident => ({ ...known(id), title })
const portionOf = (...ids: string[]): LogPortion => ({
  incidents: Object.fromEntries(ids.map((id) => [id, known(id)])),
})

test('portions add up, and wait until they are merged', () => {
  const arriving = new ArrivingRecords()
  arriving.add(portionOf(...IDS.slice(0, 2)))
  arriving.add(portionOf(...IDS.slice(1, 4)))
  expect(arriving.count).toBe(4)
  const records = arriving.mergeInto(NO_RECORDS)
  expect(Object.keys(records.incidents)).toHaveLength(4)
  expect(records.claims).toBe(NO_RECORDS.claims)
  expect(arriving.count).toBe(0)
})

test('a record changed while it was waiting is not put back by the merge', () => {
  const arriving = new ArrivingRecords()
  const [id = ''] = IDS
  arriving.add(portionOf(id))
  const change = { incidents: { [id]: withTitle(id, 'newer') } }
  arriving.change(change)
  const records = arriving.mergeInto(patchRecords(NO_RECORDS, change))
  expect(records.incidents[id]?.title).toBe('newer')
})

test('whatever the order, changes win over portions and what was deleted stays away', () => {
  const id = fc.constantFrom(...IDS)
  const step = fc.oneof(
    fc.record({ kind: fc.constant('portion' as const), ids: fc.array(id) }),
    fc.record({ kind: fc.constant('put' as const), id, title: fc.string() }),
    fc.record({ kind: fc.constant('delete' as const), id }),
    fc.record({ kind: fc.constant('merge' as const) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const arriving = new ArrivingRecords()
      let records = NO_RECORDS
      const latest = new Map<string, string | null>()
      const told = new Set<string>()
      const change = (patch: LogPatch) => {
        arriving.change(patch)
        records = patchRecords(records, patch)
      }
      for (const each of steps) {
        if (each.kind === 'portion') {
          arriving.add(portionOf(...each.ids))
          for (const one of each.ids) told.add(one)
        } else if (each.kind === 'put') {
          change({ incidents: { [each.id]: withTitle(each.id, each.title) } })
          latest.set(each.id, each.title)
        } else if (each.kind === 'delete') {
          change({ incidents: { [each.id]: null } })
          latest.set(each.id, null)
        } else records = arriving.mergeInto(records)
      }
      records = arriving.mergeInto(records)
      for (const one of IDS) {
        const changed = latest.get(one)
        const expected =
          changed === undefined ? (told.has(one) ? known(one).title : undefined) : (changed ?? undefined)
        expect(records.incidents[one]?.title).toBe(expected)
      }
    }),
  )
})
