/**
 * Gives the rows of a brief their order and their local ids (`i1`, `c1`, …): canonical order first, so that
 * nothing of the log's ids or entry order is left, then a shuffle by the seed.
 */

import type { BriefPerson } from './briefData.ts'
import { canonicalOrder, type RowNode } from './canonicalOrder.ts'
import { assignPseudonyms, type Pseudonym } from './policies/pseudonym.ts'
import type { BriefRows } from './rows/collectRows.ts'
import { seededDraw, shuffle } from './seededRandom.ts'

const PREFIX = {
  incidents: 'i',
  claims: 'c',
  people: 'w',
  sources: 's',
  organisations: 'o',
  contacts: 'p',
  actions: 'a',
} as const
const KINDS = Object.keys(PREFIX) as (keyof typeof PREFIX)[]
/** Fields of a row that hold ids of other rows. */
const LINKS: ReadonlySet<string> = new Set(['claims', 'about', 'people', 'sources', 'organisation'])

type Row = { readonly id: string } & Readonly<Record<string, unknown>>

export interface NumberedRows {
  readonly rows: BriefRows
  /** The label each person got, by the log's id. For the ledger, never for a brief. */
  readonly labels: ReadonlyMap<string, Pseudonym>
  /** Local id → the log's id. For the window, never for a brief. */
  readonly recordOf: ReadonlyMap<string, string>
}

/**
 * The same rows, renumbered and reordered; links are sorted by the new numbers. People get their labels.
 * @param series the labels that earlier briefs of a series gave, by the log's id; null for a brief that stands alone.
 */
export function numberRows(
  unlabelled: BriefRows,
  seed: string,
  series: ReadonlyMap<string, Pseudonym> | null,
): NumberedRows {
  // What is known beforehand is part of what a row shows, and so of its place in the order.
  const rows = { ...unlabelled, people: unlabelled.people.map((row) => ({ ...row, ...series?.get(row.id) })) }
  const all = KINDS.flatMap((kind) => (rows[kind] as readonly Row[]).map((row) => ({ kind, row })))
  const index = new Map(all.map(({ row }, at) => [row.id, at]))
  const nodes = all.map(
    ({ kind, row }): RowNode => ({ content: shownContent(kind, row), links: linksOf(row, index) }),
  )
  const ordered = canonicalOrder(nodes).map((at) => all[at])
  const localIds = new Map<string, string>()
  const result: Record<string, Row[]> = {}
  for (const kind of KINDS) {
    const ofKind = ordered.flatMap((each) => (each?.kind === kind ? [each.row] : []))
    const shuffled = shuffle(ofKind, seededDraw(seed, kind))
    shuffled.forEach((row, at) => {
      localIds.set(row.id, `${PREFIX[kind]}${at + 1}`)
    })
    result[kind] = shuffled
  }
  const byId = new Map<string, BriefPerson>(rows.people.map((row) => [row.id, row]))
  const people = (result.people ?? []).flatMap(({ id }) => byId.get(id) ?? [])
  const given = assignPseudonyms(people, seed, series)
  result.people = people.map((row, at) => ({ ...row, ...given[at] }))
  for (const kind of KINDS) result[kind] = (result[kind] ?? []).map((row) => renumber(row, localIds))
  const labels = new Map(people.flatMap(({ id }, at) => (given[at] === undefined ? [] : [[id, given[at]]])))
  const recordOf = new Map([...localIds].map(([id, local]) => [local, id]))
  return { rows: result as unknown as BriefRows, labels, recordOf }
}

function shownContent(kind: string, row: Row): string {
  const shown = Object.entries(row).filter(([field]) => field !== 'id' && !LINKS.has(field))
  return JSON.stringify([kind, shown.sort(([a], [b]) => (a < b ? -1 : 1))])
}

const idsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]) as readonly string[]

function linksOf(row: Row, index: ReadonlyMap<string, number>): RowNode['links'] {
  return Object.entries(row).flatMap(([name, value]) =>
    LINKS.has(name)
      ? idsIn(value).flatMap((id) => {
          const to = index.get(id)
          return to === undefined ? [] : [{ to, name }]
        })
      : [],
  )
}

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

function renumber(row: Row, localIds: ReadonlyMap<string, string>): Row {
  const entries = Object.entries(row).map(([name, value]) => {
    if (name === 'id') return [name, localIds.get(row.id) ?? row.id]
    if (!LINKS.has(name)) return [name, value]
    if (!Array.isArray(value)) return [name, localIds.get(String(value)) ?? null]
    return [name, value.flatMap((id) => localIds.get(String(id)) ?? []).sort(byNumber)]
  })
  return Object.fromEntries(entries) as Row
}
