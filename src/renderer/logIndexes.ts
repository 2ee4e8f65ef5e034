/**
 * Indexes over the records of the open log: built when they are asked for first, and from then on fed with every change
 * that the store takes in, so that no change costs what the log holds.
 */
import { type IncidentPut, SimilarityIndex } from '../core/similar/SimilarityIndex.ts'

import { FieldClaims, type SubjectPut } from '../core/sourcing/FieldClaims.ts'
import type { SourcingPut } from '../core/sourcing/SourcingGraph.ts'
import { SourcingIndex } from '../core/sourcing/SourcingIndex.ts'
import type { BinView, LogPatch, LogView } from '../shared/ipc/views.ts'

/** A change as indexes take it; the bin tells where deleted sources and items come from, and nothing else. */
type IndexPut = SourcingPut & SubjectPut & IncidentPut

interface FedIndex {
  apply(change: readonly IndexPut[]): void
}

const BUILDERS = {
  sourcing: (records: LogView) => new SourcingIndex({ ...records, bin: tracesOf(records.bin) }),
  fieldClaims: (records: LogView) => new FieldClaims(records),
  similar: (records: LogView) => new SimilarityIndex(records),
}
export type LogIndexes = { readonly [N in keyof typeof BUILDERS]: ReturnType<(typeof BUILDERS)[N]> }
export type LogIndexName = keyof LogIndexes

const builtFor = new WeakMap<LogView, Partial<LogIndexes>>()

/** The index of that name over these records; the same one until a change is not carried over. */
export function logIndex<N extends LogIndexName>(records: LogView, name: N): LogIndexes[N] {
  const built: Partial<LogIndexes> = builtFor.get(records) ?? {}
  const index: LogIndexes[N] = built[name] ?? (BUILDERS[name](records) as LogIndexes[N])
  builtFor.set(records, { ...built, [name]: index })
  return index
}

/** Hands what was built for the records before a change on to the records after it. */
export function carryIndexes(before: LogView | null, after: LogView | null, patch: LogPatch): void {
  const built = before === null ? undefined : builtFor.get(before)
  if (before === null || after === null || before === after || built === undefined) return
  builtFor.delete(before)
  builtFor.set(after, built)
  const puts = putsOf(patch)
  const indexes: readonly FedIndex[] = Object.values(built)
  for (const index of indexes) index.apply(puts)
}

function putsOf(patch: LogPatch): readonly IndexPut[] {
  return Object.entries(patch).flatMap(([kind, puts]) =>
    Object.entries(puts ?? {}).map(([id, record]) => {
      const told = kind === 'bin' ? traceOf(record as BinView | null) : record
      return { kind, id, record: told } as IndexPut
    }),
  )
}

const traceOf = (entry: BinView | null) => (entry?.trace === undefined ? null : { record: entry.trace })

function tracesOf(bin: LogView['bin']): Record<string, { readonly record: object }> {
  return Object.fromEntries(
    Object.entries(bin).flatMap(([id, entry]) => {
      const trace = traceOf(entry)
      return trace === null ? [] : [[id, trace]]
    }),
  )
}
