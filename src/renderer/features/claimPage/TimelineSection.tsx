/** How a claim came to stand where it stands. Nothing here is ever changed: a new assessment joins the others. */
import type { Claim } from '../../../core/claim.ts'
import { AssessmentTimeline } from '../../claims/AssessmentTimeline.tsx'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { PageSection } from './PageSection.tsx'

export interface TimelineSectionProps {
  readonly claim: Claim
  readonly asOf: string | null
  readonly onAssess: () => void
}

export function TimelineSection({ claim, asOf, onAssess }: TimelineSectionProps) {
  const t = useText()
  return (
    <PageSection
      title={t('claims.timeline.title')}
      aside={
        <Button size="small" icon="plus" onPress={onAssess}>
          {t('claims.timeline.add')}
        </Button>
      }
    >
      <AssessmentTimeline claim={claim} asOf={asOf} />
    </PageSection>
  )
}
