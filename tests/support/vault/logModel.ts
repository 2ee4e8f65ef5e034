/**
 * What a log should hold, as a plain map, and the edits that lead there: the model that trials compare with.
 *
 * Every update also writes its own number into one record, so that a state tells after which update it was.
 */
import type { Random } from './random.ts'
import { COLLECTIONS, type CollectionName, type TestLog, type TestRecord } from './testLog.ts'

/** `collection/id` → JSON of the record; `meta` → JSON of the log's own. */
export type LogState = ReadonlyMap<string, string>

export type Edit =
  | { readonly kind: 'put'; readonly collection: CollectionName; readonly record: TestRecord }
  /** Changes the draft of a record that is there. */
  | {
      readonly kind: 'edit'
      readonly collection: CollectionName
      readonly id: string
      readonly n: number
      readonly text: string
    }
  | { readonly kind: 'delete'; readonly collection: CollectionName; readonly id: string }
  | { readonly kind: 'meta'; readonly n: number }

const COUNTER_ID = 'counter'
const COUNTER: CollectionName = 'sources'
const IDS = 20

/** The log that trials start from. */
export function initialLog(records = 12): TestLog {
  const log: TestLog = { meta: { n: 0 }, incidents: {}, sources: {} }
  for (let index = 0; index < records; index += 1) {
    const id = `r${index}`
    log.incidents[id] = { id, n: 0, text: 'начало '.repeat(index) }
  }
  log[COUNTER][COUNTER_ID] = { id: COUNTER_ID, n: 0, text: '' }
  return log
}

/** Everything in `log`, read record by record. Throws when a collection lists what it does not have. */
export function stateOf(log: TestLog): LogState {
  const state = new Map<string, string>([['meta', JSON.stringify({ n: log.meta.n })]])
  for (const collection of COLLECTIONS) {
    for (const id of Object.keys(log[collection])) {
      const record = log[collection][id]
      if (record === undefined) throw new Error(`${collection} lists ${id} and has no such record`)
      state.set(`${collection}/${id}`, recordText(record))
    }
  }
  return state
}

export function isSameState(a: LogState, b: LogState): boolean {
  return a.size === b.size && [...a].every(([key, text]) => b.get(key) === text)
}

/** The number of the last update in a state. */
export function updateNumber(state: LogState): number {
  const text = state.get(`${COUNTER}/${COUNTER_ID}`)
  const record: unknown = text === undefined ? null : JSON.parse(text)
  if (typeof record !== 'object' || record === null || !('n' in record) || typeof record.n !== 'number') {
    throw new Error('the record with the number of the last update is gone')
  }
  return record.n
}

/** One to three edits that fit `state`, and the one that writes `n`, the number of this update. */
export function randomEdits(random: Random, state: LogState, n: number, longest = 40): readonly Edit[] {
  const edits: Edit[] = []
  let next = state
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const edit = randomEdit(random, next, n, longest)
    next = applyToState(next, [edit])
    edits.push(edit)
  }
  edits.push({ kind: 'put', collection: COUNTER, record: { id: COUNTER_ID, n, text: '' } })
  return edits
}

function randomEdit(random: Random, state: LogState, n: number, longest: number): Edit {
  if (random.chance(0.05)) return { kind: 'meta', n }
  const collection = random.chance(0.8) ? 'incidents' : 'sources'
  const id = `r${random.below(IDS)}`
  const exists = state.has(`${collection}/${id}`)
  const text = 'правка '.repeat(random.below(longest)) + randomText(random)
  if (!exists) return { kind: 'put', collection, record: { id, n, text } }
  if (random.chance(0.15)) return { kind: 'delete', collection, id }
  if (random.chance(0.5)) return { kind: 'edit', collection, id, n, text }
  return { kind: 'put', collection, record: { id, n, text } }
}

/** Mostly a word; now and then so much that it takes several sectors, also compressed. */
function randomText(random: Random): string {
  return random.bytes(random.chance(0.1) ? random.below(2000) : 6).toString('base64')
}

export function applyToState(state: LogState, edits: readonly Edit[]): LogState {
  const next = new Map(state)
  for (const edit of edits) {
    if (edit.kind === 'meta') next.set('meta', JSON.stringify({ n: edit.n }))
    else if (edit.kind === 'delete') next.delete(`${edit.collection}/${edit.id}`)
    else {
      const record = edit.kind === 'put' ? edit.record : { id: edit.id, n: edit.n, text: edit.text }
      next.set(`${edit.collection}/${record.id}`, recordText(record))
    }
  }
  return next
}

/** Does the same to what `update` hands out. */
export function applyToDraft(draft: TestLog, edits: readonly Edit[]): void {
  for (const edit of edits) {
    if (edit.kind === 'meta') draft.meta = { n: edit.n }
    else if (edit.kind === 'delete') delete draft[edit.collection][edit.id]
    else if (edit.kind === 'put') draft[edit.collection][edit.record.id] = { ...edit.record }
    else {
      const record = draft[edit.collection][edit.id]
      if (record === undefined) throw new Error(`${edit.id} is missing from ${edit.collection}`)
      record.n = edit.n
      record.text = edit.text
    }
  }
}

/** Where two states differ, for messages. */
export function describeDifference(found: LogState, expected: LogState): string {
  const keys = new Set([...found.keys(), ...expected.keys()])
  const differing = [...keys].filter((key) => found.get(key) !== expected.get(key))
  return differing
    .slice(0, 3)
    .map(
      (key) => `${key}: found ${found.get(key)?.slice(0, 60)}, expected ${expected.get(key)?.slice(0, 60)}`,
    )
    .join('; ')
}

function recordText({ id, n, text }: TestRecord): string {
  return JSON.stringify({ id, n, text })
}
