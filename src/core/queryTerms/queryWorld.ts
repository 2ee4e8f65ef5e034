/** What a query reads besides the record that it judges: the records that it hangs together with, and lists of names. */
import type { Action } from '../action.ts'
import type { Claim } from '../claim.ts'
import type { Incident, Place } from '../incident.ts'
import type { Gazetteer } from '../places/Gazetteer.ts'
import type { AnyRecord } from '../records.ts'
import type { Source } from '../source.ts'
import type { SourceItem } from '../sourceItem.ts'
import type { VocabularyTerm } from '../vocabulary.ts'

/** What queries read of every record, besides its texts and dates. */
export type QueriedRecord = Pick<AnyRecord, 'id' | 'tags' | 'confidentiality'>
export type Query = (record: QueriedRecord) => boolean

export interface QueryError {
  readonly code:
    | 'query/unknown-key'
    | 'query/date-unreadable'
    | 'query/bracket-missing'
    | 'query/empty-value'
    | 'query/place-unknown'
    | 'query/violation-unknown'
    | 'query/source-unknown'
    | 'query/has-unknown'
    | 'query/box-unreadable'
  readonly text: string
}
/** Ends the reading of a query. */
export type Fail = (code: QueryError['code'], text: string) => never

/** Records of one kind, whole or as rows. */
export interface QueriedCollection<R> {
  readonly all: () => readonly R[]
  readonly get: (id: string) => R | undefined
}
type Of<R extends { readonly id: string }, F extends keyof R> = QueriedCollection<Pick<R, F | 'id'>>

export interface QueryLog {
  readonly incidents: QueriedCollection<QueriedRecord & Pick<Incident, 'claims'>>
  readonly claims: Of<Claim, 'about' | 'evidenceFor' | 'evidenceAgainst'>
  readonly actions: Of<Action, 'about'>
  readonly sources: Of<Source, 'name'>
  readonly sourceItems: Of<SourceItem, 'source'>
}

/**
 * Each part is read only where a query speaks of it. Null for what is not there yet: then nothing is found by it, and
 * no name is said to be unknown.
 */
export interface QueryWorld {
  readonly log: QueryLog | null
  readonly places: Gazetteer | null
  /** The terms of violation types, with those of the log. */
  readonly violations: readonly VocabularyTerm[] | null
}
export const NO_WORLD: QueryWorld = { log: null, places: null, violations: null }

/** Fields that records of some kinds have. */
interface QueriedFields {
  readonly id: string
  readonly where?: Place
  readonly violationTypes?: readonly string[]
  readonly acts?: readonly { readonly act: string }[]
  readonly claims?: readonly string[]
  readonly about?: readonly (string | { readonly id: string })[]
  readonly source?: string
  readonly evidence?: readonly string[]
  readonly remarks?: string
  /** Of a row, which is without its remarks. */
  readonly hasRemarks?: boolean
  /** Of a person, whose remarks are shown one record at a time. */
  readonly codeName?: string
}

/** The record as the terms of a query read it. */
export const fieldsOf = (record: QueriedRecord): QueriedFields => record

/** What a claim or an action says that it is about. */
export interface WithSubjects {
  readonly id: string
  readonly about?: QueriedFields['about'] | undefined
}

/** Ids of the records that it is about. */
export const aboutIds = ({ about = [] }: WithSubjects): readonly string[] =>
  about.map((each) => (typeof each === 'string' ? each : each.id))
