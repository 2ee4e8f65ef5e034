/** The assessments of a claim, below its form. */
import { AssessmentTimeline } from '../../claims/AssessmentTimeline.tsx'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'

export function ClaimHistory({ id }: RecordSectionProps) {
  const t = useText()
  const claim = useRecords('claims')[id]
  if (claim === undefined) return null
  return (
    <section className="field" aria-label={t('records.claim.history')}>
      <h3>{t('records.claim.history')}</h3>
      <AssessmentTimeline claim={claim} />
    </section>
  )
}
