/**
 * The smaller copy of the log that a brief is made from (briefs.md, "JSON"). The schema is the published one;
 * only `redact` makes values of the branded type, and the writers accept nothing else.
 *
 * Every row of a list has the same keys; what is withheld is null. Ids are local to the brief.
 */
import { z } from 'zod'
import { credibilitySchema, daySchema } from '../claim.ts'
import {
  CLAIM_KINDS,
  CLAIM_STATUSES,
  CONFIDENTIALITIES,
  INCIDENT_STATUSES,
  RELIABILITIES,
  SOURCE_ACCESS,
  SOURCE_KINDS,
  STANDARDS,
} from '../vocabularyCodes.ts'

export const BRIEF_FORMAT = 'daybook-brief'
export const BRIEF_VERSION = '1.0.0'
export const BRIEF_LANGUAGES = ['en', 'ru', 'ar', 'es', 'fr'] as const
export type BriefLanguage = (typeof BRIEF_LANGUAGES)[number]

const localId = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[1-9][0-9]*$`))
/** EDTF at the profile's precision; quarters are sub-year groups 33–36 of EDTF level 2. */
const coarseDate = z.string()
/** A vocabulary code, or a code made of it when rare ones are merged. */
const code = z.string()
/** Count bands: a number of people is never exact here. */
export const COUNT_BANDS = ['1-4', '5-9', '10-49', '50+'] as const
export const countBandSchema = z.enum(COUNT_BANDS)

export const briefPlaceSchema = z.strictObject({
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable(),
  /** First-order division, as the log names it. */
  admin1: z.string().nullable(),
})

export const briefIncidentSchema = z.strictObject({
  id: localId('i'),
  when: coarseDate.nullable(),
  place: briefPlaceSchema,
  violationTypes: z.array(code),
  status: z.enum(INCIDENT_STATUSES),
  killed: countBandSchema.nullable(),
  injured: countBandSchema.nullable(),
  detained: countBandSchema.nullable(),
  missing: countBandSchema.nullable(),
  claims: z.array(localId('c')),
})

export const briefClaimSchema = z.strictObject({
  id: localId('c'),
  kind: z.enum(CLAIM_KINDS),
  status: z.enum(CLAIM_STATUSES),
  credibility: credibilitySchema,
  standardMet: z.enum(STANDARDS),
  /** The sentence the researcher wrote for release; null when there is none or it was withheld. */
  wording: z.string().nullable(),
  independentSourcesFor: z.int().nonnegative(),
  independentSourcesAgainst: z.int().nonnegative(),
  /** The day of the assessment the status rests on. */
  asOf: daySchema.nullable(),
  about: z.array(localId('i')),
  sources: z.array(localId('s')),
})

export const briefSourceSchema = z.strictObject({
  id: localId('s'),
  kind: z.enum(SOURCE_KINDS),
  reliability: z.enum(RELIABILITIES),
  access: z.enum(SOURCE_ACCESS).nullable(),
})

export const briefOrganisationSchema = z.strictObject({
  id: localId('o'),
  name: z.string(),
  kind: code,
})

export const briefContactSchema = z.strictObject({
  id: localId('p'),
  organisation: localId('o'),
  offers: z.string(),
  phone: z.string().nullable(),
  site: z.string().nullable(),
  email: z.string().nullable(),
  languages: z.array(z.string()),
  checkedOn: z.string(),
  /** Checked more than 90 days before the brief's as-of day, or expired by then. */
  stale: z.boolean(),
  warning: z.string().nullable(),
})

export const briefActionSchema = z.strictObject({
  id: localId('a'),
  what: code,
  addressedTo: z.string(),
  when: coarseDate.nullable(),
  status: code.nullable(),
  about: z.array(z.union([localId('i'), localId('c')])),
})

const tally = z.strictObject({ code: z.string(), count: z.int().positive() })

export const briefDataSchema = z.strictObject({
  format: z.literal(BRIEF_FORMAT),
  version: z.literal(BRIEF_VERSION),
  title: z.string(),
  language: z.enum(BRIEF_LANGUAGES),
  layout: z.enum(['general']),
  asOf: daySchema,
  label: z.enum(CONFIDENTIALITIES),
  /** Name and policy classes only: rules finer than that would tell what was withheld. */
  profile: z.strictObject({
    name: z.string(),
    version: z.int(),
    date: z.string(),
    place: z.string(),
    text: z.string(),
  }),
  /** The covering interval of all incident dates shown; null when none has one. */
  period: coarseDate.nullable(),
  places: z.array(briefPlaceSchema),
  incidents: z.array(briefIncidentSchema),
  claims: z.array(briefClaimSchema),
  sources: z.array(briefSourceSchema),
  organisations: z.array(briefOrganisationSchema),
  contacts: z.array(briefContactSchema),
  actions: z.array(briefActionSchema),
  /** Counts of records shown, never of victims. */
  statistics: z.strictObject({
    incidents: z.int().nonnegative(),
    claims: z.int().nonnegative(),
    byPeriod: z.array(tally),
    byViolationType: z.array(tally),
    byStatus: z.array(tally),
  }),
  /** Codes of the standing explanations printed at the end ("counts are records, not victims", …). */
  notes: z.array(z.string()),
})

export type BriefIncident = z.infer<typeof briefIncidentSchema>
export type BriefClaim = z.infer<typeof briefClaimSchema>
export type BriefSource = z.infer<typeof briefSourceSchema>
export type BriefOrganisation = z.infer<typeof briefOrganisationSchema>
export type BriefContact = z.infer<typeof briefContactSchema>
export type BriefAction = z.infer<typeof briefActionSchema>
export type BriefContent = z.infer<typeof briefDataSchema>

declare const redacted: unique symbol
/** Made by `redact` alone. */
export type BriefData = BriefContent & { readonly [redacted]: true }

/** Codes of the notes every brief carries, in print order. */
export const STANDING_NOTES = ['grades', 'standards', 'redaction', 'records-not-victims', 'sampling'] as const

/** What the release gate must not find in the finished bytes. Kept in the vault's process, never written. */
export interface Canary {
  readonly value: string
  /** identity, date, id, number, text: see ProtectedClass in recordBase.ts. */
  readonly protected: 'identity' | 'text' | 'date' | 'id' | 'number'
  /** Where it stands in the log: kind, record id, field path; for the report shown to the user only. */
  readonly where: { readonly kind: string; readonly id: string; readonly field: string }
}
