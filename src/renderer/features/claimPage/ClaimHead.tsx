/** The head of a claim's page: the way back, what kind of claim, its sentence, where it stands, what can be done. */
import type { Claim } from '../../../core/claim.ts'
import { AsOfField } from '../../claims/AsOfField.tsx'
import type { DayStep } from '../../claims/claimAsOf.ts'
import { figuresOf } from '../../claims/neutralWords.ts'
import { dateWords } from '../../dateWords.ts'
import { leaveClaim, openRecord, showClaimAsOf } from '../../navigation.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfidentialityMark } from '../../ui/ConfidentialityMark.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { visibleTurns } from '../../visibleText.ts'

export interface ClaimHeadProps {
  /** As of the day shown. */
  readonly claim: Claim
  readonly heading: React.Ref<HTMLHeadingElement>
  readonly day: string | null
  readonly step: (step: DayStep) => string | null
  readonly dayField: React.Ref<HTMLInputElement>
  readonly onAssess: () => void
}

export function ClaimHead({ claim, heading, day, step, dayField, onAssess }: ClaimHeadProps) {
  const words = useLanguage()
  const { t } = words
  const { value } = claim
  const figures = value === undefined ? null : figuresOf(value, words)
  return (
    <header className="claim-head">
      <div className="claim-head__bar">
        <Button variant="quiet" size="small" icon="back" aria-keyshortcuts="Escape" onPress={leaveClaim}>
          {t('claims.page.back')}
        </Button>
        <span className="claim-head__actions">
          <Button variant="primary" aria-keyshortcuts="M" onPress={onAssess}>
            {t('claims.page.assess')}
          </Button>
          <Button aria-keyshortcuts="E" onPress={() => openRecord('claims', claim.id)}>
            {t('claims.page.edit')}
          </Button>
        </span>
      </div>
      <div className="claim-head__body">
        <div className="claim-head__words">
          <p className="claim-head__kind">
            <span>{t(`claimKind.${claim.kind}`)}</span>
            <ConfidentialityMark label={claim.confidentiality} />
            {claim.madeBy === undefined ? null : (
              <span>{t('claims.page.madeBy', { who: visibleTurns(claim.madeBy) })}</span>
            )}
            {claim.madeOn === undefined ? null : <span>{dateWords(claim.madeOn, words)}</span>}
          </p>
          <h1 id="claim-page-title" ref={heading} tabIndex={-1} dir="auto">
            {visibleTurns(claim.statement)}
          </h1>
          {figures === null ? null : <p className="claim-head__figures">{figures}</p>}
          <p className="claim-head__standing" role="status">
            <StatusMark kind="claim" status={claim.status} />
            <span>{t(`claims.standard.${claim.standardMet}`)}</span>
            <span className="claim-head__day">
              {claim.asOf === undefined
                ? t('board.card.noAsOf')
                : t('board.card.asOf', { day: dateWords(claim.asOf, words) })}
            </span>
          </p>
        </div>
        <AsOfField day={day} onChange={showClaimAsOf} step={step} inputRef={dayField} />
      </div>
    </header>
  )
}
