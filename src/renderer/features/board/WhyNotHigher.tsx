/** What a claim lacks for credibility 1, or that it stands there without being allowed to. */
import type { Credibility } from '../../../core/vocabularyCodes.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import type { CredibilityCap } from './credibilityCap.ts'

export interface WhyNotHigherProps {
  readonly cap: CredibilityCap
  readonly credibility: Credibility
}

export function WhyNotHigher({ cap, credibility }: WhyNotHigherProps) {
  const t = useText()
  if (credibility === 1 && !cap.tooHigh) return null
  const lacks = (
    <ul className="why__lacks">
      {cap.lacksSource ? <li>{t('board.why.secondSource', { have: cap.independentFor })}</li> : null}
      {cap.lacksGradedSource ? <li>{t('board.why.gradedSource')}</li> : null}
    </ul>
  )
  if (cap.tooHigh)
    return (
      <Banner kind="warning" title={t('board.why.tooHigh')}>
        <p>{t('board.why.lead')}</p>
        {lacks}
      </Banner>
    )
  return (
    <section className="claim-panel__section" aria-label={t('board.why.title')}>
      <h3>{t('board.why.title')}</h3>
      <p>{t('board.why.lead')}</p>
      {cap.lacksSource || cap.lacksGradedSource ? lacks : <p>{t('board.why.nothing')}</p>}
    </section>
  )
}
