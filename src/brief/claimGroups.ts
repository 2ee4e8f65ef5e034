/**
 * Claims in the order a reader needs them: from established to false, the three kinds of "no" apart. The
 * researcher's sentence is printed as she wrote it; without one the claim itself in the careful form of its status, where
 * it was accepted for this brief. The status stands beside it as shape and words, never as colour alone, and the group's lead says how strongly it may be read (briefs.md, "Wording").
 */
import type { BriefClaim, BriefData } from '../core/redaction/briefData.ts'
import type { ClaimStatus } from '../core/vocabularyCodes.ts'
import { claimsInOrder } from '../shared/briefWords/claimOrder.ts'
import { localIdList } from '../shared/briefWords/localIds.ts'
import { pseudonymList } from '../shared/briefWords/personWords.ts'
import { claimFormula } from '../shared/claimFormula.ts'
import { dayInWords } from './briefDates.ts'
import type { PageWords } from './briefPage.ts'

/** Drawn by the template; each status that is printed has its own. */
export type StatusShape =
  | 'full'
  | 'mostly'
  | 'half'
  | 'both'
  | 'ring'
  | 'dashed'
  | 'dash'
  | 'question'
  | 'cross'

export interface PageClaim {
  readonly number: string
  readonly shape: StatusShape
  readonly status: string
  readonly kind: string
  /** Null is printed as the redaction bar. */
  readonly wording: string | null
  readonly withheld: string
  readonly facts: readonly string[]
}

export interface ClaimGroup {
  readonly title: string
  readonly lead: string
  readonly shape: StatusShape
  readonly claims: readonly PageClaim[]
}

const GROUPS = [
  { key: 'established', statuses: ['established'] },
  { key: 'appears-established', statuses: ['appears-established'] },
  { key: 'partly-supported', statuses: ['partly-supported', 'contested'] },
  { key: 'alleged', statuses: ['rumour', 'not-assessed'] },
  { key: 'not-indicated', statuses: ['not-indicated'] },
  { key: 'cannot-be-verified', statuses: ['cannot-be-verified'] },
  { key: 'false', statuses: ['false'] },
] as const

/** The shape that stands for a status. */
export function statusShape(status: Exclude<ClaimStatus, 'superseded'>): StatusShape {
  switch (status) {
    case 'established':
      return 'full'
    case 'appears-established':
      return 'mostly'
    case 'partly-supported':
      return 'half'
    case 'contested':
      return 'both'
    case 'rumour':
      return 'ring'
    case 'not-assessed':
      return 'dashed'
    case 'not-indicated':
      return 'dash'
    case 'cannot-be-verified':
      return 'question'
    case 'false':
      return 'cross'
  }
}

/** The groups that have claims, in print order; superseded claims are in none. */
export function claimGroups(data: BriefData, words: PageWords): ClaimGroup[] {
  return GROUPS.flatMap(({ key, statuses }) => {
    const claims = statuses.flatMap((status) =>
      claimsInOrder(
        data.claims.filter((claim) => claim.status === status),
        data.claimOrder,
      ).map((claim) => pageClaim(claim, data.asOf, statusShape(status), data.people, words)),
    )
    if (claims.length === 0) return []
    const shape = statusShape(statuses[0])
    return [{ title: words.say(`group.${key}`), lead: words.say(`lead.${key}`), shape, claims }]
  })
}

function pageClaim(
  claim: BriefClaim,
  asOf: string,
  shape: StatusShape,
  people: BriefData['people'],
  { say, language }: PageWords,
): PageClaim {
  const against = say('claim.sourcesAgainst', { count: claim.independentSourcesAgainst })
  const facts = [
    say('claim.sourcesFor', { count: claim.independentSourcesFor }) + say('list.comma') + against,
    say('claim.credibility', {
      grade: String(claim.credibility),
      words: say(`credibility.${claim.credibility}`),
    }),
    claim.standardMet === 'none'
      ? say('claim.noStandard')
      : say('claim.standard', { standard: say(`standard.${claim.standardMet}`) }),
  ]
  facts.push(
    claim.asOf === null
      ? say('claim.notAssessedOn', { date: dayInWords(asOf, language) })
      : say('claim.asOf', { date: dayInWords(claim.asOf, language) }),
  )
  if (claim.about.length > 0) facts.push(say('claim.about', { list: localIdList(claim.about, say) }))
  if (claim.people.length > 0)
    facts.push(say('claim.people', { list: pseudonymList(claim.people, people, say) }))
  if (claim.sources.length > 0) facts.push(say('claim.sources', { list: localIdList(claim.sources, say) }))
  return {
    number: claim.id,
    shape,
    status: say(`status.${claim.status}`),
    kind: say(`claimKind.${claim.kind}`),
    wording: claim.wording ?? (claim.statement === null ? null : claimFormula(say, claim, claim.statement)),
    withheld: `${claimFormula(say, claim, null)} ${say('claim.withheld')}`,
    facts,
  }
}
