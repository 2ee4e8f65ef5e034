/** What a vault needs to know of the data it keeps: names and parsers. The vault itself knows no incident. */

export interface VaultSchema<T extends object> {
  /** Keys of `T` that are collections from id to record; the one key besides is `meta`. */
  readonly collections: readonly (keyof T & string)[]
  /** Throws when it is anything else. */
  readonly parseMeta: (untrusted: unknown) => object
  /** Throws when it is anything else. Called when a record is first read, not when the log is opened. */
  readonly parseRecord: (collection: string, untrusted: unknown) => object
  /** What tables show of a record, as JSON: kept in the index, so that a first screen needs no record. */
  readonly summarise?: (collection: string, record: object) => unknown
  /** Puts in order what a rescue has found: records that only mean something together with lost ones. */
  readonly mend?: (found: T) => T
}
