/** What one should look at before relying on a claim: circular reporting, a contradiction, a review that is due. */
import type { Claim } from '../../core/claim.ts'
import { isStale } from '../../core/sourcing/isStale.ts'
import { useToday } from '../store.ts'
import { useText } from '../text.ts'
import { Badge } from '../ui/Badge.tsx'
import { useContradictions, useSourcing } from '../useSourcing.ts'
import './claims.css'

export function ClaimMarks({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const today = useToday()
  const sourcing = useSourcing(claim.id)
  const contradicts = useContradictions(claim.id).length > 0
  const isCircular =
    sourcing !== undefined && sourcing.forIt.circular.length + sourcing.against.circular.length > 0
  const isTooHigh = sourcing !== undefined && claim.credibility < sourcing.cap.highest
  const isDue = isStale(claim, today)
  if (!isCircular && !contradicts && !isDue && !isTooHigh) return null
  return (
    <span className="claim-marks">
      {contradicts ? (
        <Badge tone="bad" icon="error">
          {t('claims.mark.contradiction')}
        </Badge>
      ) : null}
      {isTooHigh ? (
        <Badge tone="bad" icon="error">
          {t('claims.mark.tooHigh')}
        </Badge>
      ) : null}
      {isCircular ? (
        <Badge tone="warning" icon="warning">
          {t('claims.mark.circular')}
        </Badge>
      ) : null}
      {isDue ? (
        <Badge tone="warning" icon="warning">
          {t('claims.mark.stale')}
        </Badge>
      ) : null}
    </span>
  )
}
