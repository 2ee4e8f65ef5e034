/**
 * What is computed from a record's surroundings and never stored, as the command line shows it: for people in English,
 * for scripts as codes and numbers.
 */
import type { Claim } from '../core/claim.ts'
import type { Incident } from '../core/incident.ts'
import type { Log } from '../core/log.ts'
import { recordTitle } from '../core/records.ts'
import { earlierIncidents } from '../core/similar/earlierIncidents.ts'
import { SimilarityIndex } from '../core/similar/SimilarityIndex.ts'
import type { SimilarIncident } from '../core/similar/similarIncident.ts'
import { claimSourcing } from '../core/sourcing/claimSourcing.ts'
import { FieldClaims, type FieldLabels } from '../core/sourcing/FieldClaims.ts'
import { isStale } from '../core/sourcing/isStale.ts'
import type {
  CapReason,
  ClaimSourcing,
  Contradiction,
  CredibilityCap,
  EvidenceSide,
} from '../core/sourcing/sourcing.ts'
import { recordsOfLog } from '../core/sourcing/sourcingRecords.ts'

/** What `show --json` adds under `computed`. */
export interface ComputedOfClaim extends ClaimSourcing {
  readonly contradictions: readonly Contradiction[]
  /** The day of its review has passed. */
  readonly stale: boolean
  /** Of a claim that something is new: incidents that speak against it. */
  readonly earlierIncidents?: readonly SimilarIncident[]
}
export interface ComputedOfIncident {
  readonly labels: readonly FieldLabels[]
  readonly similarIncidents: readonly SimilarIncident[]
}

const MOST_SIMILAR = 10

/** Everything computed for a claim; `day` (YYYY-MM-DD) tells whether its review is due. */
export function computedOfClaim(log: Log, claim: Claim, day: string): ComputedOfClaim {
  return {
    ...claimSourcing(claim, recordsOfLog(log)),
    contradictions: new FieldClaims(log).contradictionsOf(claim.id),
    stale: isStale(claim, day),
    ...(claim.kind === 'novelty'
      ? { earlierIncidents: earlierIncidents(claim, new SimilarityIndex(log), MOST_SIMILAR) }
      : {}),
  }
}

/** Everything computed for an incident. */
export function computedOfIncident(log: Log, incident: Incident): ComputedOfIncident {
  return {
    labels: new FieldClaims(log).labelsOf(incident),
    similarIncidents: new SimilarityIndex(log).similarTo(incident.id, MOST_SIMILAR),
  }
}

/** What is computed for a claim, for people, a line each. */
export function claimLines(log: Log, computed: ComputedOfClaim): readonly string[] {
  const { forIt, against, cap, contradictions, stale, earlierIncidents: earlier = [] } = computed
  return [
    `independent roots for: ${sideWords(forIt)}`,
    `independent roots against: ${sideWords(against)}`,
    ...rootLines(log, 'for', forIt),
    ...rootLines(log, 'against', against),
    `why not higher: ${cap.highest === 1 ? 'the sources would allow credibility 1; the judgement is yours.' : capSentences(cap).join(' ')}`,
    ...contradictions.map(
      ({ claim, field }) =>
        `contradicts: ${claim.slice(0, 10)} about ${field}; both cannot be established: ${log.claims[claim]?.statement ?? ''}`,
    ),
    ...(stale ? ['review due: the day named in reviewBy has passed'] : []),
    ...earlier.map((each) => `happened before: ${similarWords(log, each)}`),
  ]
}

/** What is computed for an incident, for people, a line each. */
export function incidentLines(log: Log, { labels, similarIncidents }: ComputedOfIncident): readonly string[] {
  return [
    ...labels.flatMap(({ field, neutral, labels: claims }) =>
      claims.map(
        ({ claim, status, isUnresolved }) =>
          `label claimed for ${field} (${neutral ?? 'nothing'}${isUnresolved ? ', unresolved: show both' : ''}): ${claim.slice(0, 10)} ${status}: ${log.claims[claim]?.statement ?? ''}`,
      ),
    ),
    ...similarIncidents.map((each) => `like this: ${similarWords(log, each)}`),
  ]
}

function similarWords(log: Log, { incident, score, when, why }: SimilarIncident): string {
  const record = log.incidents[incident]
  const reasons = why.map(({ code, values }) => `${code} ${values.join(', ')}`).join('; ')
  return `${incident.slice(0, 10)} ${record?.when ?? ''} (${when}) ${Math.round(score * 100)} % alike: ${reasons}: ${record?.title ?? ''}`
}

function sideWords({ items, deletedItems, independentRoots, circular }: EvidenceSide): string {
  const deleted =
    deletedItems.length === 0 ? '' : `, ${counted(deletedItems.length, 'deleted item')} not counted`
  const told = circular.map((report) => `; ${report.items.length} items go back to one root`)
  return `${independentRoots} (${counted(items.length, 'item')}${deleted}${told.join('')})`
}

function rootLines(log: Log, side: 'for' | 'against', { independent }: EvidenceSide): readonly string[] {
  return independent.flatMap(({ roots }) =>
    roots.map(({ id, items, isDeleted }) => {
      const item = log.sourceItems[id]
      const circle = items.length > 1 ? ` (a circle of ${items.length} items)` : ''
      return `root ${side}: ${id.slice(0, 10)}${circle} ${isDeleted || !item ? 'deleted' : recordTitle('sourceItems', item)}`
    }),
  )
}

/** Why the sources allow no credibility of 1, a sentence each. */
export function capSentences(cap: CredibilityCap): readonly string[] {
  return cap.whyNotHigher.map(capSentence)
}

function capSentence(reason: CapReason): string {
  switch (reason.code) {
    case 'no-evidence':
      return 'no evidence for the claim is in the log; two independent roots are needed.'
    case 'one-root':
      return reason.fields.items === 1
        ? 'one item is the only evidence for the claim; two independent roots are needed.'
        : `all ${reason.fields.items} items for the claim go back to one root; two independent roots are needed.`
    case 'no-graded-source':
      return `of ${counted(reason.fields.roots, 'independent root')} none is from a source graded A, B or C.`
  }
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
