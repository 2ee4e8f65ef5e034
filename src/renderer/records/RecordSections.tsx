/** What a record is read for, below its form: how it hangs together with others. One list of sections for each kind. */
import type { EditableKind } from '../../shared/ipc/views.ts'
import { ClaimAssessments } from '../features/claims/ClaimAssessments.tsx'
import { IncidentClaims } from '../features/incidents/IncidentClaims.tsx'
import { IncidentFacts } from '../features/incidents/IncidentFacts.tsx'
import { IncidentMerging } from '../features/incidents/IncidentMerging.tsx'
import { OrganisationLinks } from '../features/organisations/OrganisationLinks.tsx'
import { PersonLinks } from '../features/persons/PersonLinks.tsx'
import { ReleaseNotice } from '../features/releases/ReleaseNotice.tsx'
import { DerivationSuggestions } from '../features/sourceItems/DerivationSuggestions.tsx'
import { SourceTrackRecord } from '../features/sources/SourceTrackRecord.tsx'

export interface RecordSectionProps {
  readonly id: string
}

/** In the order in which they stand. A part that belongs to every kind comes last, below. */
const SECTIONS: { readonly [K in EditableKind]: readonly React.ComponentType<RecordSectionProps>[] } = {
  incidents: [IncidentFacts, IncidentClaims, IncidentMerging],
  sources: [SourceTrackRecord],
  sourceItems: [DerivationSuggestions],
  claims: [ReleaseNotice, ClaimAssessments],
  persons: [ReleaseNotice, PersonLinks],
  organisations: [OrganisationLinks],
  contacts: [],
  actions: [],
}

export function RecordSections({ kind, id }: RecordSectionProps & { readonly kind: EditableKind }) {
  return SECTIONS[kind].map((Section) => <Section key={Section.name} id={id} />)
}
