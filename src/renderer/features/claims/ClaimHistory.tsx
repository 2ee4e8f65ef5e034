/** The assessments of a claim, latest day first, each with its reason. */
import { dateWords } from '../../dateWords.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { visibleTurns } from '../../visibleText.ts'

export function ClaimHistory({ id }: RecordSectionProps) {
  const language = useLanguage()
  const { t } = language
  const claim = useRecords('claims')[id]
  if (claim === undefined) return null
  const latestFirst = claim.assessments
    .map((assessment, entry) => ({ ...assessment, entry }))
    .sort((a, b) => (a.when === b.when ? b.entry - a.entry : a.when < b.when ? 1 : -1))
  return (
    <section className="field" aria-label={t('records.claim.history')}>
      <h3>{t('records.claim.history')}</h3>
      {latestFirst.length === 0 ? <p className="field__hint">{t('records.claim.noHistory')}</p> : null}
      <ol className="history">
        {latestFirst.map((each) => (
          <li key={each.entry}>
            <span className="history__day">{dateWords(each.when, language)}</span>
            <span className="history__step">
              <StatusMark kind="claim" status={each.from} />
              <span className="history__arrow">
                <Icon name="next" size={14} />
              </span>
              <StatusMark kind="claim" status={each.to} />
            </span>
            <p dir="auto">{visibleTurns(each.reason)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
