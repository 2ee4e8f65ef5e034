/** What a profile shows that the one it was made from does not, and what it holds back. */
import type { Profile } from '../../../core/redaction/profile.ts'
import { type Direction, type RuleChange, ruleKey } from '../../../core/redaction/ruleChanges.ts'
import { useText } from '../../text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { changeSentence, profileName } from './ruleWords.ts'

export interface CompareViewProps {
  readonly profile: Profile
  readonly base: Profile
  readonly changes: readonly RuleChange[]
}

export function CompareView({ profile, base, changes }: CompareViewProps) {
  const t = useText()
  const names = { base: profileName(t, base) }
  if (changes.length === 0) return <p>{t('profiles.compare.same', names)}</p>
  const list = (direction: Direction) => (
    <ChangeList profile={profile} base={base} changes={changes} direction={direction} />
  )
  return (
    <div className="compare">
      <section aria-label={t('profiles.compare.more', names)}>
        <h3>{t('profiles.compare.more', names)}</h3>
        {list('looser')}
      </section>
      <section aria-label={t('profiles.compare.less', names)}>
        <h3>{t('profiles.compare.less', names)}</h3>
        {list('tighter')}
      </section>
    </div>
  )
}

/** The differences of one direction, a sentence each. */
export function ChangeList({
  profile,
  base,
  changes,
  direction,
}: CompareViewProps & { readonly direction: Direction }) {
  const t = useText()
  const shown = changes.filter((change) => change.direction === direction)
  if (shown.length === 0) {
    const none = direction === 'looser' ? 'profiles.compare.nothingMore' : 'profiles.compare.nothingLess'
    return <p className="field__hint">{t(none)}</p>
  }
  return (
    <ul className={`compare__list compare__list--${direction}`}>
      {shown.map((change) => (
        <li key={ruleKey(change.rule)}>
          <Icon name={direction === 'looser' ? 'warning' : 'tick'} size={14} />
          <span>{changeSentence(t, change, profile, base)}</span>
        </li>
      ))}
    </ul>
  )
}
