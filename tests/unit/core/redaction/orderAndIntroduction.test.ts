import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Log } from '../../../../src/core/log.ts'
import type { ClaimOrder } from '../../../../src/core/redaction/briefData.ts'
import { PUBLIC_PROFILE } from '../../../../src/core/redaction/profile.ts'
import { type RedactOptions, redact } from '../../../../src/core/redaction/redact.ts'
import { logFromRecordsForm } from '../../../support/sampleLog.ts'

const DEMO = path.join(import.meta.dirname, '../../../../resources/demo/records.jsonl')

describe('the order and the introduction of a brief', () => {
  let log: Log
  beforeAll(async () => {
    log = logFromRecordsForm(await readFile(DEMO, 'utf8'))
  })
  const made = (incidents: readonly string[], change: Partial<RedactOptions> = {}) =>
    redact({
      log,
      selection: {
        incidents,
        claims: Object.keys(log.claims),
        contacts: [],
        actions: [],
      },
      profile: PUBLIC_PROFILE,
      seed: '7'.repeat(64),
      asOf: '2019-06-30',
      language: 'en',
      title: 'Spring 2017',
      ...change,
    })

  it('as chosen follows the selection, whatever the numbers are', () => {
    const ids = Object.keys(log.incidents)
    const one = made(ids, { order: 'as-chosen' })
    const back = made(ids.toReversed(), { order: 'as-chosen' })
    const chosen = one.data.incidents.map(({ id }) => one.recordOf.get(id) ?? '')
    expect(chosen.length).toBeGreaterThan(40)
    expect(chosen).toEqual(ids.filter((id) => chosen.includes(id)))
    expect(back.data.incidents.map(({ id }) => back.recordOf.get(id))).toEqual(chosen.toReversed())
  })

  it('claims as chosen follow the selection too, and leave no trace else', () => {
    const ids = Object.keys(log.claims)
    const choose = (claims: readonly string[], claimOrder: ClaimOrder) =>
      made([], { claimOrder, selection: { incidents: [], claims, contacts: [], actions: [] } })
    const one = choose(ids, 'as-chosen')
    const back = choose(ids.toReversed(), 'as-chosen')
    const chosen = one.data.claims.map(({ id }) => one.recordOf.get(id) ?? '')
    expect(chosen.length).toBeGreaterThan(10)
    expect(chosen).toEqual(ids.filter((id) => chosen.includes(id)))
    expect(back.data.claims.map(({ id }) => back.recordOf.get(id))).toEqual(chosen.toReversed())
    for (const order of ['grade', 'date', 'date-reversed'] as const)
      expect(choose(ids.toReversed(), order).data).toEqual(choose(ids, order).data)
  })

  it('by date, the selection leaves no trace', () => {
    const ids = Object.keys(log.incidents)
    expect(made(ids.toReversed()).data).toEqual(made(ids).data)
    expect(made(ids, { order: 'date-reversed' }).data).toEqual({ ...made(ids).data, order: 'date-reversed' })
  })

  it('names words of proof in the introduction, as in the title', () => {
    const introduction = 'Proven crimes in the northern districts.'
    expect(made([], { introduction }).introductionOverstates).toEqual(['Proven'])
    expect(made([], { introduction: 'What is known so far.' }).introductionOverstates).toEqual([])
    expect(made([], { introduction: ' What is known. ' }).data.introduction).toBe('What is known.')
    expect(made([]).data.introduction).toBe('')
  })
})
