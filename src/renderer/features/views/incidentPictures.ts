/** The pictures of incidents, each read when it is first wanted. */
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { onDemand } from '../../onDemand.tsx'
import type { Picture } from '../../table/pictures.ts'

export const INCIDENT_PICTURES: readonly Picture<IncidentRow>[] = [
  {
    name: 'timeline',
    label: 'views.timeline',
    View: onDemand(async () => (await import('../timeline/TimelineView.tsx')).TimelineView),
  },
  {
    name: 'map',
    label: 'map.title',
    View: onDemand(async () => (await import('../map/MapView.tsx')).MapPicture),
  },
  {
    name: 'patterns',
    label: 'views.patterns',
    View: onDemand(async () => (await import('../patterns/PatternsView.tsx')).PatternsView),
  },
]
