/** Makes the twin of a log: the same log with some differences applied, whichever are chosen. */
import { idSchema } from '../../../src/core/ids.ts'
import type { Log } from '../../../src/core/log.ts'
import { type AnyRecord, KINDS, type Kind, SCHEMAS } from '../../../src/core/records.ts'
import type { Profile } from '../../../src/core/redaction/profile.ts'
import { createRandom, type Random } from '../../support/vault/random.ts'
import type { Difference } from './differences.ts'
import { type History, withHistories } from './histories.ts'
import { withKeySecrets } from './keySecrets.ts'
import { type Leaf, setAt, valueAt, visitLeaves } from './schemaLeaves.ts'
import { isLabelled, treatmentOf } from './treatment.ts'

export interface Twin {
  readonly log: Log
  /** Ids of the first log → ids of the twin. */
  readonly ids: ReadonlyMap<string, string>
}

type Collections = Record<string, Record<string, { id: string }>>

/** The twin by the differences given, in whatever selection. */
export function twinOf(
  log: Log,
  histories: readonly History[],
  profile: Profile,
  differences: readonly Difference[],
): Twin {
  const twin = structuredClone(log)
  const recordOf = ({ kind, id }: { kind: Kind; id: string }): AnyRecord | undefined =>
    twin[kind][id] ?? twin.bin[id]?.record
  const ids = new Map<string, string>()
  const names: [string, string][] = []
  const seeds = new Map<string, number>()
  // Lists are shortened last: until then every value has its place.
  const ordered = [...differences].sort((a, b) => Number(a.what === 'length') - Number(b.what === 'length'))
  for (const difference of ordered) {
    if (difference.what === 'id') ids.set(difference.spot.id, difference.value)
    if (difference.what === 'history') seeds.set(difference.spot.id, difference.seed)
    if (difference.what !== 'value' && difference.what !== 'length') continue
    const record = recordOf(difference.spot)
    if (record === undefined) continue
    changeRecord(record, difference)
    const isNamed = difference.what === 'value' && typeof difference.value === 'string'
    if (isNamed && difference.named !== undefined) names.push([difference.named, String(difference.value)])
  }
  renameInTexts(twin, profile, names)
  const renamed = withNewIds(twin, ids)
  const whole = withKeySecrets(withExtras(renamed, differences))
  const ownHistories = histories.map(({ kind, id, seed }) => ({
    kind,
    id: ids.get(id) ?? id,
    seed: seeds.get(id) ?? seed,
  }))
  return { log: withHistories(inOtherOrder(whole, differences), ownHistories), ids }
}

/** Applies a difference to a record of the first log, which is changed. */
export function changeRecord(record: AnyRecord, difference: Difference): void {
  if (difference.what === 'value') setAt(record, difference.path, difference.value)
  if (difference.what !== 'length') return
  const list = valueAt(record, difference.path)
  if (Array.isArray(list)) list.length = Math.min(list.length, difference.length)
}

/** Texts that may leave name the twins of those they named. */
function renameInTexts(log: Log, profile: Profile, names: readonly (readonly [string, string])[]): void {
  const texts: string[] = []
  visitShownTexts(log, profile, (_record, _path, text) => texts.push(text))
  const all = texts.join('\n')
  const named = names.filter(([from]) => all.includes(from))
  if (named.length === 0) return
  // The longest first: a name may be part of another.
  const sorted = named.sort(([a], [b]) => b.length - a.length)
  visitShownTexts(log, profile, (record, path, text) => {
    const renamed = sorted.reduce((at, [from, to]) => at.replaceAll(from, to), text)
    if (renamed !== text) setAt(record, path, renamed)
  })
}

/** Texts of the log that its brief may keep. */
export function visitShownTexts(
  log: Log,
  profile: Profile,
  found: (record: AnyRecord, path: Leaf['path'], text: string) => void,
): void {
  for (const kind of KINDS)
    for (const record of Object.values<AnyRecord>(log[kind])) {
      if (!isLabelled(profile, record)) continue
      visitLeaves(SCHEMAS[kind], record, {
        leaf: ({ field, path, value }) => {
          const isShown = typeof value === 'string' && treatmentOf(profile, kind, field, false) === 'shown'
          if (isShown) found(record, path, value)
        },
      })
    }
}

/** Every id renamed, wherever it stands. `log` is changed. */
function withNewIds(log: Log, ids: ReadonlyMap<string, string>): Log {
  if (ids.size === 0) return log
  const renamed: Collections = {}
  const rename = (kind: Kind, record: AnyRecord) => {
    visitLeaves(SCHEMAS[kind], record, {
      leaf: ({ schema, path, value }) => {
        const other = schema === idSchema && typeof value === 'string' ? ids.get(value) : undefined
        if (other !== undefined) setAt(record, path, other)
      },
    })
    return record
  }
  for (const kind of KINDS)
    renamed[kind] = byId(Object.values<AnyRecord>(log[kind]).map((record) => rename(kind, record)))
  const bin = Object.values(log.bin).map((entry) => {
    const record = rename(entry.kind, entry.record)
    return { ...entry, id: record.id, record }
  })
  return { ...log, ...renamed, bin: byId(bin) } as Log
}

const byId = <R extends { readonly id: string }>(records: readonly R[]): Record<string, R> =>
  Object.fromEntries(records.map((record) => [record.id, record]))

function withExtras(log: Log, differences: readonly Difference[]): Log {
  let at: Log = log
  for (const difference of differences) {
    if (difference.what !== 'extra') continue
    const { collection, record } = difference.extra
    at = { ...at, [collection]: { ...at[collection], [record.id]: record } } as Log
  }
  return at
}

function inOtherOrder(log: Log, differences: readonly Difference[]): Log {
  const changed: Record<string, unknown> = {}
  for (const difference of differences) {
    if (difference.what !== 'order') continue
    const entries = Object.entries<{ id: string }>(log[difference.collection])
    changed[difference.collection] = Object.fromEntries(shuffled(entries, createRandom(difference.seed)))
  }
  return { ...log, ...changed } as Log
}

/** A shuffled copy. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const keyed = items.map((item) => ({ item, key: random.next() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item)
}
