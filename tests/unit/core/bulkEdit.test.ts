import { describe, expect, test } from 'vitest'
import { planBulkEdit } from '../../../src/core/bulkEdit.ts'
import { applyChange, emptyLog, type Log } from '../../../src/core/log.ts'
import { saveRecord } from '../../../src/core/saveRecord.ts'

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

describe('one change of many records', () => {
  const log = logWith()
  const ids = ['a', 'b', 'c', 'gone', 'a']

  test('sets a field where it is something else, each record once', () => {
    const plan = planBulkEdit(
      log,
      'incidents',
      ids,
      { what: 'set', field: 'status', value: 'likely' },
      LATER,
      knows,
    )
    expect(plan.edited.map(({ id, after }) => [id, after])).toEqual([
      ['a', 'likely'],
      ['b', 'likely'],
      ['c', 'likely'],
    ])
    const next = applyChange(log, plan.change).log
    expect(next.incidents.a).toMatchObject({ status: 'likely', updatedAt: LATER, createdAt: NOW })
    const again = planBulkEdit(
      next,
      'incidents',
      ids,
      { what: 'set', field: 'status', value: 'likely' },
      LATER,
      knows,
    )
    expect([again.change, again.unchanged]).toEqual([[], 3])
  })

  test('puts values into a list once and takes them out', () => {
    const added = planBulkEdit(
      log,
      'incidents',
      ids,
      { what: 'add', field: 'tags', values: ['seen', 'new', 'new'] },
      LATER,
      knows,
    )
    expect(added.edited.map(({ after }) => after)).toEqual([
      ['todo', 'seen', 'new'],
      ['todo', 'seen', 'new'],
      ['seen', 'new'],
    ])
    const removed = planBulkEdit(
      log,
      'incidents',
      ids,
      { what: 'remove', field: 'tags', values: ['todo'] },
      LATER,
      knows,
    )
    expect(removed.edited.map(({ id, after }) => [id, after])).toEqual([
      ['a', []],
      ['b', ['seen']],
    ])
    expect(removed.unchanged).toBe(1)
  })

  test('tells apart what cannot take it, and leaves that as it is', () => {
    const wrong = planBulkEdit(
      log,
      'incidents',
      ids,
      { what: 'set', field: 'status', value: 'nonsense' },
      LATER,
      knows,
    )
    expect(wrong.change).toEqual([])
    expect(wrong.refused.map(({ id, error }) => [id, error.code])).toEqual([
      ['a', 'records/invalid'],
      ['b', 'records/invalid'],
      ['c', 'records/invalid'],
    ])
    const fixed = planBulkEdit(
      log,
      'incidents',
      ids,
      { what: 'set', field: 'createdAt', value: NOW.slice(0, 4) },
      LATER,
      knows,
    )
    expect(fixed.refused.every(({ error }) => error.code === 'records/field-fixed')).toBe(true)
  })
})
