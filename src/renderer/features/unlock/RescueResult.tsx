/** What a rescue has brought over, and what is lost: counts and places, so that nobody takes the rest for all. */
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import type { Translate } from '../../../shared/i18n/format.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

export interface RescueResultProps {
  readonly report: NonNullable<Output<'vault.rescue'>>
  readonly onBack: () => void
  readonly onOpenOther: () => void
}

const MOST_RANGES = 20

export function RescueResult({ report, onBack, onOpenOther }: RescueResultProps) {
  const language = useLanguage()
  const { t, locale } = language
  const number = new Intl.NumberFormat(locale)
  const { file, records, lost, lostBytes, sawEnd, endsEarly } = report
  const { missingFrames, incompleteTransactions, invalid, lostRecords, lostRecordCount } = report
  const isAnythingGone = lost.length + lostRecordCount + missingFrames + incompleteTransactions + invalid > 0
  const isAll = !isAnythingGone && sawEnd && !endsEarly
  return (
    <div className="unlock__form">
      <Banner
        kind={isAll ? 'success' : 'warning'}
        title={t('unlock.rescued.title', { count: records, file })}
      >
        <p>{t(isAll ? 'unlock.rescued.all' : 'rescued.notAll')}</p>
        {lostBytes > 0 ? <p>{t('unlock.rescued.some', { bytes: number.format(lostBytes) })}</p> : null}
        {endsEarly ? <p>{t('rescued.endsEarly')}</p> : null}
        {missingFrames > 0 ? <p>{t('rescued.missingFrames', { count: missingFrames })}</p> : null}
        {incompleteTransactions > 0 ? (
          <p>{t('rescued.incomplete', { count: incompleteTransactions })}</p>
        ) : null}
        {invalid > 0 ? <p>{t('rescued.invalid', { count: invalid })}</p> : null}
        {sawEnd ? null : <p>{t('unlock.rescued.noEnd')}</p>}
        {lostRecordCount > 0 ? <p>{t('rescued.lostRecords', { count: lostRecordCount })}</p> : null}
      </Banner>
      {lostRecordCount === 0 ? null : (
        <details className="unlock__limits">
          <summary>{t('rescued.whichRecords', { count: lostRecordCount })}</summary>
          <ul className="unlock__ranges">
            {lostRecords.map(({ collection, id, date }) => (
              <li key={`${collection}/${id}`}>
                {kindWord(t, collection)} <bdi>{id}</bdi>
                {date === null ? null : <> {dateWords(date, language)}</>}
              </li>
            ))}
            {lostRecordCount > lostRecords.length ? <li>…</li> : null}
          </ul>
        </details>
      )}
      {lost.length === 0 ? null : (
        <details className="unlock__limits">
          <summary>{t('unlock.rescued.places', { count: lost.length })}</summary>
          <ul className="unlock__ranges" dir="ltr">
            {lost.slice(0, MOST_RANGES).map(({ from, to }) => (
              <li key={from}>
                {number.format(from)} – {number.format(to)}
              </li>
            ))}
            {lost.length > MOST_RANGES ? <li>…</li> : null}
          </ul>
        </details>
      )}
      <p>{t('unlock.rescued.next')}</p>
      <div className="unlock__actions">
        <Button variant="quiet" onPress={onBack}>
          {t('unlock.back.action')}
        </Button>
        <Button variant="primary" autoFocus onPress={onOpenOther}>
          {t('unlock.rescued.open')}
        </Button>
      </div>
    </div>
  )
}

/** What a record is called; what the log keeps besides has one name for all. */
function kindWord(t: Translate, collection: string): string {
  const key = `bin.kind.${collection}`
  return t(isMessageKey(key) ? key : 'rescued.otherKind')
}
