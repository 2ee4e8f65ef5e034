import { describe, expect, it } from 'vitest'
import { fieldChanges } from '../../../../src/core/history/fieldChanges.ts'
import { type HistoryEntry, historyId } from '../../../../src/core/history/historyEntry.ts'
import { mendHistory } from '../../../../src/core/history/mendHistory.ts'
import { historyPuts } from '../../../../src/core/history/recordChange.ts'
import {
  entryCount,
  historySteps,
  stateBeforeInstant,
  stateOfVersion,
} from '../../../../src/core/history/recordHistory.ts'
import { type Incident, incidentSchema } from '../../../../src/core/incident.ts'
import { applyChange, emptyLog, type Log, putRecord } from '../../../../src/core/log.ts'

const CREATED = '2026-11-22T10:00:00Z'
const incident = (fields: object): Incident =>
  incidentSchema.parse({
    id: 'i',
    createdAt: CREATED,
    updatedAt: CREATED,
    confidentiality: 'RED',
    title: 't',
    summary: '',
    when: '2017',
    where: {},
    violationTypes: [],
    status: 'unknown',
    ...fields,
  })
function saved(log: Log, record: Incident, day = 23): Log {
  const change = putRecord('incidents', record)
  const history = historyPuts(log, change, { what: 'edited', at: `2026-11-${day}T12:00:00Z` })
  return applyChange(log, [...change, ...history]).log
}
const entriesOf = (log: Log) => Object.values(log.history)

describe('what a change costs', () => {
  it('is one small entry for one word in a text of 200,000 characters', () => {
    const summary = Array.from({ length: 6_666 }, (_, n) => `word${n % 977} and house ${n}, `)
      .join('')
      .slice(0, 200_000)
    const before = saved(emptyLog(CREATED), incident({ summary }))
    const at = summary.indexOf('house 3000,')
    const edited = `${summary.slice(0, at)}cabin${summary.slice(at + 5)}`
    const log = saved(before, incident({ summary: edited, updatedAt: '2026-11-23T12:00:00Z' }))
    expect(entriesOf(log)).toHaveLength(1)
    expect(JSON.stringify(entriesOf(log)[0]).length).toBeLessThan(300)
    expect(stateOfVersion(log, 'incidents', 'i', 0)?.record).toEqual(before.incidents.i)
  })

  it('is nothing for records that are made, or saved as they were', () => {
    const log = saved(emptyLog(CREATED), incident({}))
    expect(entriesOf(log)).toEqual([])
    expect(entriesOf(saved(log, incident({})))).toEqual([])
  })

  it('to find the entries of one record, is to ask for a few of their names', () => {
    const held = new Set(Array.from({ length: 1_000 }, (_, n) => historyId('i', n)))
    let asked = 0
    const history = new Proxy<Record<string, HistoryEntry>>(
      {},
      {
        getOwnPropertyDescriptor: (_, id) => {
          asked += 1
          return held.has(String(id)) ? { configurable: true, enumerable: true, value: null } : undefined
        },
        get: () => {
          throw new Error('an entry was read')
        },
        ownKeys: () => {
          throw new Error('all entries were listed')
        },
      },
    )
    expect(entryCount(history, 'i')).toBe(1_000)
    expect(entryCount(history, 'j')).toBe(0)
    expect(asked).toBeLessThan(30)
  })
})

describe('the state of a day', () => {
  it('is what had been saved by then', () => {
    let log = saved(emptyLog(CREATED), incident({ title: 'first' }))
    log = saved(log, incident({ title: 'second' }), 24)
    log = saved(log, incident({ title: 'third' }), 26)
    const title = (instant: string) => {
      const state = stateBeforeInstant(log, 'incidents', 'i', instant)
      return state === 'not-yet' ? state : (state?.record as Incident | undefined)?.title
    }
    expect(title('2026-11-22T00:00:00Z')).toBe('not-yet')
    expect(title('2026-11-23T00:00:00Z')).toBe('first')
    expect(title('2026-11-25T00:00:00Z')).toBe('second')
    expect(title('2026-11-26T12:00:00.001Z')).toBe('third')
    expect(stateBeforeInstant(log, 'incidents', 'other', CREATED)).toBeNull()
  })
})

describe('a history that lost entries', () => {
  const states = (log: Log) => [...historySteps(log, 'incidents', 'i')].map(({ before }) => before?.record)
  const log = [1, 2, 3, 4, 5].reduce(
    (now, n) => saved(now, incident({ title: `title ${n}` })),
    emptyLog(CREATED),
  )

  it('keeps what leads back from the present, and goes on from there', () => {
    const { 'i/1': _, ...history } = log.history
    const mended = mendHistory({ ...log, history })
    expect(Object.keys(mended.history)).toEqual(['i/0', 'i/1'])
    expect(states(mended)).toEqual(states(log).slice(0, 2))
    const later = saved(mended, incident({ title: 'title 6' }))
    expect(states(later)).toEqual([log.incidents.i, ...states(log).slice(0, 2)])
  })

  it('goes when its record is lost, and stays as it is when nothing is', () => {
    expect(mendHistory({ ...log, incidents: {} }).history).toEqual({})
    expect(mendHistory(log)).toBe(log)
  })

  it('says where it can be told no further', () => {
    const broken = { ...log.history, 'i/2': { ...log.history['i/2'], back: [{ path: ['a', 'b'] }] } }
    const steps = [...historySteps({ ...log, history: broken as Log['history'] }, 'incidents', 'i')]
    expect(steps.map(({ version, before }) => [version, before === null])).toEqual([
      [4, false],
      [3, true],
    ])
  })
})

describe('what an entry says', () => {
  const between = (a: object, b: object) =>
    fieldChanges(
      'incidents',
      { record: incident(a), isInBin: false },
      { record: incident({ ...b, updatedAt: '2026-12-01T00:00:00Z' }), isInBin: false },
    )

  it('is the old and the new value of each field, those of groups by their path', () => {
    expect(
      between({ where: { name: 'Grozny', lat: 43.3, lon: 45.7 } }, { where: { name: 'Argun' } }),
    ).toEqual([
      { form: 'value', field: 'where.name', links: [], old: 'Grozny', new: 'Argun' },
      { form: 'value', field: 'where.lat', links: [], old: 43.3, new: undefined },
      { form: 'value', field: 'where.lon', links: [], old: 45.7, new: undefined },
    ])
  })

  it('is, of a list, what came and what went, with the links in it', () => {
    const act = '030104000000'
    expect(
      between({ acts: [{ act, victim: 'p1' }, { act }] }, { acts: [{ act }, { act, victim: 'p2' }] }),
    ).toEqual([
      {
        form: 'list',
        field: 'acts',
        links: ['p1', 'p2'],
        removed: [{ act, victim: 'p1' }],
        added: [{ act, victim: 'p2' }],
      },
    ])
  })

  it('is, of a long text, the passage around the change', () => {
    const text = (word: string) =>
      `${'before it all. '.repeat(50)}The ${word} burned.${' And after it.'.repeat(50)}`
    const [change] = between({ summary: text('house') }, { summary: text('barn') })
    if (change?.form !== 'text') throw new Error('not told as a text')
    expect(change.old.text).toContain('The house burned.')
    expect(change.new.text).toContain('The barn burned.')
    expect(change.old.text.length).toBeLessThan(200)
    expect([change.old.isStart, change.old.isEnd]).toEqual([false, false])
  })
})
