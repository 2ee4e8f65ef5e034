/**
 * The codes in a record, each with the vocabulary its field takes them from, and whether anybody knows them. A form
 * refuses a code that is in no vocabulary; an import keeps it, since it is what the file says, and it is listed.
 */
import { z } from 'zod'
import type { AnyRecord, Kind } from './records.ts'
import { SCHEMAS } from './records.ts'
import { unwrap, walkFields } from './schemaWalk.ts'
import { type LocalTerm, type ShippedVocabularies, termId } from './terms.ts'
import { VOCABULARY_NAMES, type VocabularyName } from './vocabularyNames.ts'

export interface CodeUse {
  /** Dotted path of the field, list positions included. */
  readonly field: string
  readonly vocabulary: VocabularyName
  readonly code: string
}

export type KnowsCode = (vocabulary: VocabularyName, code: string) => boolean

/** Knows the shipped codes and the log's own terms. */
export function knowsCode(
  shipped: ShippedVocabularies,
  terms: Readonly<Record<string, LocalTerm>>,
): KnowsCode {
  const codes = new Map<VocabularyName, ReadonlySet<string>>()
  return (vocabulary, code) => {
    let known = codes.get(vocabulary)
    if (known === undefined) {
      known = new Set(shipped[vocabulary].terms.map((term) => term.code))
      codes.set(vocabulary, known)
    }
    return known.has(code) || Object.hasOwn(terms, termId(vocabulary, code))
  }
}

/** Every code of a record that belongs to an open vocabulary, in the order of its fields. */
export function codesOf(kind: Kind, record: AnyRecord): readonly CodeUse[] {
  const found: CodeUse[] = []
  collect(SCHEMAS[kind], record, '', found)
  return found
}

/** The codes of a record that nobody knows. */
export function unknownCodes(kind: Kind, record: AnyRecord, knows: KnowsCode): readonly CodeUse[] {
  return codesOf(kind, record).filter(({ vocabulary, code }) => !knows(vocabulary, code))
}

export interface UnknownCode {
  readonly vocabulary: VocabularyName
  readonly code: string
  /** How many fields hold it. */
  readonly uses: number
}

/** The codes that nobody knows in these records, in order of vocabulary and code, with how often each is used. */
export function listUnknownCodes(
  records: Iterable<{ readonly kind: Kind; readonly record: AnyRecord }>,
  knows: KnowsCode,
): readonly UnknownCode[] {
  const found = new Map<string, UnknownCode>()
  for (const { kind, record } of records)
    for (const { vocabulary, code } of unknownCodes(kind, record, knows)) {
      const key = termId(vocabulary, code)
      found.set(key, { vocabulary, code, uses: (found.get(key)?.uses ?? 0) + 1 })
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unknown]) => unknown)
}

const vocabulariesOfKind = new Map<Kind, ReadonlyMap<string, VocabularyName>>()

/** The vocabulary of a field by its own name, at whatever depth; null when it takes no codes of an open one. */
export function vocabularyOfField(kind: Kind, name: string): VocabularyName | null {
  let byName = vocabulariesOfKind.get(kind)
  if (byName === undefined) {
    const said = walkFields(SCHEMAS[kind]).flatMap(({ path, meta }) => {
      const vocabulary = VOCABULARY_NAMES.find((each) => each === meta.vocabulary)
      const last = path.at(-1)
      return vocabulary === undefined || last === undefined ? [] : [[last, vocabulary] as const]
    })
    byName = new Map(said)
    vocabulariesOfKind.set(kind, byName)
  }
  return byName.get(name) ?? null
}

function collect(schema: unknown, value: unknown, field: string, found: CodeUse[]): void {
  if (value === undefined || value === null) return
  const { schema: inner, meta } = unwrap(schema)
  const vocabulary = VOCABULARY_NAMES.find((name) => name === meta.vocabulary)
  if (vocabulary !== undefined && typeof value === 'string') found.push({ field, vocabulary, code: value })
  else if (inner instanceof z.ZodUnion)
    for (const option of inner.options) collect(option, value, field, found)
  else if (inner instanceof z.ZodArray && Array.isArray(value)) {
    for (const [index, each] of value.entries()) collect(inner.element, each, `${field}.${index}`, found)
  } else if (inner instanceof z.ZodObject && typeof value === 'object' && !Array.isArray(value)) {
    for (const [name, part] of Object.entries(inner.shape)) {
      collect(part, Reflect.get(value, name), field === '' ? name : `${field}.${name}`, found)
    }
  }
}
