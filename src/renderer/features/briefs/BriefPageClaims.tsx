/** The claims of a brief, grouped from established to false. */
import type { BriefClaim } from '../../../core/redaction/briefData.ts'
import { claimFormula } from '../../../shared/claimFormula.ts'
import { visibleText } from '../../visibleText.ts'
import { groupClaims } from './briefGroups.ts'
import { claimFacts } from './briefRows.ts'
import type { BriefWords } from './briefWords.ts'

export interface BriefPageClaimsProps {
  readonly claims: readonly BriefClaim[]
  /** Of the brief, YYYY-MM-DD. */
  readonly asOf: string
  readonly words: BriefWords
}

interface PageClaimProps {
  readonly claim: BriefClaim
  readonly asOf: string
  readonly words: BriefWords
}

export function BriefPageClaims({ claims, asOf, words }: BriefPageClaimsProps) {
  const { say, coded } = words
  const groups = groupClaims(claims)
  return (
    <section>
      <h4>{say('heading.claims')}</h4>
      {groups.length === 0 ? <p>{say('claims.none')}</p> : null}
      {groups.map(({ group, claims: grouped }) => (
        <section key={group}>
          <h5>{coded('group', group)}</h5>
          <p className="page__lead">{coded('lead', group)}</p>
          <ul>
            {grouped.map((claim) => (
              <PageClaim key={claim.id} claim={claim} asOf={asOf} words={words} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function PageClaim({ claim, asOf, words }: PageClaimProps) {
  const { say, coded } = words
  return (
    <li className="page__claim">
      {claim.wording === null ? (
        <p>
          {coded('claimKind', claim.kind)}. {claimFormula(say, claim, null)} {say('claim.withheld')}{' '}
          <span className="page__bar">{say('bar.redacted')}</span>
        </p>
      ) : (
        <p dir="auto">{visibleText(claim.wording)}</p>
      )}
      <p className="page__grade">
        <bdi>{claim.id}</bdi> ·{' '}
        {[coded('status', claim.status), ...claimFacts(claim, asOf, words)].join(' · ')}
      </p>
    </li>
  )
}
