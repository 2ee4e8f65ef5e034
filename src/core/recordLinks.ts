/** Which fields of a record name other records, and of which kinds. */
import type { Log } from './log.ts'
import type { AnyRecord, Kind, RecordByKind } from './records.ts'

export interface RecordLink {
  /** Dotted path of the field, list positions included. */
  readonly field: string
  readonly id: string
  /** Kinds the link may lead to. */
  readonly kinds: readonly Kind[]
}

type Found = readonly [field: string, id: string | undefined, ...kinds: Kind[]]
type LinkReaders = { readonly [K in Kind]: (record: RecordByKind[K]) => readonly Found[] }

const ACTORS: Kind[] = ['persons', 'organisations']
const ANY: Kind[] = [
  'incidents',
  'claims',
  'persons',
  'organisations',
  'sources',
  'sourceItems',
  'contacts',
  'actions',
]

const each = <T>(list: readonly T[], found: (entry: T, index: number) => Found): readonly Found[] =>
  list.map(found)
const listed = (field: string, ids: readonly string[], ...kinds: Kind[]): readonly Found[] =>
  each(ids, (id, i) => [`${field}.${i}`, id, ...kinds])
const consents = (list: readonly { readonly organisation?: string | undefined }[]): readonly Found[] =>
  each(list, (c, i) => [`consents.${i}.organisation`, c.organisation, 'organisations'])

const READERS: LinkReaders = {
  incidents: (r) => [
    ...listed('claims', r.claims, 'claims'),
    ...each(r.acts, (a, i) => [`acts.${i}.victim`, a.victim, 'persons']),
    ...each(r.involvements, (v, i) => [`involvements.${i}.who`, v.who, ...ACTORS]),
    ...each(r.related, (x, i) => [`related.${i}.incident`, x.incident, 'incidents']),
    ['duplicateOf', r.duplicateOf, 'incidents'],
    ...listed('possibleDuplicateOf', r.possibleDuplicateOf, 'incidents'),
    ...listed('notDuplicateOf', r.notDuplicateOf ?? [], 'incidents'),
    ['mergedInto', r.mergedInto, 'incidents'],
  ],
  sources: (r) => [
    ['gotItFrom', r.gotItFrom, 'sources'],
    ['person', r.person, 'persons'],
    ...consents(r.consents),
  ],
  sourceItems: (r) => [
    ['source', r.source, 'sources'],
    ...each(r.derivesFrom, (d, i) => [`derivesFrom.${i}.item`, d.item, 'sourceItems']),
    ...listed('notDerivedFrom', r.notDerivedFrom, 'sourceItems'),
    ...listed('evidence', r.evidence, 'evidence'),
  ],
  claims: (r) => [
    ...each(r.about, (a, i) => [`about.${i}.id`, a.id, ...ANY]),
    ...each(r.evidenceFor, (e, i) => [`evidenceFor.${i}.item`, e.item, 'sourceItems']),
    ...each(r.evidenceAgainst, (e, i) => [`evidenceAgainst.${i}.item`, e.item, 'sourceItems']),
    ['supersededBy', r.supersededBy, 'claims'],
  ],
  persons: (r) => [...listed('relativesAtRisk', r.relativesAtRisk, 'persons'), ...consents(r.consents)],
  organisations: (r) => [['parent', r.parent, 'organisations']],
  contacts: (r) => [['organisation', r.organisation, 'organisations']],
  actions: (r) => listed('about', r.about, ...ANY),
  evidence: (r) => [['derivedFrom', r.derivedFrom, 'evidence']],
  places: (r) => [['parent', r.parent, 'places']],
  profiles: () => [],
  keys: (r) => [
    ['organisation', r.organisation, 'organisations'],
    ['replaces', r.replaces, 'keys'],
  ],
  recipientKeys: (r) => [['organisation', r.organisation, 'organisations']],
  // The ledger outlives what it speaks of: only links between its own entries must hold.
  releases: (r) => [['supersededBy', r.supersededBy, 'releases']],
}

/** Every link of a record, in the order of its fields. */
export function linksOf<K extends Kind>(kind: K, record: RecordByKind[K]): readonly RecordLink[]
export function linksOf(kind: Kind, record: AnyRecord): readonly RecordLink[]
export function linksOf<K extends Kind>(kind: K, record: RecordByKind[K]): readonly RecordLink[] {
  return READERS[kind](record).flatMap(([field, id, ...kinds]) =>
    id === undefined ? [] : [{ field, id, kinds }],
  )
}

/** Does the link lead to a record of one of its kinds, in the log or in its bin? */
export function leadsToRecord(log: Log, { id, kinds }: RecordLink): boolean {
  if (kinds.some((kind) => Object.hasOwn(log[kind], id))) return true
  const binned = Object.hasOwn(log.bin, id) ? log.bin[id]?.kind : undefined
  return binned !== undefined && kinds.includes(binned)
}
