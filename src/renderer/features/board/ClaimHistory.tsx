/** How a claim moved: every assessment with the day it speaks for and its reason, latest first. */
import type { Claim } from '../../../core/claim.ts'
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { visibleTurns } from '../../visibleText.ts'

export function ClaimHistory({ claim }: { readonly claim: Claim }) {
  const words = useLanguage()
  const { t } = words
  // Entered later wins on the same day, as in the state "as of" that day.
  const latestFirst = claim.assessments
    .map((assessment, index) => ({ assessment, index }))
    .sort((a, b) =>
      a.assessment.when === b.assessment.when
        ? b.index - a.index
        : Number(a.assessment.when < b.assessment.when) * 2 - 1,
    )
  return (
    <section className="claim-panel__section" aria-label={t('board.panel.history')}>
      <h3>{t('board.panel.history')}</h3>
      {latestFirst.length === 0 ? <p className="claim-panel__none">{t('board.panel.noHistory')}</p> : null}
      <ol className="timeline">
        {latestFirst.map(({ assessment, index }) => (
          <li key={index} className="timeline__entry">
            <time className="timeline__day" dateTime={assessment.when}>
              {dateWords(assessment.when, words)}
            </time>
            <p className="timeline__move">
              <StatusMark kind="claim" status={assessment.from} />
              <span aria-hidden="true" className="timeline__arrow" />
              <StatusMark kind="claim" status={assessment.to} />
            </p>
            {assessment.credibility === undefined ? null : (
              <p className="timeline__grade">
                {t('board.card.credibility', {
                  grade: assessment.credibility,
                  words: t(`credibility.${assessment.credibility}`),
                })}
              </p>
            )}
            <p dir="auto" className="timeline__reason">
              {visibleTurns(assessment.reason)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
