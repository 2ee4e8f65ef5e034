/**
 * The claims of a brief in the shape of schema.org's ClaimReview, for whoever collects fact checks. The rating is the
 * status of the claim, on a scale of five (docs/format/brief-exports.md). Who reviewed it is not said: a brief does not
 * name its author.
 */
import { z } from 'zod'
import {
  BRIEF_LANGUAGES,
  type BriefClaim,
  type BriefData,
  briefClaimSchema,
} from '../../core/redaction/briefData.ts'
import { CLAIM_STATUSES, type ClaimStatus, CONFIDENTIALITIES } from '../../core/vocabularyCodes.ts'
import { claimFormula } from '../../shared/claimFormula.ts'
import { briefText } from '../briefText.ts'
import { canonicalJson } from '../canonicalJson.ts'

export const REVIEWS_FORMAT = 'daybook-brief-reviews'
export const REVIEWS_VERSION = '1.0.0'

/** Five is established, one is false; three says that it is open, and `alternateName` in which way. */
export const RATINGS: Readonly<Record<ClaimStatus, 1 | 2 | 3 | 4 | 5>> = {
  established: 5,
  'appears-established': 4,
  'partly-supported': 3,
  contested: 3,
  'not-assessed': 3,
  rumour: 3,
  'cannot-be-verified': 3,
  superseded: 3,
  'not-indicated': 2,
  false: 1,
}

/** Published as docs/format/brief-reviews-v1.schema.json. */
export const claimReviewsSchema = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('ItemList'),
  format: z.literal(REVIEWS_FORMAT),
  version: z.literal(REVIEWS_VERSION),
  name: z.string(),
  inLanguage: z.enum(BRIEF_LANGUAGES),
  /** The brief's as-of day. */
  datePublished: z.iso.date(),
  label: z.enum(CONFIDENTIALITIES),
  itemListElement: z.array(
    z.strictObject({
      '@type': z.literal('ClaimReview'),
      /** Of the claim in the brief. */
      identifier: briefClaimSchema.shape.id,
      inLanguage: z.enum(BRIEF_LANGUAGES),
      /** The claim under review; null where its wording is withheld. */
      claimReviewed: z.string().nullable(),
      /** The sentence as the brief prints it: never stronger than the status. */
      reviewBody: z.string(),
      /** Day of the assessment that the rating rests on; null when there is none. */
      dateModified: briefClaimSchema.shape.asOf,
      reviewRating: z.strictObject({
        '@type': z.literal('Rating'),
        ratingValue: z.int().min(1).max(5),
        bestRating: z.literal(5),
        worstRating: z.literal(1),
        /** The status in words. */
        alternateName: z.string(),
        /** The status as a code. */
        name: z.enum(CLAIM_STATUSES),
      }),
    }),
  ),
})

/** Canonical (RFC 8785), UTF-8, one newline at the end. Reviews in the order of the brief's rows. */
export function claimReviews(data: BriefData): Uint8Array {
  const { title, language, asOf, label, claims } = data
  const list = claimReviewsSchema.parse({
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    format: REVIEWS_FORMAT,
    version: REVIEWS_VERSION,
    name: title,
    inLanguage: language,
    datePublished: asOf,
    label,
    itemListElement: claims.map((claim) => reviewOf(claim, data)),
  })
  return new TextEncoder().encode(`${canonicalJson(list)}\n`)
}

function reviewOf(claim: BriefClaim, { language }: BriefData) {
  const say = briefText(language)
  const { id, status, statement, wording, asOf } = claim
  return {
    '@type': 'ClaimReview',
    identifier: id,
    inLanguage: language,
    claimReviewed: statement ?? wording,
    reviewBody: wording ?? claimFormula(say, claim, statement),
    dateModified: asOf,
    reviewRating: {
      '@type': 'Rating',
      ratingValue: RATINGS[status],
      bestRating: 5,
      worstRating: 1,
      alternateName: say(`status.${status}`),
      name: status,
    },
  }
}
