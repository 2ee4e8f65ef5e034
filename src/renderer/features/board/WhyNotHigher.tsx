/** What a claim lacks for credibility 1, or that it stands there without being allowed to. */
import type { CapReason, CredibilityCap } from '../../../core/sourcing/sourcing.ts'
import type { Credibility } from '../../../core/vocabularyCodes.ts'
import type { Translate } from '../../../shared/i18n/format.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'

export interface WhyNotHigherProps {
  readonly cap: CredibilityCap
  readonly credibility: Credibility
}

export function WhyNotHigher({ cap, credibility }: WhyNotHigherProps) {
  const t = useText()
  const { whyNotHigher } = cap
  const isTooHigh = credibility === 1 && whyNotHigher.length > 0
  if (credibility === 1 && !isTooHigh) return null
  const lacks = (
    <ul className="why__lacks">
      {whyNotHigher.map((reason) => (
        <li key={reason.code}>{capReasonText(t, reason)}</li>
      ))}
    </ul>
  )
  if (isTooHigh)
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
      {whyNotHigher.length > 0 ? lacks : <p>{t('board.why.nothing')}</p>}
    </section>
  )
}

/** The sentence for a reason of the cap. */
function capReasonText(t: Translate, reason: CapReason): string {
  switch (reason.code) {
    case 'no-evidence':
      return t('board.why.secondSource', { have: 0 })
    case 'one-root':
      return reason.fields.items > 1
        ? t('board.why.oneRoot', reason.fields)
        : t('board.why.secondSource', { have: 1 })
    case 'no-graded-source':
      return t('board.why.gradedSource')
  }
}
