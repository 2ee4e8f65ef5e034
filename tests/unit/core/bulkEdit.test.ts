import { describe, expect, test } from 'vitest'
import { type BulkEdit, type BulkEditPlan, joinBulkPlans, planBulkEdit } from '../../../src/core/bulkEdit.ts'
import { BULK_FIELDS } from '../../../src/core/bulkFields.ts'
import { applyChange, emptyLog, type Log } from '../../../src/core/log.ts'
import { isFixedField } from '../../../src/core/recordFields.ts'
import { saveRecord } from '../../../src/core/saveRecord.ts'
import { TABLE_KINDS, type TableKind } from '../../../src/core/tableView.ts'
import { LOCKED_FIELDS } from '../../../src/shared/ipc/views.ts'

const NOW = '2026-01-01T00:00:00Z'
const LATER = '2026-01-02T00:00:00Z'
const knows = (_vocabulary: string, code: string) => code !== 'nowhere'

function logWith(): Log {
  const incident = {
    title: 'A car',
    summary: '',
    when: '2017',
    where: {},
    violationTypes: [],
    status: 'unknown',
  }
  const add = (log: Log, id: string, tags: readonly string[]) => {
    const saved = saveRecord(log, 'incidents', null, { ...incident, tags }, { id, now: NOW }, knows)
    if (!saved.ok) throw new Error(saved.error.code)
    return applyChange(log, saved.value).log
  }
  return [
    ['a', ['todo']],
    ['b', ['todo', 'seen']],
    ['c', []],
  ].reduce((log, [id, tags]) => add(log, String(id), tags as string[]), emptyLog(NOW))
}

function planned(log: Log, kind: TableKind, ids: readonly string[], edit: BulkEdit): BulkEditPlan {
  const plan = planBulkEdit(log, kind, ids, edit, LATER, knows)
  if (!plan.ok) throw new Error(plan.error.code)
  return plan.value
}

describe('one change of many records', () => {
  const log = logWith()
  const ids = ['a', 'b', 'c', 'gone', 'a']
  const likely = { what: 'set', field: 'status', value: 'likely' } as const

  test('sets a field where it is something else, each record once', () => {
    const plan = planned(log, 'incidents', ids, likely)
    expect(plan.edited.map(({ id, after }) => [id, after])).toEqual([
      ['a', 'likely'],
      ['b', 'likely'],
      ['c', 'likely'],
    ])
    const next = applyChange(log, plan.change).log
    expect(next.incidents.a).toMatchObject({ status: 'likely', updatedAt: LATER, createdAt: NOW })
    const again = planned(next, 'incidents', ids, likely)
    expect([again.change, again.unchanged]).toEqual([[], 3])
  })

  test('puts values into a list once and takes them out', () => {
    const added = planned(log, 'incidents', ids, {
      what: 'add',
      field: 'tags',
      values: ['seen', 'new', 'new'],
    })
    expect(added.edited.map(({ after }) => after)).toEqual([
      ['todo', 'seen', 'new'],
      ['todo', 'seen', 'new'],
      ['seen', 'new'],
    ])
    const removed = planned(log, 'incidents', ids, { what: 'remove', field: 'tags', values: ['todo'] })
    expect(removed.edited.map(({ id, after }) => [id, after])).toEqual([
      ['a', []],
      ['b', ['seen']],
    ])
    expect(removed.unchanged).toBe(1)
  })

  test('tells apart what cannot take it, and leaves that as it is', () => {
    const wrong = planned(log, 'incidents', ids, { ...likely, value: 'nonsense' })
    expect(wrong.change).toEqual([])
    expect(wrong.refused.map(({ id, error }) => [id, error.code])).toEqual([
      ['a', 'records/invalid'],
      ['b', 'records/invalid'],
      ['c', 'records/invalid'],
    ])
  })

  test('is the same in parts', () => {
    const parts = [['a'], ['b', 'gone'], ['c']].map((part) => planned(log, 'incidents', part, likely))
    expect(joinBulkPlans(parts)).toEqual(planned(log, 'incidents', ids, likely))
  })

  test('names the other fields that the same save changes', () => {
    const persons = withPersons(log)
    const witnesses = planned(persons, 'persons', ['said', 'unsaid'], {
      what: 'add',
      field: 'roles',
      values: ['witness'],
    })
    expect(witnesses.edited.map(({ id, besides }) => [id, besides])).toEqual([
      ['said', []],
      ['unsaid', ['atRisk']],
    ])
    expect(planned(log, 'incidents', ids, likely).edited.flatMap(({ besides }) => besides)).toEqual([])
  })
})

function withPersons(log: Log): Log {
  return [
    { id: 'said', atRisk: false },
    { id: 'unsaid', atRisk: null },
  ].reduce((before, { id, atRisk }) => {
    const fields = { codeName: id, kind: 'individual', roles: [], atRisk }
    const saved = saveRecord(before, 'persons', null, fields, { id, now: NOW }, knows)
    if (!saved.ok) throw new Error(saved.error.code)
    return applyChange(before, saved.value).log
  }, log)
}

describe('the fields that are changed in many records', () => {
  const editOf = (field: string): BulkEdit => ({ what: 'set', field, value: null })

  test.each([
    ['persons', 'realName'],
    ['persons', 'sex'],
    ['sources', 'protection'],
    ['sources', 'reliability'],
    ['claims', 'status'],
    ['incidents', 'createdAt'],
    ['incidents', 'title'],
    ['incidents', 'toString'],
  ] as const)('%s: not %s, whatever the records are', (kind, field) => {
    expect(planBulkEdit(emptyLog(NOW), kind, [], editOf(field), LATER, knows)).toEqual({
      ok: false,
      error: { code: 'records/field-not-in-bulk', fields: { field } },
    })
  })

  test.each(TABLE_KINDS)('%s: none is locked or kept by Daybook itself', (kind) => {
    for (const field of BULK_FIELDS[kind]) {
      expect(LOCKED_FIELDS[kind] ?? []).not.toContain(field)
      expect(isFixedField(kind, field), field).toBe(false)
    }
  })
})
