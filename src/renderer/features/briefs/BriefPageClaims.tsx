/** The claims of a brief, grouped from established to false. */
import type { BriefClaim, BriefContent } from '../../../core/redaction/briefData.ts'
import { claimFormula } from '../../../shared/claimFormula.ts'
import { visibleText } from '../../visibleText.ts'
import { groupClaims } from './briefGroups.ts'
import { claimFacts } from './briefRows.ts'
import type { BriefWords } from './briefWords.ts'
import { isolatedIds } from './isolatedIds.ts'
import { RowId } from './RowId.tsx'

export interface BriefPageClaimsProps {
  readonly data: BriefContent
  readonly words: BriefWords
}

interface PageClaimProps {
  readonly claim: BriefClaim
  readonly data: BriefContent
  readonly words: BriefWords
}

export function BriefPageClaims({ data, words }: BriefPageClaimsProps) {
  const { say, coded } = words
  const groups = groupClaims(data.claims, data.claimOrder)
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
              <PageClaim key={claim.id} claim={claim} data={data} words={words} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function PageClaim({ claim, data, words }: PageClaimProps) {
  const { say, coded } = words
  const { statement } = claim
  const shown = claim.wording ?? (statement === null ? null : claimFormula(say, claim, statement))
  return (
    <li className="page__claim">
      {shown === null ? (
        <p>
          {coded('claimKind', claim.kind)}. {claimFormula(say, claim, null)} {say('claim.withheld')}{' '}
          <span className="page__bar">{say('bar.redacted')}</span>
        </p>
      ) : (
        <p dir="auto">{visibleText(shown)}</p>
      )}
      <p className="page__grade">
        <RowId id={claim.id} /> ·{' '}
        {isolatedIds(
          [coded('status', claim.status), ...claimFacts(claim, data, words)].join(' · '),
          words.direction,
        )}
      </p>
    </li>
  )
}
