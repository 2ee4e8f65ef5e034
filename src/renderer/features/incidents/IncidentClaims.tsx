/**
 * The claims about an incident and where they stand. A label that is not settled stands beside what the incident says
 * itself. A claim can be added or linked from here; "Has this happened before?" shows earlier incidents alike.
 */
import { useMemo, useState } from 'react'
import type { Incident } from '../../../core/incident.ts'
import { AlikeIncidents } from '../../claims/AlikeIncidents.tsx'
import { ClaimLink } from '../../claims/ClaimLink.tsx'
import { ClaimMarks } from '../../claims/ClaimMarks.tsx'
import { FieldLabel } from '../../claims/FieldLabel.tsx'
import { linkClaim } from '../../claims/linkClaim.ts'
import { useRecordSearch } from '../../forms/useRecordSearch.ts'
import { newRecord } from '../../navigation.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { FoundCombo } from '../../ui/FoundCombo.tsx'
import { useClaimsAbout, useLabels } from '../../useSourcing.ts'

export function IncidentClaims({ id }: RecordSectionProps) {
  const incident = useRecords('incidents')[id]
  return incident === undefined ? null : <ClaimsOf incident={incident} />
}

function ClaimsOf({ incident }: { readonly incident: Incident }) {
  const t = useText()
  const claims = useRecords('claims')
  const naming = useClaimsAbout(incident.id)
  const labels = useLabels(incident)
  const [isLinking, setLinking] = useState(false)
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
        {isLinking ? (
          <LinkField
            incidentId={incident.id}
            linked={about.map(({ id }) => id)}
            onDone={() => setLinking(false)}
          />
        ) : null}
        <div className="claim-list__actions">
          <Button
            size="small"
            icon="plus"
            onPress={() => newRecord('claims', { about: [{ id: incident.id }] })}
          >
            {t('table.claims.new')}
          </Button>
          {isLinking ? null : (
            <Button size="small" variant="quiet" onPress={() => setLinking(true)}>
              {t('claims.incident.link')}
            </Button>
          )}
        </div>
      </section>
      <AlikeIncidents incidentId={incident.id} />
    </>
  )
}

interface LinkFieldProps {
  readonly incidentId: string
  readonly linked: readonly string[]
  readonly onDone: () => void
}

const CLAIMS = ['claims'] as const

/** Claims are searched only while one is looked for. */
function LinkField({ incidentId, linked, onDone }: LinkFieldProps) {
  const t = useText()
  const claims = useRecords('claims')
  const [typed, setTyped] = useState<string | null>(null)
  const key = linked.join(' ')
  const skip = useMemo(() => new Set(key.split(' ')), [key])
  return (
    <FoundCombo
      label={t('claims.incident.linkLabel')}
      placeholder={t('records.incident.claims.placeholder')}
      found={useRecordSearch(CLAIMS, typed, skip)}
      chosen={null}
      typed={typed}
      onType={setTyped}
      onChange={(id) => {
        const claim = id === null ? undefined : claims[id]
        if (claim !== undefined) void linkClaim(claim, incidentId, t)
        onDone()
      }}
      clearsAfterChoice
    />
  )
}
