/** What may be said of a claim outside, and what is to be done about it next. */
import type { Claim } from '../../../core/claim.ts'
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import { PageSection } from './PageSection.tsx'

export function WordingSection({ claim }: { readonly claim: Claim }) {
  const words = useLanguage()
  const { t } = words
  const { safeWording, nextStep, reviewBy } = claim
  return (
    <>
      <PageSection title={t('claims.wording.title')}>
        {safeWording === undefined ? (
          <p className="page-none">{t('claims.wording.none')}</p>
        ) : (
          <p dir="auto" className="wording">
            {visibleTurns(safeWording)}
          </p>
        )}
      </PageSection>
      <PageSection title={t('claims.next.title')}>
        {nextStep === undefined ? (
          <p className="page-none">{t('claims.next.none')}</p>
        ) : (
          <p dir="auto">{visibleTurns(nextStep)}</p>
        )}
        <p className="page-none">
          {reviewBy === undefined
            ? t('claims.next.noReview')
            : t('claims.next.reviewBy', { day: dateWords(reviewBy, words) })}
        </p>
      </PageSection>
    </>
  )
}
