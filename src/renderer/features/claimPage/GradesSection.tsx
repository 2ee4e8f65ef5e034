/**
 * The two Admiralty axes, kept apart: what the information is worth, and what its sources are. In words; F and 6 are
 * said to mean "no basis", and the note of a grade stands beside it.
 */
import type { Claim } from '../../../core/claim.ts'
import type { ClaimSourcing } from '../../../core/sourcing/sourcing.ts'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import { sourcesByGrade } from '../../claims/sourceGrades.ts'
import { openRecord } from '../../navigation.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { PageSection } from './PageSection.tsx'

export interface GradesSectionProps {
  readonly claim: Claim
  readonly sourcing: ClaimSourcing | undefined
}

export function GradesSection({ claim, sourcing }: GradesSectionProps) {
  const t = useText()
  const sources = useRecords('sources')
  const { credibility, confidence } = claim
  const noteKey = `credibility.${credibility}.note`
  const grades = sourcing === undefined ? [] : sourcesByGrade(sourcing.forIt, sources)
  return (
    <PageSection title={t('claims.grades.title')}>
      <div className="grades">
        <div className="grades__axis">
          <h3>{t('claims.grades.information')}</h3>
          <p className="grades__grade">
            <span className="grade">{credibility}</span>
            {t(`credibility.${credibility}`)}
          </p>
          {isMessageKey(noteKey) ? <p className="grades__note">{t(noteKey)}</p> : null}
          <p className="grades__note">
            {t(confidence === undefined ? 'claims.confidence.none' : `claims.confidence.${confidence}`)}
          </p>
        </div>
        <div className="grades__axis">
          <h3>{t('claims.grades.sources')}</h3>
          {grades.length === 0 ? <p className="grades__note">{t('claims.grades.noSources')}</p> : null}
          <ul className="grades__list">
            {grades.map(({ grade, ids }) => {
              const gradeNote = `reliability.${grade}.note`
              return (
                <li key={grade}>
                  <p className="grades__grade">
                    <span className="grade">{grade}</span>
                    {t(`reliability.${grade}`)}
                  </p>
                  {isMessageKey(gradeNote) ? <p className="grades__note">{t(gradeNote)}</p> : null}
                  <span className="chips">
                    {ids.map((id) => (
                      <Chip
                        key={id}
                        text={sources[id]?.name ?? ''}
                        onOpen={() => openRecord('sources', id)}
                      />
                    ))}
                  </span>
                </li>
              )
            })}
          </ul>
        </div>
      </div>
    </PageSection>
  )
}
