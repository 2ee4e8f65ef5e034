/** Where the user stands in the three steps. */
import { useText } from '../../text.ts'
import type { BriefStage } from './useBrief.ts'

const STEPS = ['choose', 'review', 'release'] as const

export function BriefSteps({ current }: { readonly current: BriefStage['kind'] }) {
  const t = useText()
  const at = current === 'done' ? STEPS.length : STEPS.indexOf(current)
  return (
    <div className="steps">
      <ol className="steps__list" aria-label={t('brief.steps.label')}>
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={index < at ? 'steps__step steps__step--past' : 'steps__step'}
            {...(index === at ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="steps__number">{index + 1}</span>
            {t(`brief.step.${step}`)}
          </li>
        ))}
      </ol>
      {current === 'done' ? null : <p className="steps__lead">{t('brief.step.lead')}</p>}
    </div>
  )
}
