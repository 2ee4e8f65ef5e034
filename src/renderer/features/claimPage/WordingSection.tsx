/** What may be said of a claim outside, and what is to be done about it next. */
import type { Claim } from '../../../core/claim.ts'
import { claimFormula } from '../../../shared/claimFormula.ts'
import { catalogueOf } from '../../../shared/i18n/locale.ts'
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import { briefWords } from '../briefs/briefWords.ts'
import { WordingCheck } from '../claims/WordingCheck.tsx'
import { PageSection } from './PageSection.tsx'

export function WordingSection({ claim }: { readonly claim: Claim }) {
  const words = useLanguage()
  const { t } = words
  const { say } = briefWords(catalogueOf(words.language))
  const { safeWording, nextStep, reviewBy } = claim
  return (
    <>
      <PageSection title={t('claims.wording.title')}>
        {safeWording === undefined ? (
          <>
            <p className="page-none">{t('claims.wording.none')}</p>
            <p dir="auto" className="wording">
              {visibleTurns(claimFormula(say, claim, claim.statement))}
            </p>
          </>
        ) : (
          <>
            <p dir="auto" className="wording">
              {visibleTurns(safeWording)}
            </p>
            <WordingCheck
              sentence={safeWording}
              status={claim.status}
              statement={claim.statement}
              standardMet={claim.standardMet}
            />
          </>
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
