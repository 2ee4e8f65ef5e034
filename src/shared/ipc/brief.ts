/** What crosses between the window and main while a brief is made: the choice, the review, what a person decided. */
import { z } from 'zod'
import { BRIEF_FORMS } from '../../core/briefForms.ts'
import { daySchema } from '../../core/claim.ts'
import { coarseningSchema } from '../../core/disclosure/coarsening.ts'
import { LINK_KINDS } from '../../core/disclosure/earlierReleases.ts'
import { OVERRIDABLE_RULES } from '../../core/disclosure/overridableRules.ts'
import { idSchema } from '../../core/ids.ts'
import { KINDS } from '../../core/records.ts'
import {
  BRIEF_LANGUAGES,
  BRIEF_LAYOUTS,
  briefDataSchema,
  CLAIM_ORDERS,
  INCIDENT_ORDERS,
} from '../../core/redaction/briefData.ts'
import { markSchema } from '../../core/redaction/markedSpans.ts'
import { MENTION_REASONS, MENTION_TOKENS } from '../../core/redaction/mentions/mentionSpan.ts'
import { tokenSchema } from './token.ts'

const keySchema = z.string().regex(/^[0-9a-f]{64}$/)

export const briefRequestSchema = z.strictObject({
  /** Name of a shipped profile or of one of the log's own. */
  profile: z.string().min(1).max(300),
  /** Name of the series whose people keep their pseudonyms; empty or absent for a brief that stands alone. */
  series: z.string().max(120).optional(),
  language: z.enum(BRIEF_LANGUAGES),
  /** Empty for the standard title of the language. */
  title: z.string().max(300),
  /** Written for release, like the title; empty or absent for none. */
  introduction: z.string().max(10_000).optional(),
  /** `general` when absent. */
  layout: z.enum(BRIEF_LAYOUTS).optional(),
  /** `date` when absent. `as-chosen`: as `incidents` stand here, which a person must have put in order. */
  order: z.enum(INCIDENT_ORDERS).optional(),
  /** `grade` when absent; `as-chosen` as above. */
  claimOrder: z.enum(CLAIM_ORDERS).optional(),
  asOf: daySchema,
  /** The organisation it is for; goes into the ledger, never into the brief. */
  recipient: idSchema.optional(),
  incidents: z.array(idSchema),
  claims: z.array(idSchema),
  contacts: z.array(idSchema),
  actions: z.array(idSchema),
  /** Steps beyond the profile's; none when absent. */
  coarsen: coarseningSchema.optional(),
  /** Leave out what earlier releases would give away. */
  leaveOutLinked: z.boolean().optional(),
  /** Keep rows that could be singled out; the release then needs a reason. */
  keepSmallClasses: z.boolean().optional(),
})

const classSchema = z.strictObject({
  /** Size of the smallest class before anything is left out; null without rows. */
  k: z.int().nullable(),
  rowsKept: z.int(),
  rowsLeftOut: z.int(),
})

/** How far the rows of a brief can be told apart, and what to do about it (redaction.md, "Re-identification"). */
export const disclosureSchema = z.strictObject({
  k: z.int(),
  l: z.int(),
  mode: z.enum(['enforce', 'report']),
  /** Size of the smallest class that the brief shows; null without rows. */
  smallestClass: z.int().nullable(),
  rowsUnderK: z.int(),
  /** The steps beyond the profile that were taken, and the incidents that were left out all the same. */
  coarsen: coarseningSchema,
  leftOut: z.int(),
  /** As the profile shows the rows, without any step. */
  asIs: classSchema,
  /** Best first; the first may be no step at all. */
  suggestions: z.array(z.strictObject({ ...classSchema.shape, coarsen: coarseningSchema })),
  /** What earlier releases give away together with this one; `release` null for all of them together. */
  union: z.array(
    z.strictObject({ kind: z.enum(LINK_KINDS), release: idSchema.nullable(), incidents: z.int() }),
  ),
  /** Ways out of that: steps, and how many incidents must stay out besides. */
  mendings: z.array(z.strictObject({ coarsen: coarseningSchema, rowsKept: z.int(), leaveOut: z.int() })),
  /** Rules by which the brief cannot leave without a reason. */
  refusals: z.array(z.strictObject({ rule: z.enum(OVERRIDABLE_RULES), rows: z.int() })),
})

export const withheldCountsSchema = z.array(z.strictObject({ reason: z.string(), count: z.int().positive() }))

/** Fields of rows that hold texts. */
export const TEXT_FIELDS = [
  'title',
  'introduction',
  'summary',
  'site',
  'statement',
  'wording',
  'askedFor',
  'addressedTo',
  'organisation',
  'offers',
  'warning',
] as const
export type TextField = (typeof TEXT_FIELDS)[number]

const spanShape = { start: z.int().nonnegative(), end: z.int().positive() }

/** A text of the brief, as a person reads it over before it may leave. */
export const reviewedTextSchema = z.strictObject({
  /** Row of the preview it stands in, such as `i12`; `title` and `introduction` for what stands before all rows. */
  row: z.string(),
  /** Field of that row. */
  field: z.enum(TEXT_FIELDS),
  /** text: kept with its mentions masked · clean: written for release, whole or not at all. */
  policy: z.enum(['text', 'clean']),
  original: z.string(),
  spans: z.array(
    z.strictObject({ ...spanShape, token: z.enum(MENTION_TOKENS), why: z.enum(MENTION_REASONS) }),
  ),
  unmatched: z.array(z.strictObject({ ...spanShape, kind: z.enum(['capitalised', 'number']) })),
})
export type ReviewedText = z.infer<typeof reviewedTextSchema>

export const briefPreviewSchema = z.strictObject({
  token: tokenSchema,
  /** With every text that may be accepted. */
  data: briefDataSchema,
  /** What the brief is called when its title is left out. */
  standardTitle: z.string(),
  withheld: withheldCountsSchema,
  disclosure: disclosureSchema,
  texts: z.array(reviewedTextSchema),
})
export type BriefPreview = z.infer<typeof briefPreviewSchema>

/** What a person decided on the texts. Keys are SHA-256 of what would be printed (policies/text.ts). */
export const textDecisionsSchema = z.strictObject({
  accepted: z.array(keySchema),
  leftOut: z.array(keySchema),
  marks: z.array(markSchema),
})
export type TextDecisions = Readonly<z.infer<typeof textDecisionsSchema>>

export const settleRequestSchema = z.strictObject({
  token: tokenSchema,
  ...textDecisionsSchema.shape,
})

/** The brief exactly as it would leave. */
export const settledBriefSchema = briefPreviewSchema.pick({
  token: true,
  data: true,
  withheld: true,
  disclosure: true,
})
export type SettledBrief = z.infer<typeof settledBriefSchema>

export const writeRequestSchema = z.strictObject({
  token: tokenSchema,
  /** Which files; none is refused. */
  forms: z.array(z.enum(BRIEF_FORMS)).max(BRIEF_FORMS.length),
  /** Why it is to leave although it could single somebody out; goes into the ledger. */
  overrideReason: z.string().trim().min(1).max(2_000).optional(),
  /** The key that signs; none when absent. */
  signWith: idSchema.optional(),
  /** Whom it is sealed for: a recipient key, or an organisation that states one (keyring/chooseKey.ts). */
  sealFor: idSchema.optional(),
})

export const writtenSchema = z
  .strictObject({ files: z.array(z.string()), pages: z.int().nullable() })
  .nullable()

/**
 * What the pages are to be made of: a choice, with every text; a review, with the texts named as accepted, read or not;
 * or the brief that was settled.
 */
export const pagesRequestSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('choice'), request: briefRequestSchema }),
  z.strictObject({ of: z.literal('review'), ...settleRequestSchema.shape }),
  z.strictObject({ of: z.literal('release'), token: tokenSchema }),
])
export type PagesRequest = Readonly<z.input<typeof pagesRequestSchema>>

/** What of a choice its pages do not show, and why. */
export const choiceShownSchema = z.strictObject({
  /** Whole records that stay behind as it was chosen, by reason. */
  withheld: withheldCountsSchema,
  /** Others that an incident must be like; incidents that stay behind since too few are. */
  k: z.int(),
  leftOut: z.int(),
  /** The steps that keep most of these; null where no step keeps any more. The pages are made with them. */
  suggestion: z.strictObject({ ...classSchema.shape, coarsen: coarseningSchema }).nullable(),
})
export type ChoiceShown = z.infer<typeof choiceShownSchema>

/** A PDF to look at; its bytes are those of the file that would leave, but for a suggestion that was not taken yet. */
export const briefPagesSchema = z.strictObject({
  pdf: z.custom<Uint8Array>((untrusted) => untrusted instanceof Uint8Array),
  pages: z.int(),
  /** Null for a review or a release, which say it themselves. */
  choice: choiceShownSchema.nullable(),
})

/** An entry of the ledger, as far as the next brief needs it. */
export const releasedBriefSchema = z.strictObject({
  id: idSchema,
  at: z.string(),
  title: z.string(),
  profile: z.string(),
  language: z.string(),
  layout: z.string(),
  /** The organisation it went to. */
  recipient: idSchema.nullable(),
  isRecalled: z.boolean(),
  records: z.int(),
})
export type ReleasedBrief = z.infer<typeof releasedBriefSchema>

/** What a release was made with. */
export const briefLikeSchema = z.strictObject({
  profile: z.string(),
  language: z.string(),
  layout: z.string(),
  title: z.string(),
  series: z.string(),
  recipient: idSchema.nullable(),
  coarsen: coarseningSchema,
  incidents: z.array(idSchema),
  claims: z.array(idSchema),
  contacts: z.array(idSchema),
  actions: z.array(idSchema),
})
export type BriefLike = z.infer<typeof briefLikeSchema>

const recordShape = { kind: z.enum(KINDS), id: idSchema }
/** Records by what was withheld of them, at most some hundreds; `total` says how many there are. */
export const withheldRecordsSchema = z.strictObject({
  records: z.array(z.strictObject({ ...recordShape, count: z.int().positive() })),
  total: z.int(),
})
export const rowRecordSchema = z.strictObject({ ...recordShape, withheld: withheldCountsSchema })
export type RowRecord = z.infer<typeof rowRecordSchema>
