/** The row of a claim: its grade on the brief's day, what it rests on, and the sentences the profile lets out. */
import type { Claim } from '../../claim.ts'
import { stateAsOf } from '../../grading.ts'
import { resolveIncident } from '../../resolveIncident.ts'
import { evidenceSide } from '../../sourcing/claimSourcing.ts'
import type { ClaimStatus } from '../../vocabularyCodes.ts'
import { overstatements } from '../../wording/overstatements.ts'
import type { BriefClaim } from '../briefData.ts'
import { isShown, policyOf } from '../profile.ts'
import { isOpenItem } from '../select.ts'
import { peopleOfClaim } from './personRows.ts'
import { cleanText, type RowContext } from './rowContext.ts'

export function claimRow(claim: Claim, context: RowContext): BriefClaim {
  const { log, profile, asOf, withheld, personIds, keeper } = context
  const state = stateAsOf(claim, asOf)
  const people = peopleOfClaim(claim, log, profile).filter((id) => personIds.has(id))
  const elsewhere = claim.about.filter(
    ({ id }) => !context.incidentIds.has(resolveIncident(log.incidents, id)) && !personIds.has(id),
  )
  withheld.add('field/link', elsewhere.length)
  const forItems = openItems(claim.evidenceFor, context)
  const againstItems = openItems(claim.evidenceAgainst, context)
  const showsStatement = policyOf(profile, 'claims', 'statement') === 'text'
  const dropped = [showsStatement ? undefined : claim.statement, claim.remarks, claim.nextStep]
  withheld.add('field/free-text', dropped.filter(Boolean).length)
  return {
    id: claim.id,
    kind: claim.kind,
    status: state.status,
    credibility: state.credibility,
    standardMet: state.standardMet,
    wording: wordingOf(claim, state.status, context),
    statement: showsStatement
      ? keeper.keep({ kind: 'claims', id: claim.id, field: 'statement' }, claim.statement)
      : null,
    independentSourcesFor: independentRoots(forItems, context),
    independentSourcesAgainst: independentRoots(againstItems, context),
    asOf: isShown(profile, 'claims', 'asOf') ? state.assessedOn : null,
    about: [...(context.incidentsByClaim.get(claim.id) ?? [])],
    people,
    sources: [...new Set([...forItems, ...againstItems].flatMap((id) => log.sourceItems[id]?.source ?? []))],
  }
}

/** The sentence written for release, unless it says more than the status of that day: a brief prints none that does. */
function wordingOf({ id, safeWording }: Claim, status: ClaimStatus, context: RowContext): string | null {
  const { profile, keeper } = context
  const policy = policyOf(profile, 'claims', 'safeWording')
  if (policy === 'drop') return null
  const [found] = safeWording === undefined ? [] : overstatements(safeWording, undefined, status)
  if (found !== undefined) {
    context.withheld.add('field/wording')
    context.overstated.push({ claim: id, code: found.code })
    return null
  }
  if (policy === 'text') return keeper.keep({ kind: 'claims', id, field: 'safeWording' }, safeWording)
  return cleanText(safeWording, context)
}

/**
 * How many independent roots a brief may speak of: never more than the released items show by themselves, and never
 * more than the log knows of. Three articles that quote one guarded report are one root, though the report stays.
 */
function independentRoots(items: readonly string[], { open, whole }: RowContext): number {
  return Math.min(evidenceSide(items, open).independentRoots, evidenceSide(items, whole).independentRoots)
}

/** Evidence that may be counted in the open. */
function openItems(links: readonly { readonly item: string }[], context: RowContext): string[] {
  const kept = links.filter(({ item }) => isOpenItem(context.log.sourceItems[item], context))
  context.withheld.add('field/link', links.length - kept.length)
  return kept.map((link) => link.item)
}
