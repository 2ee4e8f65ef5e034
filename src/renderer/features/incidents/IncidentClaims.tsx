/**
 * The claims about an incident and where they stand. A label that is not settled stands beside what the incident says
 * itself. A claim can be added from here, and linked in the form above; "Has this happened before?" shows earlier
 * incidents alike.
 */
import { useMemo } from 'react'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { AlikeIncidents } from '../../claims/AlikeIncidents.tsx'
import { ClaimLink } from '../../claims/ClaimLink.tsx'
import { ClaimMarks } from '../../claims/ClaimMarks.tsx'
import { FieldLabel } from '../../claims/FieldLabel.tsx'
import { newRecord } from '../../navigation.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { useClaimsAbout, useLabels } from '../../useSourcing.ts'

export function IncidentClaims({ id }: RecordSectionProps) {
  const incident = useRecords('incidents')[id]
  return incident === undefined ? null : <ClaimsOf incident={incident} />
}

function ClaimsOf({ incident }: { readonly incident: IncidentRow }) {
  const t = useText()
  const claims = useRecords('claims')
  const naming = useClaimsAbout(incident.id)
  const labels = useLabels(incident)
  const about = useMemo(
    () => [...new Set([...incident.claims, ...naming])].flatMap((id) => claims[id] ?? []),
    [incident.claims, naming, claims],
  )
  return (
    <>
      {labels
        .filter((label) => label.isUnresolved)
        .map(({ field, act, labels: contested }) => (
          <FieldLabel
            key={`${field} ${act ?? ''}`}
            incident={incident}
            field={field}
            act={act}
            claims={contested.flatMap(({ claim, isUnresolved }) =>
              isUnresolved ? (claims[claim] ?? []) : [],
            )}
          />
        ))}
      <section className="field" aria-labelledby="incident-claims">
        <h3 id="incident-claims">{t('claims.incident.title', { count: about.length })}</h3>
        {about.length === 0 ? <p className="field__hint">{t('claims.incident.none')}</p> : null}
        <ul className="claim-list">
          {about.map((claim) => (
            <li key={claim.id}>
              <ClaimLink claim={claim} />
              <ClaimMarks claim={claim} />
            </li>
          ))}
        </ul>
        <div className="claim-list__actions">
          <Button
            size="small"
            icon="plus"
            onPress={() => newRecord('claims', { about: [{ id: incident.id }] })}
          >
            {t('table.claims.new')}
          </Button>
        </div>
      </section>
      <AlikeIncidents incidentId={incident.id} />
    </>
  )
}
