/** For a claim that something is new: earlier incidents like the newest it is about, with how they are alike. */
import type { Claim } from '../../../core/claim.ts'
import { edtfSpan } from '../../../core/edtfSpan.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { AlikeIncidents } from '../../claims/AlikeIncidents.tsx'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import { PageSection } from './PageSection.tsx'

export function NoveltySection({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const incidents = useRecords('incidents')
  if (claim.kind !== 'novelty') return null
  const newest = newestOf(claim.about.flatMap(({ id }) => incidents[id] ?? []))
  return (
    <PageSection title={t('claims.novelty.title')}>
      {newest === undefined ? (
        <p className="page-none">{t('claims.novelty.none')}</p>
      ) : (
        <>
          <p>{t('claims.novelty.lead', { title: visibleTurns(newest.title) })}</p>
          <AlikeIncidents incidentId={newest.id} />
        </>
      )}
    </PageSection>
  )
}

/** The incident that began last. */
function newestOf(incidents: readonly IncidentRow[]): IncidentRow | undefined {
  const firstDay = (incident: IncidentRow) => edtfSpan(incident.when)?.earliest ?? ''
  return [...incidents].sort((a, b) => (firstDay(a) < firstDay(b) ? 1 : -1))[0]
}
