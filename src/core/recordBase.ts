/**
 * What every record has, and the small field schemas the kinds share. `meta({ protected })` marks what may be
 * recovered from no released file (redaction.md): the class says how the release gate searches for it.
 */
import { z } from 'zod'
import { isEdtf } from './edtf.ts'
import { idSchema } from './ids.ts'
import {
  CONFIDENTIALITIES,
  CONSENT_PURPOSES,
  CONSENT_STATES,
  CONTACT_DETAIL_KINDS,
} from './vocabularyCodes.ts'
import type { VocabularyName } from './vocabularyNames.ts'

/**
 * identity: names and contacts, a leak wherever they stand · text: free text, places, titles · date: finer than a
 * profile shows · id: internal ids · number: coordinates.
 */
export type ProtectedClass = 'identity' | 'text' | 'date' | 'id' | 'number'

const MAX_TEXT = 200_000
const MAX_LINE = 2_000

/** Half a surrogate pair or a NUL can be neither printed nor written as JSON; better refused than found later. */
export const isPrintable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** Text of one line that must say something. */
export const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(MAX_LINE)
  .refine(isPrintable, { params: { code: 'text/unprintable' } })
export const identityLine = lineSchema.meta({ protected: 'identity' })
export const protectedLine = lineSchema.meta({ protected: 'text' })
export const protectedText = z
  .string()
  .max(MAX_TEXT)
  .refine(isPrintable, { params: { code: 'text/unprintable' } })
  .meta({ protected: 'text' })
/** Notes about safety: free text, in which ordinary words are no names. */
export const identityText = protectedText
/** A code of a vocabulary: HURIDOCS digits or lower-kebab-case; `local:` marks the user's own terms. */
export const codeSchema = z.string().regex(/^(?:\d{4,14}|(?:local:)?[a-z0-9]+(?:-[a-z0-9]+)*)$/)
/** A code that takes its terms from one open vocabulary. Unknown codes are well-formed; codeCheck.ts finds them. */
export const codeOf = (vocabulary: VocabularyName) => codeSchema.meta({ vocabulary })
/** HURIDOCS "clarifying note" of the coded field beside it: what the code leaves out. One note for a list of codes. */
export const codeNote = protectedText.optional()
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** BCP 47 in its common forms. */
export const languageSchema = z
  .string()
  .regex(/^[a-zA-Z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)
  .refine(isLanguage, { params: { code: 'language/unknown' } })
export const edtfSchema = z
  .string()
  .refine(isEdtf, { params: { code: 'date/unreadable' } })
  .meta({ protected: 'date' })
/** A day or an instant; used where the moment is ours (entry times), not the world's. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/)
  .meta({ protected: 'date' })
export const countrySchema = z.string().regex(/^[A-Z]{2}$/)
export const confidentialitySchema = z.enum(CONFIDENTIALITIES)

/** low ≤ best ≤ high, whole people; any may be missing. */
export const countSchema = z
  .strictObject({
    low: z.int().nonnegative().optional(),
    best: z.int().nonnegative().optional(),
    high: z.int().nonnegative().optional(),
    reportedBy: protectedLine.optional(),
  })
  .refine((c) => (c.low ?? 0) <= (c.high ?? Infinity), { params: { code: 'count/low-above-high' } })
  .refine((c) => (c.low ?? 0) <= (c.best ?? Infinity) && (c.best ?? 0) <= (c.high ?? Infinity), {
    params: { code: 'count/best-out-of-range' },
  })

export const consentSchema = z.strictObject({
  purpose: z.enum(CONSENT_PURPOSES),
  state: z.enum(CONSENT_STATES),
  organisation: idSchema.optional(),
  on: edtfSchema.optional(),
  language: languageSchema.optional(),
  /** Who explained what is asked, and what follows from it. */
  explainedBy: identityLine.optional(),
  expiresOn: edtfSchema.optional(),
  note: protectedText.optional(),
})

/** Private contact details of a person or source; a plain text is taken as one of unsaid kind. */
export const contactDetailSchema = z.union([
  z.strictObject({
    kind: z.enum(CONTACT_DETAIL_KINDS).default('other'),
    value: identityLine,
    note: identityText.optional(),
  }),
  identityLine.transform((value) => ({ kind: 'other' as const, value })),
])

/** All of them; one line of text alone will do. */
export const contactDetailsSchema = z
  .union([
    z.array(contactDetailSchema),
    identityLine.transform((value) => [{ kind: 'other' as const, value }]),
  ])
  .default([])

/** Where in an item: page, second, line, cell. */
export const accessPointSchema = z.strictObject({
  page: lineSchema.optional(),
  line: lineSchema.optional(),
  paragraph: lineSchema.optional(),
  clip: lineSchema.optional(),
  frame: lineSchema.optional(),
  cell: lineSchema.optional(),
})

/** Fields of every record. Absent ones are filled in by {@link completeRecord}. */
export const baseShape = {
  id: idSchema,
  createdAt: instantSchema,
  updatedAt: instantSchema,
  confidentiality: confidentialitySchema,
  tags: z.array(protectedLine).default([]),
  remarks: protectedText.optional(),
  externalId: protectedLine.optional(),
  importedFrom: protectedLine.optional(),
}
