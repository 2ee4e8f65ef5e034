/** The short form of a claim as typed, and back. Grades of a claim that exists move only by an assessment. */
import { z } from 'zod'
import { type Claim, claimSchema, credibilitySchema } from '../../../core/claim.ts'
import {
  CLAIM_KINDS,
  CLAIM_STATUSES,
  type ClaimKind,
  type ClaimStatus,
  type Credibility,
} from '../../../core/vocabularyCodes.ts'
import type { SharedDraft } from '../../records/FormFrame.tsx'
import { type Fields, type RecordForm, textOrNull, typedToTags } from '../../records/recordForm.ts'
import { typedCode, typedSharing, typedText } from '../../records/typedSchemas.ts'

export type About = Claim['about'][number]
export type EvidenceLink = Claim['evidenceFor'][number]

export interface ClaimDraft extends SharedDraft {
  readonly statement: string
  readonly kind: ClaimKind
  readonly status: ClaimStatus
  readonly credibility: Credibility
  readonly about: readonly About[]
  readonly evidenceFor: readonly EvidenceLink[]
  readonly evidenceAgainst: readonly EvidenceLink[]
  readonly safeWording: string
}

export const CLAIM_FORM: RecordForm<Claim, ClaimDraft> = {
  kind: 'claims',
  toDraft: (record) => ({
    statement: record?.statement ?? '',
    kind: record?.kind ?? 'event',
    status: record?.status ?? 'not-assessed',
    credibility: record?.credibility ?? 6,
    about: record?.about ?? [],
    evidenceFor: record?.evidenceFor ?? [],
    evidenceAgainst: record?.evidenceAgainst ?? [],
    safeWording: record?.safeWording ?? '',
    remarks: record?.remarks ?? '',
    tags: record?.tags.join(', ') ?? '',
    confidentiality: record?.confidentiality ?? 'RED',
  }),
  toFields: (draft) => ({
    statement: draft.statement.trim(),
    kind: draft.kind,
    status: draft.status,
    credibility: draft.credibility,
    about: draft.about.map(plain),
    evidenceFor: draft.evidenceFor.map(plain),
    evidenceAgainst: draft.evidenceAgainst.map(plain),
    safeWording: textOrNull(draft.safeWording),
    remarks: textOrNull(draft.remarks),
    tags: typedToTags(draft.tags),
    confidentiality: draft.confidentiality,
  }),
  typedSchema: z.object({
    ...typedSharing,
    statement: typedText,
    kind: typedCode(CLAIM_KINDS),
    status: typedCode(CLAIM_STATUSES),
    credibility: credibilitySchema.exactOptional(),
    about: claimSchema.shape.about.unwrap().exactOptional(),
    evidenceFor: claimSchema.shape.evidenceFor.unwrap().exactOptional(),
    evidenceAgainst: claimSchema.shape.evidenceAgainst.unwrap().exactOptional(),
    safeWording: typedText,
  }),
}

/** A link as plain JSON, with everything that came with it (place in the item, quote, note). */
function plain(link: About | EvidenceLink): Fields[string] {
  return Object.fromEntries(Object.entries(link).filter(([, value]) => value !== undefined)) as Fields[string]
}
