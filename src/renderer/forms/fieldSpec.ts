/**
 * How the fields of a record are edited: one control for every field, typed by the records themselves. A field that is
 * added to a schema does not compile here until somebody has said how it is typed, shown and stored.
 */
import type { OwnPlaceKind } from '../../core/places/ownPlace.ts'
import type { Kind } from '../../core/records.ts'
import type { VocabularyName } from '../../core/vocabularyNames.ts'

interface Worded {
  /** Where its words are found, `records.<words>`; the path of the field unless told. */
  readonly words?: string
}

/** A single value, typed as text or chosen. */
export type LeafSpec = Worded &
  (
    | { readonly control: 'line'; readonly isCode?: boolean }
    /** Several lines. `isNeeded`: stored even when blank, since the record must have it. */
    | {
        readonly control: 'text'
        readonly rows?: number
        readonly isNeeded?: boolean
        /** Of a claim: says below the field where the sentence says more than its status allows. */
        readonly checksWording?: boolean
      }
    /** EDTF; `startsToday` in a new record. */
    | { readonly control: 'date'; readonly startsToday?: boolean }
    /** A number that is typed; a decimal comma is understood. */
    | { readonly control: 'number' }
    | { readonly control: 'code'; readonly vocabulary: VocabularyName }
    /** One of a short closed list, worded `<prefix>.<code>`. One without `first` may be left unsaid. */
    | {
        readonly control: 'choice'
        readonly codes: readonly (string | number)[]
        readonly prefix: string
        /** What a new record begins with. */
        readonly first?: string | number
        /** The code stands beside its words. */
        readonly showsCode?: boolean
      }
    | { readonly control: 'country' }
    /** Name of a place in the country of the sibling `country`: text, with names offered. */
    | { readonly control: 'placeName'; readonly level: OwnPlaceKind }
    | { readonly control: 'language' }
    | { readonly control: 'link'; readonly kinds: readonly Kind[] }
    /** One act of the incident that the sibling `of` links to. */
    | { readonly control: 'act'; readonly of: string }
    /** The name of a field of the record that the sibling `of` links to. */
    | { readonly control: 'fieldName'; readonly of: string }
    /** A code that the sibling `field` of that record could have. */
    | { readonly control: 'fieldValue'; readonly of: string; readonly field: string }
  )

/** Yes, no, or not said; `unsaid` is what then holds, by what else the record says. */
export interface YesNoSpec extends Worded {
  readonly control: 'yesNo'
  readonly unsaid?: (draft: FormDraft) => boolean | undefined
}

/** Several values of one kind. */
export type ListSpec = Worded &
  (
    | { readonly control: 'codes'; readonly vocabulary: VocabularyName }
    | { readonly control: 'choices'; readonly codes: readonly string[]; readonly prefix: string }
    | { readonly control: 'languages' }
    | {
        readonly control: 'links'
        readonly kinds: readonly Kind[]
        /** A field that records have only when there is something in it. */
        readonly isAbsentWhenEmpty?: boolean
      }
    /** Words separated by commas. */
    | { readonly control: 'tags' }
  )

/** Fields that belong together. */
export interface GroupSpec<V = unknown> extends Worded {
  readonly control: 'group'
  readonly look?: 'place' | 'counts' | 'count' | 'columns'
  readonly fields: FieldSpecs<V>
}

/** A list of rows, each with fields of its own. */
export interface RowsSpec<R = unknown> extends Worded {
  /** Says below the list how many independent sources stand behind the items in its rows. */
  readonly countsSources?: boolean
  readonly control: 'rows' | 'consents'
  readonly fields: FieldSpecs<R>
}

type KeysOf<T> = T extends unknown ? keyof T : never
type ValueAt<T, F> = T extends unknown ? (F extends keyof T ? NonNullable<T[F]> : never) : never

/** The control a value may have. */
export type SpecOf<V> = [V] extends [boolean]
  ? YesNoSpec
  : [V] extends [readonly (infer R)[]]
    ? [R] extends [object]
      ? RowsSpec<R>
      : ListSpec
    : [V] extends [object]
      ? GroupSpec<V>
      : LeafSpec

/** A control for each field of `T`; fields that only some of its variants have included. */
export type FieldSpecs<T> = unknown extends T
  ? Readonly<Record<string, FieldSpec>>
  : { readonly [F in Extract<KeysOf<T>, string>]: SpecOf<ValueAt<T, F>> }

export type FieldSpec = LeafSpec | YesNoSpec | ListSpec | GroupSpec | RowsSpec

/** What is typed in one field: plain values, so that it can be kept as a draft. */
export type DraftValue = string | readonly string[] | readonly DraftRow[] | DraftGroup
export interface DraftGroup {
  readonly [field: string]: DraftValue
}
/** `key` tells rows apart while they are moved; it is stored nowhere. */
export interface DraftRow {
  readonly key: string
  readonly fields: DraftGroup
}
export type FormDraft = DraftGroup

/** Order and grouping of the controls; "More" holds what is not in the short form. */
export interface FormLayout {
  readonly short: readonly string[]
  readonly more: readonly FieldGroup[]
}
export interface FieldGroup {
  /** Words of the heading: `records.group.<heading>`. */
  readonly heading: string
  readonly fields: readonly string[]
}
