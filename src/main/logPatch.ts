/**
 * What the renderer is told of a change: records without their locked fields, deleted ones by title, and by where they
 * come from when others may derive from them.
 */
import type { z } from 'zod'
import type { BinEntry, Change, Log } from '../core/log.ts'
import type { Person } from '../core/person.ts'
import { type AnyRecord, recordTitle } from '../core/records.ts'
import type { Source } from '../core/source.ts'
import { isItemTrace, isSourceTrace } from '../core/sourcing/sourcingRecords.ts'
import type { LocalTerm } from '../core/terms.ts'
import { rowOf } from '../shared/ipc/rows.ts'
import {
  type BinView,
  type LogPatch,
  type LogView,
  type PersonView,
  personViewSchema,
  type RevealedPerson,
  type RevealedSource,
  type SourceView,
  sourceViewSchema,
  type ViewKind,
} from '../shared/ipc/views.ts'

/** What is shown of a record: the fields that the schema names, in the form that it gives. Throws when one is not. */
function shownBy<T>(schema: z.ZodObject & z.ZodType<T>, record: object): T {
  const shown: Record<string, unknown> = {}
  for (const name of Object.keys(schema.shape)) {
    const value: unknown = Reflect.get(record, name)
    if (value !== undefined) shown[name] = value
  }
  return schema.parse(shown)
}

const sourceView = (source: Source): SourceView => shownBy(sourceViewSchema, source)
const personView = (person: Person): PersonView => shownBy(personViewSchema, person)

/** The locked fields of a source: what the window is told of one source when somebody asks. */
export const revealedSource = ({ contacts, consents, protection }: Source): RevealedSource => ({
  contacts,
  consents,
  protection,
})

/** The locked fields of a person: all that {@link viewOf} leaves out. */
export function revealedPerson(person: Person): RevealedPerson {
  const {
    id: _id,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    confidentiality: _confidentiality,
    tags: _tags,
    codeName: _codeName,
    kind: _kind,
    roles: _roles,
    atRisk: _atRisk,
    ...locked
  } = person
  return locked
}

const binView = ({ id, kind, record, deletedAt }: BinEntry): BinView => ({
  id,
  kind,
  title: recordTitle(kind, record),
  deletedAt,
  ...traceOf(record),
})

function traceOf(record: AnyRecord): Pick<BinView, 'trace'> {
  if (isItemTrace(record)) {
    const { id, source, derivesFrom } = record
    return { trace: { id, source, derivesFrom } }
  }
  if (!isSourceTrace(record)) return {}
  const { id, reliability, gotItFrom } = record
  return { trace: { id, reliability, gotItFrom } }
}

/** The patch for a change; what has no view (drafts, histories, evidence, ledger, secrets, tables) is left out. */
export function patchOf(change: Change): LogPatch {
  const patch: Record<string, Record<string, unknown>> = {}
  for (const { kind, id, record } of change) {
    if (kind === 'drafts' || kind === 'history' || kind === 'evidence' || kind === 'releases') continue
    // Secrets of keys stay on this side of the door.
    if (kind === 'keySecrets') continue
    // Asked for by themselves: they are wanted before any record.
    if (kind === 'tables') continue
    patch[kind] ??= {}
    patch[kind][id] = record === null ? null : viewOf(kind, record)
  }
  return patch as LogPatch
}

/** Kinds that the window is shown, in the order in which it needs them. */
export const VIEW_KINDS = [
  'incidents',
  'claims',
  'sources',
  'sourceItems',
  'persons',
  'organisations',
  'contacts',
  'actions',
  'places',
  'profiles',
  'keys',
  'recipientKeys',
  'bin',
  'terms',
] as const satisfies readonly ViewKind[]

/** A record as the window may see it. */
export function viewOf(kind: ViewKind, record: AnyRecord | BinEntry | LocalTerm): object {
  if (kind === 'sources') return sourceView(record as Source)
  if (kind === 'persons') return personView(record as Person)
  if (kind === 'bin') return binView(record as BinEntry)
  return record
}

/** The whole log as the renderer may see it. */
export function viewOfLog(log: Log): LogView {
  const { claims, organisations, contacts, actions, places, profiles, terms } = log
  const { keys, recipientKeys } = log
  return {
    incidents: mapValues(log.incidents, (incident) => rowOf('incidents', incident)),
    sourceItems: mapValues(log.sourceItems, (item) => rowOf('sourceItems', item)),
    claims,
    organisations,
    contacts,
    actions,
    places,
    profiles,
    keys,
    recipientKeys,
    terms,
    sources: mapValues(log.sources, sourceView),
    persons: mapValues(log.persons, personView),
    bin: mapValues(log.bin, binView),
  }
}

function mapValues<A, B>(values: Readonly<Record<string, A>>, convert: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, convert(value)]))
}
