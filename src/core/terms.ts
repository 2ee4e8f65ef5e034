/**
 * Terms of the log's own: codes that the user adds to a vocabulary (`local:…`), and other labels for shipped codes.
 * They are kept in the log, beside its records. A code never changes, since records hold it; a label may. Shipped
 * vocabularies come from outside, as does the random part of a code.
 */
import { z } from 'zod'
import { type AppError, appError } from './appError.ts'
import type { Change, Log } from './log.ts'
import { codeSchema, lineSchema } from './recordBase.ts'
import { err, ok, type Result } from './result.ts'
import { VOCABULARY_LANGUAGES, type Vocabulary, type VocabularyTerm } from './vocabulary.ts'
import { VOCABULARY_NAMES, type VocabularyName } from './vocabularyNames.ts'

/** `place-types/local:barracks`: the vocabulary and the code. */
export const termIdSchema = z
  .string()
  .max(120)
  .regex(/^[a-z-]+\/[a-z0-9:-]+$/)

const labelsSchema = z
  .strictObject({
    en: lineSchema.optional(),
    ru: lineSchema.optional(),
    ar: lineSchema.optional(),
    es: lineSchema.optional(),
    fr: lineSchema.optional(),
  })
  .refine((labels) => Object.values(labels).some((label) => label !== undefined), {
    params: { code: 'terms/label-missing' },
  })

export const localTermSchema = z
  .strictObject({
    id: termIdSchema,
    vocabulary: z.enum(VOCABULARY_NAMES),
    code: codeSchema,
    labels: labelsSchema,
    note: lineSchema.optional(),
  })
  .refine((term) => term.id === termId(term.vocabulary, term.code), { params: { code: 'terms/id-wrong' } })

export type LocalTerm = Readonly<z.infer<typeof localTermSchema>>
export type ShippedVocabularies = Readonly<Record<VocabularyName, Vocabulary>>

export function termId(vocabulary: VocabularyName, code: string): string {
  return `${vocabulary}/${code}`
}

/**
 * The vocabulary as this log has it: shipped terms in their order, under the log's labels where it has any, and then
 * the log's own in order of their codes. A language without a label takes the first there is.
 */
export function mergeVocabulary(
  shipped: Vocabulary,
  name: VocabularyName,
  terms: Readonly<Record<string, LocalTerm>>,
): Vocabulary {
  const own = Object.values(terms).filter((term) => term.vocabulary === name)
  if (own.length === 0) return shipped
  const byCode = new Map(own.map((term) => [term.code, term]))
  const relabelled = shipped.terms.map((term) => {
    const local = byCode.get(term.code)
    if (local === undefined) return term
    const labels = { ...term.labels, ...local.labels }
    return { ...term, ...noteOf(local), labels: { ...labels, en: labels.en ?? term.labels.en } }
  })
  const known = new Set(shipped.terms.map((term) => term.code))
  const added = own.filter((term) => !known.has(term.code)).sort((a, b) => (a.code < b.code ? -1 : 1))
  return { ...shipped, terms: [...relabelled, ...added.map(asTerm)] }
}

const noteOf = ({ note }: LocalTerm) => (note === undefined ? {} : { note })

function asTerm(term: LocalTerm): VocabularyTerm {
  const first = VOCABULARY_LANGUAGES.flatMap((language) => term.labels[language] ?? [])[0]
  return {
    code: term.code,
    ...noteOf(term),
    labels: { ...term.labels, en: term.labels.en ?? first ?? term.code },
  }
}

export interface TermEdit {
  readonly vocabulary: VocabularyName
  /** Null adds a term. A shipped code is relabelled. */
  readonly code: string | null
  readonly untrustedLabels: unknown
  readonly untrustedNote?: unknown
}

/**
 * Adds or relabels a term, as a change of the log. `chance` names a new term that has no label in Latin letters: 8 or
 * more characters of 0-9 and a-z. Errors: `terms/code-unknown` for a code that is neither shipped nor the log's own,
 * `terms/label-missing`, `terms/label-taken` {language} when another code of the vocabulary is called the same.
 */
export function editTerm(
  log: Pick<Log, 'terms'>,
  shipped: ShippedVocabularies,
  edit: TermEdit,
  chance: string,
): Result<Change, AppError> {
  const { vocabulary } = edit
  const merged = mergeVocabulary(shipped[vocabulary], vocabulary, log.terms)
  if (edit.code !== null && !merged.terms.some((term) => term.code === edit.code))
    return err(appError('terms/code-unknown'))
  const labels = labelsSchema.safeParse(edit.untrustedLabels)
  if (!labels.success) return err(appError('terms/label-missing'))
  const taken = new Set(merged.terms.map((term) => term.code))
  const code = edit.code ?? newCode(labels.data.en ?? '', taken, chance)
  for (const language of VOCABULARY_LANGUAGES) {
    const label = labels.data[language]
    if (
      label !== undefined &&
      merged.terms.some((term) => term.code !== code && term.labels[language] === label)
    )
      return err(appError('terms/label-taken', { language }))
  }
  const term = localTermSchema.safeParse({
    id: termId(vocabulary, code),
    vocabulary,
    code,
    labels: labels.data,
    ...(edit.untrustedNote === undefined ? {} : { note: edit.untrustedNote }),
  })
  if (!term.success) return err(appError('terms/label-missing'))
  return ok([{ kind: 'terms', id: term.data.id, record: term.data }])
}

/**
 * Takes a term of the log's own, or its labels for a shipped code, away. Records that hold the code keep it. Null when
 * the log has no such term.
 */
export function removeTerm(log: Pick<Log, 'terms'>, id: string): Change | null {
  return Object.hasOwn(log.terms, id) ? [{ kind: 'terms', id, record: null }] : null
}

/** `local:` and the English label in the letters a code may have; chance where that leaves nothing or is taken. */
function newCode(label: string, taken: ReadonlySet<string>, chance: string): string {
  const slug = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
  const named = `local:${slug}`
  return slug === '' || taken.has(named) ? `local:term-${chance.slice(0, 8)}` : named
}
