/** What was withheld, by reason. Stays in Daybook. */
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import type { BriefPreview } from '../../../shared/ipc/contract.ts'
import { useLanguage } from '../../text.ts'

export function WithheldList({ withheld }: { readonly withheld: BriefPreview['withheld'] }) {
  const { t, locale } = useLanguage()
  const number = new Intl.NumberFormat(locale)
  const words = (reason: string) => {
    const key = `brief.withheld.${reason}`
    return isMessageKey(key) ? t(key) : t('brief.withheld.other', { reason })
  }
  return (
    <section className="side-part" aria-labelledby="withheld-title">
      <h3 id="withheld-title">{t('brief.review.withheld')}</h3>
      <p className="side-part__lead">
        {t(withheld.length === 0 ? 'brief.review.nothingWithheld' : 'brief.review.withheldLead')}
      </p>
      <dl className="withheld">
        {withheld.map(({ reason, count }) => (
          <div key={reason}>
            <dt>{words(reason)}</dt>
            <dd>{number.format(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
