/** The reasons of a suggestion, as short marks in a row. */
import type { DuplicateReason } from '../../../core/duplicates/duplicateScore.ts'
import { useText } from '../../text.ts'
import { useDuplicateReason } from './duplicateWords.ts'
import './duplicates.css'

export function WhyList({ why }: { readonly why: readonly DuplicateReason[] }) {
  const t = useText()
  const reason = useDuplicateReason()
  return (
    <ul className="why" aria-label={t('duplicates.why.label')}>
      {why.map((each) => (
        <li key={`${each.code} ${each.value}`}>{reason(each)}</li>
      ))}
    </ul>
  )
}
