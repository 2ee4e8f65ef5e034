/**
 * What a draft of a brief holds, as a value, and how the log keeps it: what is set, what is chosen, and what was decided
 * on its texts are three entries, so that typing a title does not save a thousand ids again. No React, no bridge.
 */
import { z } from 'zod'
import { coarseningSchema } from '../../../core/disclosure/coarsening.ts'
import { idSchema } from '../../../core/ids.ts'
import {
  BRIEF_LANGUAGES,
  BRIEF_LAYOUTS,
  type BriefLanguage,
  CLAIM_ORDERS,
  INCIDENT_ORDERS,
} from '../../../core/redaction/briefData.ts'
import {
  BRIEF_KINDS,
  type BriefKind,
  type Chosen,
  chosenOf,
  NOTHING_CHOSEN,
  passOver,
} from './briefChoice.ts'

/** What the user takes back from a brief beyond what the profile does. */
const fixesSchema = z.strictObject({
  coarsen: coarseningSchema,
  leaveOutLinked: z.boolean(),
  keepSmallClasses: z.boolean(),
})
export type Fixes = Readonly<z.infer<typeof fixesSchema>>
export const NO_FIXES: Fixes = { coarsen: {}, leaveOutLinked: false, keepSmallClasses: false }

/** A filter by which records were chosen. It chose those that it found then; later ones are only counted. */
const filterChoiceSchema = z.strictObject({ kind: z.enum(BRIEF_KINDS), query: z.string() })
export type FilterChoice = Readonly<z.infer<typeof filterChoiceSchema>>

const settingsSchema = z.strictObject({
  /** What the draft is called among the others; never printed. */
  name: z.string(),
  /** Name of a shipped profile or of one of the log's own. */
  profile: z.string(),
  /** The organisation it is for; null for nobody in particular. */
  recipient: idSchema.nullable(),
  /** Name of the series of briefs whose people keep their pseudonyms; empty for a brief that stands alone. */
  series: z.string(),
  language: z.enum(BRIEF_LANGUAGES),
  layout: z.enum(BRIEF_LAYOUTS),
  title: z.string(),
  introduction: z.string(),
  asOf: z.string(),
  order: z.enum(INCIDENT_ORDERS),
  /** Drafts that were kept before there was a choice have none. */
  claimOrder: z.enum(CLAIM_ORDERS).default('grade'),
  filters: z.array(filterChoiceSchema),
  fixes: fixesSchema,
  /** Instant of its last release; null while it has not left. */
  releasedAt: z.string().nullable(),
})
export type BriefSettings = Readonly<z.infer<typeof settingsSchema>>

/** What the user sets in the first step, and the fixes made in the second. */
export interface BriefDraft extends BriefSettings {
  readonly id: string
  readonly chosen: Chosen
  /** Records that a filter gave and the user took out again: they are not new to it. */
  readonly passedOver: Chosen
}

const idListsSchema = z.partialRecord(z.enum(BRIEF_KINDS), z.array(idSchema))
const recordsSchema = z.strictObject({ chosen: idListsSchema, passedOver: idListsSchema })

/** Briefs are written in the window's language where they can be. */
export function briefLanguageOf(language: string): BriefLanguage {
  return BRIEF_LANGUAGES.find((each) => each === language) ?? 'en'
}

/** How a draft begins. @param language of the brief. @param asOf YYYY-MM-DD. */
export function emptyBriefDraft(id: string, language: BriefLanguage, asOf: string): BriefDraft {
  return {
    id,
    name: '',
    profile: 'public',
    recipient: null,
    series: '',
    language,
    layout: 'general',
    title: '',
    introduction: '',
    asOf,
    order: 'date',
    claimOrder: 'grade',
    filters: [],
    fixes: NO_FIXES,
    releasedAt: null,
    chosen: NOTHING_CHOSEN,
    passedOver: NOTHING_CHOSEN,
  }
}

/** A draft with another choice, and with what it passes over. */
export function withChosen(draft: BriefDraft, chosen: Chosen): BriefDraft {
  const filtered = new Set(draft.filters.map(({ kind }) => kind))
  return { ...draft, chosen, passedOver: passOver(draft.passedOver, draft.chosen, chosen, filtered) }
}

/** Name under which the log keeps a part of a draft. */
export const briefDraftId = (id: string): string => `brief/${id}`
export const briefRecordsId = (id: string): string => `brief/${id}/records`
export const briefTextsId = (id: string): string => `brief/${id}/texts`

const NAME = /^brief\/([^/]+)$/

/** The id of the draft whose settings have this name; null for anything else. */
export const briefOfName = (name: string): string | null => NAME.exec(name)?.[1] ?? null

export function settingsOf({ id: _id, chosen: _chosen, passedOver: _passed, ...settings }: BriefDraft) {
  return settings
}

export function recordsOf({ chosen, passedOver }: Pick<BriefDraft, 'chosen' | 'passedOver'>) {
  return { chosen: idLists(chosen), passedOver: idLists(passedOver) }
}

/** A draft as the log kept it; null when a later version wrote it and it cannot be read. */
export function readBriefDraft(
  id: string,
  untrustedSettings: unknown,
  untrustedRecords: unknown,
): BriefDraft | null {
  const settings = settingsSchema.safeParse(untrustedSettings)
  if (!settings.success) return null
  const records = recordsSchema.safeParse(untrustedRecords)
  const { chosen = {}, passedOver = {} } = records.success ? records.data : {}
  return { ...settings.data, id, chosen: chosenOf(chosen), passedOver: chosenOf(passedOver) }
}

function idLists(chosen: Chosen): Record<BriefKind, string[]> {
  const { incidents, claims, contacts, actions } = chosen
  return {
    incidents: [...incidents],
    claims: [...claims],
    contacts: [...contacts],
    actions: [...actions],
  }
}
