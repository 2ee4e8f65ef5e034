/** What a record does not say is said to be so. */
import { useText } from '../../text.ts'

export function Unsaid() {
  const t = useText()
  return <span className="acts__unsaid">{t('acts.unsaid')}</span>
}
