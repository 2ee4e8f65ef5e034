/**
 * Items that say the same in the same words as this one, and so may go back to it or it to them. Looked for when asked,
 * since main reads every text of the log for it once; linked only by a person, and not shown again once declined.
 */
import { useEffect, useState } from 'react'
import type { DerivationSuggestion } from '../../../core/similar/derivationSuggestion.ts'
import type { Reply } from '../../../shared/ipc/api.ts'
import { daybook } from '../../bridge.ts'
import { linkedRecord } from '../../claims/linkedRecord.ts'
import { RecordLink } from '../../claims/RecordLink.tsx'
import { answerOf, errorText } from '../../errorText.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useIsReadOnly, useLogView, useRecords } from '../../store.ts'
import { useLanguage, useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { answerSuggestion } from './answerSuggestion.ts'

export function DerivationSuggestions({ id }: RecordSectionProps) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  return (
    <section className="field" aria-labelledby="item-alike">
      <h3 id="item-alike">{t('items.alike.title')}</h3>
      {isAsked ? (
        <Found id={id} />
      ) : (
        <>
          <p className="field__hint">{t('items.alike.lead')}</p>
          <div>
            <Button size="small" onPress={() => setAsked(true)}>
              {t('items.alike.look')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function Found({ id }: RecordSectionProps) {
  const t = useText()
  const items = useRecords('sourceItems')
  const [answer, setAnswer] = useState<Reply<'items.alike'> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the items is when to ask, not what for
  useEffect(() => {
    let isWanted = true
    void answerOf(daybook().itemsAlike({ id })).then((reply) => {
      if (isWanted) setAnswer(reply)
    })
    return () => {
      isWanted = false
    }
  }, [id, items])
  if (answer === null) return <p role="status">{t('items.alike.looking')}</p>
  if (!answer.ok) return <Banner kind="error">{errorText(t, answer.error)}</Banner>
  const suggestions = answer.value
  if (suggestions.length === 0) return <p role="status">{t('items.alike.none')}</p>
  return (
    <ul className="claim-list" aria-label={t('items.alike.title')}>
      {suggestions.map((suggestion) => (
        <Suggestion key={suggestion.other} id={id} suggestion={suggestion} />
      ))}
    </ul>
  )
}

interface SuggestionProps {
  readonly id: string
  readonly suggestion: DerivationSuggestion
}

function Suggestion({ id, suggestion }: SuggestionProps) {
  const { t } = useLanguage()
  const records = useLogView()
  const isReadOnly = useIsReadOnly()
  const { other, direction, how, passage } = suggestion
  const item = records.sourceItems[id]
  const otherItem = records.sourceItems[other]
  const record = linkedRecord(records, other)
  if (item === undefined || otherItem === undefined || record === null) return null
  const answer = async (from: typeof item, to: string | null) => {
    const isSaved = await answerSuggestion(from, to === null ? { declines: other } : { item: to, how }, t)
    if (isSaved) announce(t(to === null ? 'items.alike.declined' : 'items.alike.linked'))
  }
  return (
    <li>
      <RecordLink record={record} />
      <p className="field__hint">
        {t('items.alike.passage')} <q dir="auto">{visibleTurns(passage)}</q>
      </p>
      <div className="claim-list__actions">
        {direction === 'source-of' ? null : (
          <Button size="small" isDisabled={isReadOnly} onPress={() => void answer(item, other)}>
            {t('items.alike.derives', { how: t(`derivation.${how}`) })}
          </Button>
        )}
        {direction === 'derives-from' ? null : (
          <Button size="small" isDisabled={isReadOnly} onPress={() => void answer(otherItem, id)}>
            {t('items.alike.sourceOf', { how: t(`derivation.${how}`) })}
          </Button>
        )}
        <Button size="small" variant="quiet" isDisabled={isReadOnly} onPress={() => void answer(item, null)}>
          {t('items.alike.decline')}
        </Button>
      </div>
    </li>
  )
}
