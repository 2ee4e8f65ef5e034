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
  PERSON_ROLES,
  RELIABILITIES,
  SOURCE_ACCESS,
  SOURCE_KINDS,
  STANDARDS,
} from '../vocabularyCodes.ts'
import { AGE_BANDS } from './policies/age.ts'
import { COUNT_TEXT } from './policies/count.ts'
import { LABEL_ROLES } from './policies/pseudonym.ts'
import { precisionSchema } from './precision.ts'
import { SHIPPED_NAMES } from './profile.ts'

export const BRIEF_FORMAT = 'daybook-brief'
export const BRIEF_VERSION = '1.4.0'
export const BRIEF_LANGUAGES = ['en', 'ru', 'ar', 'es', 'fr'] as const
export type BriefLanguage = (typeof BRIEF_LANGUAGES)[number]

/** How a brief is laid out; `un-…` follow the forms of two special procedures of the UN. */
export const BRIEF_LAYOUTS = ['general', 'urgent', 'un-disappearances', 'un-executions', 'annex'] as const
export type BriefLayout = (typeof BRIEF_LAYOUTS)[number]

/** How incidents follow each other on the page. `as-chosen`: as the rows stand, which is how a person put them. */
export const INCIDENT_ORDERS = ['date', 'date-reversed', 'as-chosen'] as const
export type IncidentOrder = (typeof INCIDENT_ORDERS)[number]

/** How claims are put inside their groups, which go from established to false whatever the order. */
export const CLAIM_ORDERS = ['grade', ...INCIDENT_ORDERS] as const
export type ClaimOrder = (typeof CLAIM_ORDERS)[number]

const localId = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[1-9][0-9]*$`))
/** EDTF at the profile's precision; quarters are sub-year groups 33–36 of EDTF level 2. */
const coarseDate = z.string()
/** A vocabulary code, or a code made of it when rare ones are merged. */
const code = z.string()
/** A number of people at the profile's precision: `17`, `15-19`, `50+`. */
const people = z.string().regex(COUNT_TEXT)
/** A text that was masked and accepted by a person; null where there is none, it was withheld or was not accepted. */
const acceptedText = z.string().nullable()

export const briefPlaceSchema = z.strictObject({
  /** Region of the world (UN M49), by its name. */
  region: z.string().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable(),
  /** First-order division: by its name in the brief's language where the gazetteer has it, else as the log names it. */
  admin1: z.string().nullable(),
  /** Second-order division, as the log names it. */
  admin2: z.string().nullable(),
  town: z.string().nullable(),
  /** The place as it was reported: a text that a person accepted. */
  site: acceptedText,
})

/** A cell of a grid by its south-western corner, in degrees. */
export const briefCellSchema = z.strictObject({ south: z.number(), west: z.number(), size: z.number() })

export const briefIncidentSchema = z.strictObject({
  id: localId('i'),
  title: acceptedText,
  summary: acceptedText,
  when: coarseDate.nullable(),
  place: briefPlaceSchema,
  cell: briefCellSchema.nullable(),
  violationTypes: z.array(code),
  placeType: code.nullable(),
  victimGroups: z.array(code),
  status: z.enum(INCIDENT_STATUSES),
  killed: people.nullable(),
  injured: people.nullable(),
  detained: people.nullable(),
  missing: people.nullable(),
  people: z.array(localId('w')),
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
  /** The claim itself, as it was written down. */
  statement: acceptedText,
  independentSourcesFor: z.int().nonnegative(),
  independentSourcesAgainst: z.int().nonnegative(),
  /** The day of the assessment the status rests on. */
  asOf: daySchema.nullable(),
  about: z.array(localId('i')),
  people: z.array(localId('w')),
  sources: z.array(localId('s')),
})

/** Somebody under a pseudonym of this brief: a role and a number, which the reader's language makes "Victim 1" of. */
export const briefPersonSchema = z.strictObject({
  id: localId('w'),
  role: z.enum(LABEL_ROLES),
  number: z.int().nonnegative(),
  roles: z.array(z.enum(PERSON_ROLES)),
  ageBand: z.enum(AGE_BANDS).nullable(),
  sex: code.nullable(),
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
  askedFor: acceptedText,
  when: coarseDate.nullable(),
  status: code.nullable(),
  about: z.array(z.union([localId('i'), localId('c')])),
})

/** What a count of one to four says. */
export const SMALL = '<5'
/** A number of records; "<5", or null where it is withheld so that no other can be worked out from it. */
export const shownCountSchema = z.union([z.int().nonnegative(), z.literal(SMALL), z.null()])
export type ShownCount = z.infer<typeof shownCountSchema>

const tally = z.strictObject({ code: z.string(), count: shownCountSchema })

/** Row fields that a profile may show or not. What is not among those it shows is withheld in every row. */
export const SHOWABLE_FIELDS = [
  'incidents.title',
  'incidents.summary',
  'incidents.when',
  'incidents.place',
  'incidents.cell',
  'incidents.violationTypes',
  'incidents.placeType',
  'incidents.victimGroups',
  'incidents.counts',
  'incidents.people',
  'claims.statement',
  'people.ageBand',
  'people.sex',
  'actions.when',
  'actions.status',
  'actions.askedFor',
] as const
export type ShowableField = (typeof SHOWABLE_FIELDS)[number]

/** Incidents of uncertain, longer or other times than those listed; kinds beyond those that are listed. */
export const OTHER_TIMES = 'other-times'
export const OTHER_KINDS = 'other-kinds'

/** Kinds of what happened by period. A row for each kind, a column for each period; kinds overlap. */
export const kindsByPeriodSchema = z.strictObject({
  /** Codes of kinds, the last perhaps `other-kinds`. */
  kinds: z.array(code),
  /** Months, quarters or years without a gap, the last perhaps `other-times`. */
  periods: z.array(coarseDate),
  counts: z.array(z.array(shownCountSchema)),
})
export type KindsByPeriod = z.infer<typeof kindsByPeriodSchema>

export const briefDataSchema = z.strictObject({
  format: z.literal(BRIEF_FORMAT),
  version: z.literal(BRIEF_VERSION),
  title: z.string(),
  language: z.enum(BRIEF_LANGUAGES),
  /** What the user says first, written for release; empty for none. A blank line begins a new paragraph. */
  introduction: z.string(),
  layout: z.enum(BRIEF_LAYOUTS),
  order: z.enum(INCIDENT_ORDERS),
  /** grade: the most credible first · date: by the day each speaks for. */
  claimOrder: z.enum(CLAIM_ORDERS),
  asOf: daySchema,
  label: z.enum(CONFIDENTIALITIES),
  /** Name and policy classes only: rules finer than that would tell what was withheld. */
  profile: z.strictObject({
    /** Of the shipped profile; one of the user's own has the name of the one it was copied from. */
    name: z.enum(SHIPPED_NAMES),
    version: z.int(),
    /** Is it the user's own, with rules of its own? */
    adapted: z.boolean(),
    ...precisionSchema.shape,
    /** clean-text: only sentences written for release · accepted: others too, each read by a person. */
    text: z.enum(['clean-text', 'accepted']),
    /** Row fields that it shows, where the log knows them; the rest is withheld, known or not. */
    shows: z.array(z.enum(SHOWABLE_FIELDS)),
  }),
  /** The covering interval of all incident dates shown; null when none has one. */
  period: coarseDate.nullable(),
  places: z.array(briefPlaceSchema),
  incidents: z.array(briefIncidentSchema),
  claims: z.array(briefClaimSchema),
  people: z.array(briefPersonSchema),
  sources: z.array(briefSourceSchema),
  organisations: z.array(briefOrganisationSchema),
  contacts: z.array(briefContactSchema),
  actions: z.array(briefActionSchema),
  /** Counts of records, never of victims, of which an annex has no rows; small ones hidden where the profile lets nobody be singled out. */
  statistics: z.strictObject({
    incidents: z.int().nonnegative(),
    claims: z.int().nonnegative(),
    byPeriod: z.array(tally),
    byViolationType: z.array(tally),
    /** An incident of several groups counts for each, as one of several kinds does. */
    byVictimGroup: z.array(tally),
    /** Incidents by the kinds of the sources of the claims about them. */
    bySourceKind: z.array(z.strictObject({ code: z.enum(SOURCE_KINDS), count: shownCountSchema })),
    byStatus: z.array(tally),
    byPlace: z.array(z.strictObject({ place: briefPlaceSchema, count: shownCountSchema })),
    /** Grid cells; none where small counts are hidden, since a place's count would give them back. */
    byCell: z.array(z.strictObject({ cell: briefCellSchema, count: z.int().nonnegative() })),
    /** Null where no incident has a date as fine as a year. */
    byKindAndPeriod: kindsByPeriodSchema.nullable(),
    /** Periods of that table in which the number of sources changed with that of incidents; none where either is hidden. */
    sourceShifts: z.array(coarseDate),
    /** Of claims and sources, which are no people: nothing is hidden. */
    byClaimStatus: z.array(z.strictObject({ code: z.enum(CLAIM_STATUSES), count: z.int().nonnegative() })),
    bySource: z.array(
      z.strictObject({
        kind: z.enum(SOURCE_KINDS),
        reliability: z.enum(RELIABILITIES),
        count: z.int().nonnegative(),
      }),
    ),
  }),
  /** Codes of the standing explanations printed at the end ("counts are records, not victims", …). */
  notes: z.array(z.string()),
})

export type BriefIncident = z.infer<typeof briefIncidentSchema>
export type BriefClaim = z.infer<typeof briefClaimSchema>
export type BriefPlace = z.infer<typeof briefPlaceSchema>
export type BriefPerson = z.infer<typeof briefPersonSchema>
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
