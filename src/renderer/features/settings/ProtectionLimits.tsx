/** What Daybook does not protect from, in plain words: the same list at the start and in the settings. */
import type { MessageKey } from '../../../shared/i18n/catalogue.ts'
import { useText } from '../../text.ts'
import './settings.css'

const LIMITS = [
  ['settings.limits.pressureTitle', 'settings.limits.pressure'],
  ['settings.limits.unlockedTitle', 'settings.limits.unlocked'],
  ['settings.limits.infectedTitle', 'settings.limits.infected'],
  ['settings.limits.copiesTitle', 'settings.limits.copies'],
  ['settings.limits.memoryTitle', 'settings.limits.memory'],
  ['settings.limits.adviceTitle', 'settings.limits.advice'],
] as const satisfies readonly (readonly [MessageKey, MessageKey])[]

/** A description list; the heading is the caller's. */
export function ProtectionLimits() {
  const t = useText()
  return (
    <dl className="protection-limits">
      {LIMITS.map(([title, text]) => (
        <div key={title}>
          <dt>{t(title)}</dt>
          <dd>{t(text)}</dd>
        </div>
      ))}
    </dl>
  )
}
