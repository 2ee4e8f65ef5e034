/**
 * The page of one claim: where it stands and why, what speaks for and against it, where that comes from, what it is
 * about, and how it came to stand here. On any day: `asOf` of the place in the navigation.
 */
import { useEffect, useRef, useState } from 'react'
import type { Claim } from '../../../core/claim.ts'
import { claimAsOf, type DayStep, nextAssessedDay } from '../../claims/claimAsOf.ts'
import { dateWords } from '../../dateWords.ts'
import { type ClaimPlace, leaveClaim, openRecord } from '../../navigation.ts'
import { usePageKeys } from '../../shell/usePageKeys.ts'
import { useIsArriving, useRecords } from '../../store.ts'
import { useLanguage, useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useSourcing } from '../../useSourcing.ts'
import { AssessDialog } from '../board/AssessDialog.tsx'
import { RecordHistory } from '../history/RecordHistory.tsx'
import { SourceGraphSection } from '../sourceGraph/SourceGraphSection.tsx'
import { AboutSection } from './AboutSection.tsx'
import { ClaimAlerts } from './ClaimAlerts.tsx'
import { ClaimHead } from './ClaimHead.tsx'
import { EvidenceSides } from './EvidenceSides.tsx'
import { GradesSection } from './GradesSection.tsx'
import { NoveltySection } from './NoveltySection.tsx'
import { TimelineSection } from './TimelineSection.tsx'
import { WhyNotHigher } from './WhyNotHigher.tsx'
import { WordingSection } from './WordingSection.tsx'
import './claimPage.css'

export function ClaimPage({ place }: { readonly place: ClaimPlace }) {
  const t = useText()
  const claim = useRecords('claims')[place.id]
  const isReading = useIsArriving()
  if (claim) return <PageOfClaim claim={claim} asOf={place.asOf} />
  if (isReading) return <EmptyState title={t('shell.status.loading')}>{''}</EmptyState>
  return (
    <EmptyState
      title={t('claims.page.goneTitle')}
      actions={
        <Button variant="primary" onPress={leaveClaim} autoFocus>
          {t('claims.page.back')}
        </Button>
      }
    >
      {t('claims.page.goneBody')}
    </EmptyState>
  )
}

interface PageOfClaimProps {
  /** As it is stored. */
  readonly claim: Claim
  readonly asOf: string | null
}

function PageOfClaim({ claim, asOf }: PageOfClaimProps) {
  const words = useLanguage()
  const { t } = words
  const sourcing = useSourcing(claim.id)
  const [isAssessing, setAssessing] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const dayField = useRef<HTMLInputElement>(null)
  const shown = claimAsOf(claim, asOf)
  useEffect(() => heading.current?.focus(), [])
  usePageKeys({
    m: () => setAssessing(true),
    e: () => openRecord('claims', claim.id),
    d: () => dayField.current?.select(),
  })
  const step = (direction: DayStep) =>
    nextAssessedDay([claim], asOf ?? (direction === 'earlier' ? '9999' : '0000'), direction)
  return (
    <article className="claim-page" aria-labelledby="claim-page-title">
      <ClaimHead
        claim={shown}
        heading={heading}
        day={asOf}
        step={step}
        dayField={dayField}
        onAssess={() => setAssessing(true)}
      />
      {asOf === null ? null : (
        <Banner kind="info">{t('claims.asOf.note', { day: dateWords(asOf, words) })}</Banner>
      )}
      <ClaimAlerts claim={shown} />
      <div className="claim-page__columns">
        <div className="claim-page__main">
          <GradesSection claim={shown} sourcing={sourcing} />
          {sourcing === undefined ? null : (
            <WhyNotHigher cap={sourcing.cap} credibility={shown.credibility} />
          )}
          <EvidenceSides claim={shown} sourcing={sourcing} />
          <NoveltySection claim={claim} />
        </div>
        <div className="claim-page__side">
          <TimelineSection claim={claim} asOf={asOf} onAssess={() => setAssessing(true)} />
          <AboutSection claim={shown} />
          <WordingSection claim={shown} />
          <RecordHistory kind="claims" id={claim.id} />
        </div>
      </div>
      <SourceGraphSection claim={claim} />
      {isAssessing ? (
        <AssessDialog
          claimId={claim.id}
          {...(asOf === null ? {} : { day: asOf })}
          onClose={() => setAssessing(false)}
        />
      ) : null}
    </article>
  )
}
