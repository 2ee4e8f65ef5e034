/**
 * Which source items report which incidents: those that speak for a claim about it. Places of records stand for the
 * records, so that a picture of many counts them without looking names up again.
 */
import type { Claim } from '../claim.ts'
import type { Incident } from '../incident.ts'
import type { Source } from '../source.ts'
import type { SourceItem } from '../sourceItem.ts'

export interface ReportingLog {
  readonly claims: Readonly<Record<string, Pick<Claim, 'id' | 'about' | 'evidenceFor'>>>
  readonly sourceItems: Readonly<Record<string, Pick<SourceItem, 'source'>>>
  readonly sources: Readonly<Record<string, Pick<Source, 'kind'>>>
}

/** The rows that one item, or all items of one source, report; each once. */
export type RowsOf = readonly (readonly number[])[]

export interface ReportLinks {
  readonly items: RowsOf
  readonly sources: RowsOf
  /** By row, the kinds of the sources that report it, each once. */
  readonly kinds: ReadonlyMap<number, readonly string[]>
}

type Reported = Pick<Incident, 'id' | 'claims'>

/** Claims by id, with the rows that they are about: those that name the claim, and those that the claim names. */
export function rowsByClaim<C extends { readonly about: Claim['about'] }>(
  rows: readonly Reported[],
  claims: Readonly<Record<string, C>>,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>()
  const link = (claim: string, row: number) => {
    const linked = found.get(claim)
    if (linked === undefined) found.set(claim, new Set([row]))
    else linked.add(row)
  }
  const ids = Object.keys(claims)
  if (ids.length === 0) return new Map()
  const places = new Map<string, number>()
  rows.forEach((row, place) => {
    places.set(row.id, place)
    for (const claim of row.claims) if (Object.hasOwn(claims, claim)) link(claim, place)
  })
  for (const id of ids)
    for (const about of claims[id]?.about ?? []) {
      const place = places.get(about.id)
      if (place !== undefined) link(id, place)
    }
  return new Map([...found].map(([id, linked]) => [id, [...linked]]))
}

export function reportLinks(rows: readonly Reported[], log: ReportingLog): ReportLinks {
  const items = new Map<string, Set<number>>()
  const sources = new Map<string, Set<number>>()
  const kinds = new Map<number, Set<string>>()
  for (const [claim, about] of rowsByClaim(rows, log.claims))
    for (const { item } of log.claims[claim]?.evidenceFor ?? []) {
      const record = own(log.sourceItems, item)
      // An item that is gone reports nothing any more.
      if (record === undefined) continue
      addAll(items, item, about)
      const source = own(log.sources, record.source)
      if (source === undefined) continue
      addAll(sources, record.source, about)
      for (const row of about) addAll(kinds, row, [source.kind])
    }
  const lists = <K, V>(map: ReadonlyMap<K, ReadonlySet<V>>) => [...map.values()].map((set) => [...set])
  return {
    items: lists(items),
    sources: lists(sources),
    kinds: new Map([...kinds].map(([row, named]) => [row, [...named]])),
  }
}

function own<R>(records: Readonly<Record<string, R>>, id: string): R | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined
}

function addAll<K, V>(map: Map<K, Set<V>>, key: K, values: readonly V[]): void {
  let set = map.get(key)
  if (set === undefined) {
    set = new Set()
    map.set(key, set)
  }
  for (const value of values) set.add(value)
}
