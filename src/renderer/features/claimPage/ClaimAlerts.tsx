/** What stands in the way of relying on a claim: another one replaced it or contradicts it, or a review is due. */
import type { Claim } from '../../../core/claim.ts'
import { isStale } from '../../../core/sourcing/isStale.ts'
import { ClaimLink } from '../../claims/ClaimLink.tsx'
import { fieldWords } from '../../claims/fieldWords.ts'
import { linkedRecord } from '../../claims/linkedRecord.ts'
import { dateWords } from '../../dateWords.ts'
import { useLogView, useToday } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { useContradictions } from '../../useSourcing.ts'
import { visibleTurns } from '../../visibleText.ts'
import { ReleaseNotice } from '../releases/ReleaseNotice.tsx'

export function ClaimAlerts({ claim }: { readonly claim: Claim }) {
  const words = useLanguage()
  const { t } = words
  const today = useToday()
  const records = useLogView()
  const { claims } = records
  const contradictions = useContradictions(claim.id)
  const { supersededBy, reviewBy } = claim
  return (
    <>
      <ReleaseNotice id={claim.id} />
      {supersededBy === undefined ? null : (
        <Banner kind="info" title={t('claims.superseded.title')}>
          {claims[supersededBy] === undefined ? (
            <p>{t('claims.superseded.gone')}</p>
          ) : (
            <ClaimLink claim={claims[supersededBy]} />
          )}
        </Banner>
      )}
      {contradictions.length === 0 ? null : (
        <Banner kind="warning" title={t('claims.contradiction.title')}>
          <ul className="page-list">
            {contradictions.map(({ claim: other, record, field, code }) => (
              <li key={`${other} ${record} ${field}`}>
                <p>
                  {t(`claims.contradiction.${code}`, {
                    field: fieldWords(field, t),
                    record: visibleTurns(linkedRecord(records, record)?.title ?? t('claims.about.gone')),
                  })}
                </p>
                {claims[other] === undefined ? null : <ClaimLink claim={claims[other]} />}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {reviewBy !== undefined && isStale(claim, today) ? (
        <Banner kind="warning" title={t('claims.stale.title')}>
          {t('claims.stale.body', { day: dateWords(reviewBy, words) })}
        </Banner>
      ) : null}
    </>
  )
}
