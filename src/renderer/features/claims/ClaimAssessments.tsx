/** The assessments of a claim, below its form; not where its page, which shows them, stands beside. */
import { AssessmentTimeline } from '../../claims/AssessmentTimeline.tsx'
import { useNavigation } from '../../navigation.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'

export function ClaimAssessments({ id }: RecordSectionProps) {
  const t = useText()
  const claim = useRecords('claims')[id]
  const page = useNavigation().claim
  if (claim === undefined || page?.id === id) return null
  return (
    <section className="field" aria-label={t('claims.timeline.title')}>
      <h3>{t('claims.timeline.title')}</h3>
      <AssessmentTimeline claim={claim} />
    </section>
  )
}
