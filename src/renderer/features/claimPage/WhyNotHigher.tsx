/** What a claim lacks for credibility 1, or that it stands there without being allowed to, in sentences. */
import type { CredibilityCap } from '../../../core/sourcing/sourcing.ts'
import type { Credibility } from '../../../core/vocabularyCodes.ts'
import { capSentence } from '../../claims/capSentence.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { PageSection } from './PageSection.tsx'

export interface WhyNotHigherProps {
  readonly cap: CredibilityCap
  readonly credibility: Credibility
}

export function WhyNotHigher({ cap, credibility }: WhyNotHigherProps) {
  const t = useText()
  const isTooHigh = credibility < cap.highest
  const reasons = (
    <ul className="page-list">
      {cap.whyNotHigher.map((reason) => (
        <li key={reason.code}>{capSentence(t, reason)}</li>
      ))}
    </ul>
  )
  if (isTooHigh)
    return (
      <Banner kind="warning" title={t('claims.why.tooHigh')}>
        <p>{t('claims.why.lead')}</p>
        {reasons}
      </Banner>
    )
  if (credibility === 1) return null
  return (
    <PageSection title={t('claims.why.title')}>
      <p>{t('claims.why.lead')}</p>
      {cap.whyNotHigher.length > 0 ? reasons : <p>{t('claims.why.nothing')}</p>}
    </PageSection>
  )
}
