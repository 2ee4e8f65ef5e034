/**
 * What a claim is about. A claim about a field of an incident (a label) shows what the incident itself says there: the
 * neutral value stays beside the label that somebody claims. An incident can also list the claim by itself.
 */
import type { Claim } from '../../../core/claim.ts'
import { FieldLabel } from '../../claims/FieldLabel.tsx'
import { fieldWords } from '../../claims/fieldWords.ts'
import { linkedRecord } from '../../claims/linkedRecord.ts'
import { RecordLink } from '../../claims/RecordLink.tsx'
import { useLogView } from '../../store.ts'
import { useText } from '../../text.ts'
import { useLogIndex } from '../../useLogIndex.ts'
import { PageSection } from './PageSection.tsx'

export function AboutSection({ claim }: { readonly claim: Claim }) {
  const t = useText()
  const records = useLogView()
  const { index } = useLogIndex('incidentLinks')
  const named = new Set(claim.about.map(({ id }) => id))
  const listing = index.ofClaim(claim.id).filter((id) => !named.has(id))
  return (
    <PageSection title={t('claims.about.title')}>
      {claim.about.length + listing.length === 0 ? (
        <p className="page-none">{t('claims.about.none')}</p>
      ) : null}
      <ul className="about">
        {claim.about.map((about) => {
          const record = linkedRecord(records, about.id)
          const incident = records.incidents[about.id]
          const field = 'field' in about ? about.field : undefined
          return (
            <li key={`${about.id} ${field ?? ''}`}>
              <p>
                {field === undefined ? null : (
                  <span className="page-none">
                    {t('claims.about.field', { field: fieldWords(field, t) })}{' '}
                  </span>
                )}
                {record === null ? (
                  <span className="page-none">{t('claims.about.gone')}</span>
                ) : (
                  <RecordLink record={record} />
                )}
              </p>
              {field === undefined || incident === undefined ? null : (
                <FieldLabel incident={incident} field={field} claims={[claim]} />
              )}
            </li>
          )
        })}
        {listing.map((id) => {
          const record = linkedRecord(records, id)
          return record === null ? null : (
            <li key={id}>
              <span className="page-none">{t('claims.about.linkedFrom')} </span>
              <RecordLink record={record} />
            </li>
          )
        })}
      </ul>
    </PageSection>
  )
}
