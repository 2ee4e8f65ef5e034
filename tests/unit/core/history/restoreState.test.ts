import { describe, expect, it } from 'vitest'
import { historyPuts } from '../../../../src/core/history/recordChange.ts'
import { restoreState } from '../../../../src/core/history/restoreState.ts'
import { applyChange, type Change, emptyLog, type Log } from '../../../../src/core/log.ts'
import { mergeIncidents } from '../../../../src/core/mergeIncidents.ts'
import type { Kind } from '../../../../src/core/records.ts'
import type { Result } from '../../../../src/core/result.ts'
import { saveRecord } from '../../../../src/core/saveRecord.ts'

const NOW = '2026-01-01T00:00:00Z'
const got = <T, E>(result: Result<T, E>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const made = (log: Log, change: Change): Log =>
  applyChange(log, [...change, ...historyPuts(log, change, { what: 'edited', at: NOW })]).log
const saved = (log: Log, kind: Kind, id: string, fields: object): Log => {
  const isNew = !Object.hasOwn(log[kind], id)
  return made(log, got(saveRecord(log, kind, isNew ? null : id, { ...fields }, { id, now: NOW }, () => true)))
}
const merged = (log: Log, from: string, into: string) => made(log, got(mergeIncidents(log, from, into, NOW)))
const refusal = (log: Log, kind: 'incidents' | 'persons', id: string, version: number) => {
  const restored = restoreState(log, kind, id, version, NOW)
  return restored.ok ? null : restored.error.code
}
const INCIDENT = { title: 't', summary: '', when: '2017', where: {}, violationTypes: [], status: 'unknown' }
const CLAIM = { statement: 's', kind: 'event', status: 'rumour', credibility: 6 }

describe('restoring a state', () => {
  it('makes no circle of redirects, and none of duplicates', () => {
    const two = saved(saved(emptyLog(NOW), 'incidents', 'a', INCIDENT), 'incidents', 'b', INCIDENT)
    const there = merged(two, 'a', 'b')
    const apart = made(there, got(restoreState(there, 'incidents', 'a', 0, NOW)))
    expect(refusal(merged(apart, 'b', 'a'), 'incidents', 'a', 1)).toBe('history/not-restorable')
    const marked = saved(saved(two, 'incidents', 'a', { duplicateOf: 'b' }), 'incidents', 'a', {
      duplicateOf: null,
    })
    expect(refusal(marked, 'incidents', 'a', 1)).toBeNull()
    const turned = saved(marked, 'incidents', 'b', { duplicateOf: 'a' })
    expect(refusal(turned, 'incidents', 'a', 1)).toBe('history/not-restorable')
  })

  it('brings back nothing that the log was set not to hold', () => {
    const on: Log = { ...emptyLog(NOW), meta: { ...emptyLog(NOW).meta, optIns: ['sexuality-and-gender'] } }
    const told = saved(on, 'persons', 'p', { codeName: 'Heron', roles: [], sexualOrientation: 'gay' })
    const taken = saved(told, 'persons', 'p', { sexualOrientation: null })
    expect(refusal(taken, 'persons', 'p', 0)).toBeNull()
    expect(refusal({ ...taken, meta: emptyLog(NOW).meta }, 'persons', 'p', 0)).toBe(
      'records/field-switched-off',
    )
  })

  it('leaves a superseded claim the one that replaced it', () => {
    const two = saved(saved(emptyLog(NOW), 'claims', 'old', CLAIM), 'claims', 'new', CLAIM)
    const claim = two.claims.old
    if (claim === undefined) throw new Error('missing')
    const superseded = made(two, [
      { kind: 'claims', id: 'old', record: { ...claim, status: 'superseded', supersededBy: 'new' } },
    ])
    const renamed = saved(superseded, 'claims', 'old', { statement: 'better' })
    const back = made(renamed, got(restoreState(renamed, 'claims', 'old', 0, NOW)))
    expect(back.claims.old).toMatchObject({ statement: 's', status: 'superseded', supersededBy: 'new' })
  })
})
