/** What was withheld, by reason; each reason opens into the records it was withheld of. Stays in Daybook. */
import { useState } from 'react'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import type { BriefPreview } from '../../../shared/ipc/brief.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { useLanguage } from '../../text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { RecordLink } from './RecordLink.tsx'

export interface WithheldListProps {
  readonly withheld: BriefPreview['withheld']
  readonly token: string
}

export function WithheldList({ withheld, token }: WithheldListProps) {
  const { t } = useLanguage()
  return (
    <section className="side-part" aria-label={t('brief.review.withheld')}>
      <p className="side-part__lead">
        {t(withheld.length === 0 ? 'brief.review.nothingWithheld' : 'brief.review.withheldLead')}
      </p>
      <ul className="withheld">
        {withheld.map((each) => (
          <Reason key={each.reason} {...each} token={token} />
        ))}
      </ul>
    </section>
  )
}

/** A reason in words. */
export function useReasonWords(): (reason: string) => string {
  const { t } = useLanguage()
  return (reason) => {
    const key = `brief.withheld.${reason}`
    return isMessageKey(key) ? t(key) : t('brief.withheld.other', { reason })
  }
}

interface ReasonProps {
  readonly reason: string
  readonly count: number
  readonly token: string
}

function Reason({ reason, count, token }: ReasonProps) {
  const { t, locale } = useLanguage()
  const words = useReasonWords()
  const [listed, setListed] = useState<{
    readonly token: string
    readonly found: Output<'brief.withheldBy'>
  } | null>(null)
  // A new review has other records.
  const found = listed?.token === token ? listed.found : null
  const toggle = async () => {
    if (found !== null) return setListed(null)
    const reply = await answerOf(daybook().briefWithheldBy({ token, reason }))
    if (reply.ok) setListed({ token, found: reply.value })
  }
  return (
    <li>
      <button
        type="button"
        className="withheld__reason"
        aria-expanded={found !== null}
        onClick={() => void toggle()}
      >
        <Icon name={found === null ? 'open' : 'up'} size={12} />
        <span>{words(reason)}</span>
        <span className="withheld__count">{new Intl.NumberFormat(locale).format(count)}</span>
      </button>
      {found === null ? null : (
        <ul className="withheld__records">
          {found.records.map((record) => (
            <li key={record.id}>
              <RecordLink kind={record.kind} id={record.id} />
            </li>
          ))}
          {found.total > found.records.length ? (
            <li>{t('brief.withheld.more', { count: found.total - found.records.length })}</li>
          ) : null}
          {found.total === 0 ? <li>{t('brief.withheld.noRecord')}</li> : null}
        </ul>
      )}
    </li>
  )
}
