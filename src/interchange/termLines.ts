/**
 * Terms of the log's own in the records form: `type` is `term`, beside vocabulary, code and labels. A code may be of
 * another vocabulary list than ours: it is kept as the file says.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Change, Log } from '../core/log.ts'
import { type LocalTerm, localTermSchema, termId } from '../core/terms.ts'
import { VOCABULARY_NAMES } from '../core/vocabularyNames.ts'
import type { BadCell } from './rowDraft.ts'
import { issuesOf } from './schemaIssues.ts'

/** `type` of such a line. */
export const TERM_TYPE = 'term'

/** Reads the fields of a line, its type left out; the id may be left out too. */
export function readTerm(untrustedFields: Readonly<Record<string, unknown>>): LocalTerm | BadCell[] {
  const { vocabulary, code } = untrustedFields
  const name = VOCABULARY_NAMES.find((each) => each === vocabulary)
  const id = name !== undefined && typeof code === 'string' ? termId(name, code) : 'unknown/unknown'
  const untrusted = { id, ...untrustedFields }
  const parsed = localTermSchema.safeParse(untrusted)
  if (parsed.success) return parsed.data
  return issuesOf(parsed.error, untrusted).map(({ path, ...cell }) => ({ column: path, ...cell }))
}

export interface TermPlan {
  readonly new: number
  readonly updated: number
  readonly unchanged: number
  readonly change: Change
}

/** What the terms of a file would do to the log. */
export function planTerms(terms: readonly LocalTerm[], log: Pick<Log, 'terms'>): TermPlan {
  const isNew = (term: LocalTerm) => !Object.hasOwn(log.terms, term.id)
  const written = terms.filter((term) => isNew(term) || !isDeepStrictEqual(log.terms[term.id], term))
  const added = written.filter(isNew).length
  return {
    new: added,
    updated: written.length - added,
    unchanged: terms.length - written.length,
    change: written.map((term) => ({ kind: 'terms', id: term.id, record: term })),
  }
}
