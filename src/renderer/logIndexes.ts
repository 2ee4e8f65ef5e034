/**
 * Indexes over the records of the open log: fed with its records as they arrive, and from then on with every change that
 * the store takes in, so that no change costs what the log holds, and no record that is opened waits for all others.
 */
import { type IncidentPut, SimilarityIndex } from '../core/similar/SimilarityIndex.ts'
import { FieldClaims, type SubjectPut } from '../core/sourcing/FieldClaims.ts'
import type { SourcingPut } from '../core/sourcing/SourcingGraph.ts'
import { SourcingIndex } from '../core/sourcing/SourcingIndex.ts'
import type { BinView, LogPatch, LogPortion, LogView, ViewKind } from '../shared/ipc/views.ts'
import { IncidentLinks, type IncidentRowPut } from './IncidentLinks.ts'
import { nextTask } from './nextTask.ts'

/** A change as indexes take it; the bin tells where deleted sources and items come from, and nothing else. */
type IndexPut = SourcingPut & SubjectPut & IncidentPut & IncidentRowPut

interface FedIndex {
  apply(change: readonly IndexPut[]): void
}

const BUILDERS = {
  sourcing: (records: LogView) => new SourcingIndex({ ...records, bin: tracesOf(records.bin) }),
  fieldClaims: (records: LogView) => new FieldClaims(records),
  similar: (records: LogView) => new SimilarityIndex(records),
  incidentLinks: (records: LogView) => new IncidentLinks(records),
}
export type LogIndexes = { readonly [N in keyof typeof BUILDERS]: ReturnType<(typeof BUILDERS)[N]> }
export type LogIndexName = keyof LogIndexes

const builtFor = new WeakMap<LogView, Partial<LogIndexes>>()

/** Records that indexes take in at once: about two milliseconds. */
const FED_AT_ONCE = 50

/** The index of that name over these records; the same one until a change is not carried over. */
export function logIndex<N extends LogIndexName>(records: LogView, name: N): LogIndexes[N] {
  const built: Partial<LogIndexes> = builtFor.get(records) ?? {}
  const index: LogIndexes[N] = built[name] ?? (BUILDERS[name](records) as LogIndexes[N])
  builtFor.set(records, { ...built, [name]: index })
  return index
}

/** Begins indexes over these records, to be fed with those that arrive. */
export function beginIndexes(records: LogView): void {
  for (const name of FED_NAMES) logIndex(records, name)
}
/** Not the graph of sources, which takes the memory of a log's items: claims ask for it, most records do not. */
const FED_NAMES = ['incidentLinks', 'fieldClaims', 'similar'] as const satisfies readonly LogIndexName[]

/**
 * Feeds the indexes over `current()` with a portion that arrives, in slices between which the window goes on; gives up
 * when it answers null.
 * @param isOutdated was the record told of as a change meanwhile? Then what has arrived is passed over.
 */
export async function feedIndexes(
  portion: LogPortion,
  current: () => LogView | null,
  isOutdated: (kind: ViewKind, id: string) => boolean,
): Promise<void> {
  let count = 0
  for (const [kind, records] of Object.entries(portion) as [ViewKind, Readonly<Record<string, object>>][]) {
    const ids = Object.keys(records)
    for (let from = 0; from < ids.length; from += FED_AT_ONCE) {
      if (count > 0) await new Promise<void>((resolve) => void nextTask(resolve))
      const now = current()
      if (now === null) return
      const fed = ids.slice(from, from + FED_AT_ONCE).filter((id) => !isOutdated(kind, id))
      apply(fedOf(builtFor.get(now)), { [kind]: Object.fromEntries(fed.map((id) => [id, records[id]])) })
      count += fed.length
    }
  }
}

/** What is fed with records that arrive; what was asked for meanwhile was built of those that were here then. */
function fedOf(built: Partial<LogIndexes> | undefined): Partial<LogIndexes> {
  return Object.fromEntries(FED_NAMES.flatMap((name) => (built?.[name] ? [[name, built[name]]] : [])))
}

/** Hands the indexes that were fed on to the records with all in them that was fed; others are to be built of these. */
export function handFedIndexesOn(before: LogView | null, after: LogView): void {
  if (before === null || before === after) return
  const built = builtFor.get(before)
  builtFor.delete(before)
  if (built !== undefined) builtFor.set(after, fedOf(built))
}

/** Hands what was built for the records before a change on to the records after it. */
export function carryIndexes(before: LogView | null, after: LogView | null, patch: LogPatch): void {
  const built = before === null ? undefined : builtFor.get(before)
  if (before === null || after === null || before === after || built === undefined) return
  builtFor.delete(before)
  builtFor.set(after, built)
  apply(built, patch)
}

function apply(built: Partial<LogIndexes>, patch: LogPatch | LogPortion): void {
  const indexes: readonly FedIndex[] = Object.values(built)
  if (indexes.length === 0) return
  const puts = putsOf(patch)
  for (const index of indexes) index.apply(puts)
}

function putsOf(patch: LogPatch | LogPortion): readonly IndexPut[] {
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
