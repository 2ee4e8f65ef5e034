/** The assessments of a claim, latest day first: old and new status, the reason, what was known on that day. */
import type { Assessment, Claim } from '../../core/claim.ts'
import { dateWords } from '../dateWords.ts'
import { useLanguage } from '../text.ts'
import { StatusMark } from '../ui/StatusMark.tsx'
import { visibleTurns } from '../visibleText.ts'
import './claims.css'

export interface AssessmentTimelineProps {
  readonly claim: Claim
  /** Assessments of later days (YYYY-MM-DD) are marked as not known yet; null for now. */
  readonly asOf?: string | null
}

export function AssessmentTimeline({ claim, asOf = null }: AssessmentTimelineProps) {
  const { t } = useLanguage()
  // Entered later wins on the same day, as in the state "as of" that day.
  const latestFirst = claim.assessments
    .map((assessment, index) => ({ assessment, index }))
    .sort((a, b) =>
      a.assessment.when === b.assessment.when
        ? b.index - a.index
        : Number(a.assessment.when < b.assessment.when) * 2 - 1,
    )
  if (latestFirst.length === 0) return <p className="timeline__none">{t('claims.timeline.none')}</p>
  return (
    <ol className="timeline">
      {latestFirst.map(({ assessment, index }) => (
        <Entry key={index} assessment={assessment} isLater={asOf !== null && assessment.when > asOf} />
      ))}
    </ol>
  )
}

interface EntryProps {
  readonly assessment: Assessment
  readonly isLater: boolean
}

function Entry({ assessment, isLater }: EntryProps) {
  const words = useLanguage()
  const { t } = words
  const { when, from, to, fromCredibility, credibility, standardMet, reason, knownThen } = assessment
  return (
    <li className={isLater ? 'timeline__entry timeline__entry--later' : 'timeline__entry'}>
      <p className="timeline__day">
        <time dateTime={when}>{dateWords(when, words)}</time>
        {isLater ? <span className="timeline__later">{t('claims.timeline.later')}</span> : null}
      </p>
      <p className="timeline__move">
        {from === to ? (
          <span className="timeline__from">{t('claims.timeline.stays')}</span>
        ) : (
          <>
            <span className="timeline__from">{t(`status.claim.${from}`)}</span>
            <span aria-hidden="true" className="timeline__arrow" />
          </>
        )}
        <StatusMark kind="claim" status={to} />
      </p>
      {credibility === undefined ? null : (
        <p className="timeline__grade">
          {fromCredibility === undefined || fromCredibility === credibility
            ? t('claims.timeline.credibility', { grade: credibility, words: t(`credibility.${credibility}`) })
            : t('claims.timeline.credibilityMoved', {
                from: fromCredibility,
                grade: credibility,
                words: t(`credibility.${credibility}`),
              })}
          {standardMet === undefined || standardMet === 'none' ? null : (
            <span> · {t(`standard.${standardMet}`)}</span>
          )}
        </p>
      )}
      <p dir="auto" className="timeline__reason">
        {visibleTurns(reason)}
      </p>
      {knownThen === undefined ? null : (
        <p className="timeline__known">
          <span className="timeline__name">{t('claims.timeline.knownThen')}</span>{' '}
          <bdi>{visibleTurns(knownThen)}</bdi>
        </p>
      )}
    </li>
  )
}
