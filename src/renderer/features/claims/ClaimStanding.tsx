/** Where a claim stands now; it moves only with a reason. */
import type { Claim } from '../../../core/claim.ts'
import { dateWords } from '../../dateWords.ts'
import { goToClaim, useNavigation } from '../../navigation.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'

export interface ClaimStandingProps {
  readonly claim: Claim
  readonly onAssess: () => void
}

export function ClaimStanding({ claim, onAssess }: ClaimStandingProps) {
  const language = useLanguage()
  const { t } = language
  const isPageBeside = useNavigation().claim?.id === claim.id
  return (
    <div className="panel__standing">
      <StatusMark kind="claim" status={claim.status} />
      <span>
        <b>{claim.credibility}</b> {t(`credibility.${claim.credibility}`)}
      </span>
      {claim.asOf === undefined ? null : (
        <span className="field__hint">
          {t('records.claim.asOf', { date: dateWords(claim.asOf, language) })}
        </span>
      )}
      <Button onPress={onAssess}>{t('records.claim.assess')}</Button>
      {isPageBeside ? null : (
        <Button variant="quiet" onPress={() => goToClaim(claim.id)}>
          {t('claims.page.open')}
        </Button>
      )}
    </div>
  )
}
