/**
 * Vocabulary: an open list of coded terms with labels (resources/vocabularies). Codes are what records store and
 * never change; labels may be reworded or added by the user. The closed lists that Daybook decides by are in
 * vocabularyCodes.ts; which terms there are, and where they come from, is records.md, "Vocabularies".
 */
import { z } from 'zod'
import { codeSchema, lineSchema } from './recordBase.ts'

/** Languages the shipped terms are labelled in. */
export const VOCABULARY_LANGUAGES = ['en', 'ru', 'ar', 'es', 'fr'] as const
export type VocabularyLanguage = (typeof VOCABULARY_LANGUAGES)[number]

/** English is the fallback, so it alone must be there: a user's own term may have no other. */
const labelsSchema = z.strictObject({
  en: lineSchema,
  ru: lineSchema.optional(),
  ar: lineSchema.optional(),
  es: lineSchema.optional(),
  fr: lineSchema.optional(),
})

const termSchema = z.strictObject({
  code: codeSchema,
  labels: labelsSchema,
  /** What the term covers where the label cannot say it; in English. */
  note: lineSchema.optional(),
})

/** One file of resources/vocabularies: where the terms come from, and the terms in the order lists show them. */
export const vocabularySchema = z
  .strictObject({ source: lineSchema, terms: z.array(termSchema).min(1) })
  .refine((vocabulary) => new Set(vocabulary.terms.map((t) => t.code)).size === vocabulary.terms.length, {
    params: { code: 'vocabulary/code-twice' },
  })

export type Vocabulary = z.infer<typeof vocabularySchema>
export type VocabularyTerm = z.infer<typeof termSchema>

/** Reads a vocabulary file's parsed JSON; throws a ZodError when it is not one. */
export function parseVocabulary(untrusted: unknown): Vocabulary {
  return vocabularySchema.parse(untrusted)
}

/**
 * The label of a code in a language (BCP 47; only the primary subtag counts). English when that language has
 * none; the code itself when the vocabulary does not know it, since a record is never shown without its value.
 */
export function labelOf(vocabulary: Vocabulary, code: string, language: string): string {
  const labels = vocabulary.terms.find((term) => term.code === code)?.labels
  if (!labels) return code
  const primary = language.split('-')[0]?.toLowerCase()
  const known = VOCABULARY_LANGUAGES.find((each) => each === primary)
  return (known && labels[known]) ?? labels.en
}
