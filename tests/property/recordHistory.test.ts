/**
 * Whatever is done to a log, in whatever order: every state that a record ever had is given back exactly by its
 * history, and taking everything back leaves the records as they were. (The history itself only grows.)
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyBin, withoutRecords } from '../../src/core/emptyBin.ts'
import { assessClaim } from '../../src/core/grading.ts'
import { historyEntrySchema } from '../../src/core/history/historyEntry.ts'
import { type Cause, historyPuts } from '../../src/core/history/recordChange.ts'
import { entryCount, historySteps, presentState } from '../../src/core/history/recordHistory.ts'
import { restoreState } from '../../src/core/history/restoreState.ts'
import {
  applyChange,
  type Change,
  deleteRecord,
  emptyLog,
  type Log,
  type Put,
  putRecord,
  restoreRecord,
} from '../../src/core/log.ts'
import { completeRecord, SCHEMAS } from '../../src/core/records.ts'
import { claimSourcing } from '../../src/core/sourcing/claimSourcing.ts'
import { recordsOfLog } from '../../src/core/sourcing/sourcingRecords.ts'

const RECORDS = [
  { kind: 'incidents', id: 'i1' },
  { kind: 'incidents', id: 'i2' },
  { kind: 'claims', id: 'c1' },
  { kind: 'persons', id: 'p1' },
] as const
type Subject = (typeof RECORDS)[number]

const REQUIRED = {
  incidents: { title: 't', summary: '', when: '2017', where: {}, violationTypes: [], status: 'unknown' },
  claims: { statement: 's', kind: 'event', status: 'rumour', credibility: 6 },
  persons: { codeName: 'K', roles: [] },
}

const line = fc.constantFrom(
  'a',
  'b',
  'убит',
  'a longer line of text that is more than sixty-four characters long, to be cut',
)
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))
const absent = fc.constant(undefined)
const edits = {
  incidents: fc.record(
    {
      title: line,
      summary: text,
      where: fc.record({ name: fc.option(line, { nil: undefined }), precision: fc.constantFrom(1, 4) }),
      violationTypes: fc.uniqueArray(fc.constantFrom('030101000000', '020111110000', '030103000000')),
      acts: fc.array(
        fc.record({
          act: fc.constantFrom('030101000000', '020111110000'),
          victim: fc.constantFrom('p1', 'p2'),
        }),
        { maxLength: 4 },
      ),
      counts: fc.record({ killed: fc.oneof(absent, fc.record({ best: fc.nat(9) })) }),
      tags: fc.array(line, { maxLength: 5 }),
      mergedInto: fc.oneof(absent, fc.constant('i2')),
    },
    { requiredKeys: [] },
  ),
  claims: fc.record(
    {
      statement: line,
      safeWording: fc.oneof(absent, line),
      evidenceFor: fc.array(fc.record({ item: line.map((l) => `x${l.length}`), quote: text }), {
        maxLength: 4,
      }),
    },
    { requiredKeys: [] },
  ),
  persons: fc.record(
    {
      codeName: line,
      realName: fc.oneof(absent, line),
      roles: fc.uniqueArray(fc.constantFrom('victim', 'witness')),
    },
    { requiredKeys: [] },
  ),
} as const

const subject = fc.constantFrom(...RECORDS)
const operations = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: subject.chain((of) => edits[of.kind].map((fields) => ({ op: 'edit' as const, of, fields }))),
    },
    fc.record({ op: fc.constant('delete' as const), of: subject }),
    fc.record({ op: fc.constant('putBack' as const), of: subject }),
    fc.record({ op: fc.constant('deleteAll' as const) }),
    fc.record({ op: fc.constant('restore' as const), of: subject, version: fc.nat(12) }),
    fc.record({
      op: fc.constant('assess' as const),
      status: fc.constantFrom('contested' as const, 'false' as const),
    }),
    { weight: 3, arbitrary: fc.record({ op: fc.constant('undo' as const) }) },
    { weight: 2, arbitrary: fc.record({ op: fc.constant('redo' as const) }) },
    fc.record({ op: fc.constant('emptyBin' as const), of: fc.option(subject) }),
  ),
  { maxLength: 40 },
)
type Operation = ReturnType<(typeof operations)['generate']>['value'][number]

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const recordsOf = ({ history: _, drafts: __, ...records }: Log) => stored(records)

/** A log with undo and redo, as the app keeps it, and every state that was seen of each record. */
class Story {
  log = emptyLog('2026-01-01T00:00:00Z')
  readonly seen = new Map<string, unknown[]>()
  #undo: Change[] = []
  #redo: Change[] = []
  #ticks = 0

  now(): string {
    this.#ticks += 1
    return new Date(Date.parse('2026-01-02T00:00:00Z') + this.#ticks * 1_000).toISOString()
  }

  run(operation: Operation): void {
    if (operation.op === 'undo') this.turn(this.#undo, this.#redo, 'undone')
    else if (operation.op === 'redo') this.turn(this.#redo, this.#undo, 'redone')
    else if (operation.op === 'emptyBin') this.emptyBin(operation.of === null ? null : [operation.of.id])
    else {
      const change = this.changeOf(operation)
      if (change === null || change.length === 0) return
      this.#undo.push(this.apply(change, operation.op === 'assess' ? 'assessed' : 'edited'))
      this.#redo = []
    }
  }

  undoAll(): void {
    while (this.#undo.length > 0) this.turn(this.#undo, this.#redo, 'undone')
  }

  redoAll(): void {
    while (this.#redo.length > 0) this.turn(this.#redo, this.#undo, 'redone')
  }

  private changeOf(operation: Operation): Change | null {
    const { log } = this
    switch (operation.op) {
      case 'edit':
        return this.edited(operation.of, operation.fields)
      case 'delete':
        return deleteRecord(log, operation.of.kind, operation.of.id, this.now())
      case 'putBack':
        return restoreRecord(log, operation.of.id)
      case 'deleteAll':
        return RECORDS.flatMap(({ kind, id }) => deleteRecord(log, kind, id, this.now()) ?? [])
      case 'restore': {
        const restored = restoreState(log, operation.of.kind, operation.of.id, operation.version, this.now())
        return restored.ok ? restored.value : null
      }
      case 'assess': {
        const claim = log.claims.c1
        if (claim === undefined) return null
        const given = { status: operation.status, reason: 'because', when: '2018-01-01' }
        const assessed = assessClaim(claim, given, this.now(), claimSourcing(claim, recordsOfLog(log)).cap)
        return assessed.ok ? putRecord('claims', assessed.value) : null
      }
      default:
        return null
    }
  }

  private edited({ kind, id }: Subject, fields: object): Change | null {
    if (Object.hasOwn(this.log.bin, id)) return null
    const existing = this.log[kind][id]
    const now = this.now()
    const stamped = completeRecord({ ...REQUIRED[kind], ...existing, ...fields }, { id, now })
    const record = SCHEMAS[kind].parse(stored({ ...stamped, updatedAt: now }))
    return [{ kind, id, record } as Put]
  }

  private turn(from: Change[], to: Change[], what: 'undone' | 'redone'): void {
    const change = from.pop()
    if (change !== undefined) to.push(this.apply(change, what))
  }

  private apply(change: Change, what: Cause['what']): Change {
    const history = historyPuts(this.log, change, { what, at: this.now() })
    for (const put of history) if (put.record !== null) historyEntrySchema.parse(stored(put.record))
    const { inverse } = applyChange(this.log, change)
    this.log = applyChange(this.log, [...change, ...stored(history)]).log
    this.note()
    return inverse
  }

  private emptyBin(ids: readonly string[] | null): void {
    const gone = new Set(ids ?? Object.keys(this.log.bin))
    for (const id of gone) if (!Object.hasOwn(this.log.bin, id)) gone.delete(id)
    this.log = applyChange(this.log, emptyBin(this.log, ids)).log
    this.#undo = this.#undo.map((change) => withoutRecords(change, gone))
    this.#redo = this.#redo.map((change) => withoutRecords(change, gone))
    this.note()
  }

  private note(): void {
    for (const { kind, id } of RECORDS) {
      const present = presentState(this.log, kind, id)
      if (present === null) {
        this.seen.delete(id)
        continue
      }
      const state = stored(present)
      const states = this.seen.get(id) ?? []
      if (JSON.stringify(states.at(-1)) !== JSON.stringify(state)) states.push(state)
      this.seen.set(id, states)
    }
  }
}

function statesByHistory(log: Log, { kind, id }: Subject): unknown[] {
  const steps = [...historySteps(log, kind, id)]
  const present = presentState(log, kind, id)
  return present === null ? [] : [...steps.map(({ before }) => before).reverse(), present]
}

test('every state that a record had is given back exactly', () => {
  fc.assert(
    fc.property(operations, (list) => {
      const story = new Story()
      for (const operation of list) {
        story.run(operation)
        for (const each of RECORDS)
          expect(stored(statesByHistory(story.log, each))).toEqual(story.seen.get(each.id) ?? [])
      }
    }),
    { numRuns: 150 },
  )
})

test('no history is left of a record that is gone', () => {
  fc.assert(
    fc.property(operations, (list) => {
      const story = new Story()
      for (const operation of list) story.run(operation)
      for (const { kind, id } of RECORDS) {
        if (presentState(story.log, kind, id) === null) expect(entryCount(story.log.history, id)).toBe(0)
      }
      for (const id of Object.keys(story.log.history)) expect(id).toMatch(/^(?:i1|i2|c1|p1)\/\d+$/)
    }),
  )
})

test('taking everything back leaves the records as they were, and making it again as they became', () => {
  fc.assert(
    fc.property(operations, operations, (first, second) => {
      const story = new Story()
      for (const operation of first) if (operation.op !== 'emptyBin') story.run(operation)
      const end = recordsOf(story.log)
      story.undoAll()
      expect(recordsOf(story.log)).toEqual(recordsOf(emptyLog('2026-01-01T00:00:00Z')))
      story.redoAll()
      const again = recordsOf(story.log)
      story.undoAll()
      story.redoAll()
      expect(recordsOf(story.log)).toEqual(again)
      // What had been taken back before is made again too, so `again` is `end` unless it ended with an undo.
      if (!first.some(({ op }) => op === 'undo')) expect(again).toEqual(end)
      for (const operation of second) if (operation.op !== 'emptyBin') story.run(operation)
      story.undoAll()
      expect(recordsOf(story.log)).toEqual(recordsOf(emptyLog('2026-01-01T00:00:00Z')))
    }),
  )
})
