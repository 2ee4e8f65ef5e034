/**
 * Above the pages of a choice: why chosen records are not on them, and the way out. Incidents that too few others resemble
 * are shown as a suggestion would show them; one click takes it.
 */
import type { ChoiceShown } from '../../../shared/ipc/brief.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Fixes } from './briefDraft.ts'
import { coarsenWords, isSameCoarsening } from './coarsenWords.ts'
import { useReasonWords } from './WithheldList.tsx'

export interface ChoiceNoticeProps {
  readonly choice: ChoiceShown
  readonly fixes: Fixes
  readonly onFix: (fixes: Fixes) => void
}

export function ChoiceNotice({ choice, fixes, onFix }: ChoiceNoticeProps) {
  const language = useLanguage()
  const { t } = language
  const { k, leftOut, suggestion, withheld } = choice
  const isApplied = !isSameCoarsening(fixes.coarsen, {})
  const others = withheld.filter(({ reason }) => suggestion === null || reason !== 'record/small-class')
  return (
    <div className="choice-notice">
      {suggestion === null ? null : (
        <Banner
          kind="warning"
          title={t('brief.single.leftOut', { count: leftOut, k })}
          actions={
            <Button size="small" onPress={() => onFix({ ...fixes, coarsen: suggestion.coarsen })}>
              {t('composer.pages.take')}
            </Button>
          }
        >
          {t('composer.pages.suggested', {
            steps: coarsenWords(suggestion.coarsen, language),
            kept: suggestion.rowsKept,
            rows: suggestion.rowsKept + suggestion.rowsLeftOut,
          })}
        </Banner>
      )}
      {isApplied ? (
        <p className="choice-notice__line">
          {t('brief.single.applied', { steps: coarsenWords(fixes.coarsen, language) })}{' '}
          <Button size="small" variant="quiet" onPress={() => onFix({ ...fixes, coarsen: {} })}>
            {t('brief.single.undo')}
          </Button>
        </p>
      ) : null}
      {suggestion === null && leftOut > 0 ? (
        <Banner kind="warning" title={t('brief.single.leftOut', { count: leftOut, k })}>
          {t('composer.pages.noSuggestion')}
        </Banner>
      ) : null}
      <Reasons withheld={others} />
    </div>
  )
}

function Reasons({ withheld }: Pick<ChoiceShown, 'withheld'>) {
  const { t, locale } = useLanguage()
  const words = useReasonWords()
  if (withheld.length === 0) return null
  const number = new Intl.NumberFormat(locale)
  return (
    <details className="choice-notice__reasons">
      <summary>
        {t('composer.pages.notShown', { count: withheld.reduce((sum, { count }) => sum + count, 0) })}
      </summary>
      <ul>
        {withheld.map(({ reason, count }) => (
          <li key={reason}>
            {words(reason)}: {number.format(count)}
          </li>
        ))}
      </ul>
    </details>
  )
}
