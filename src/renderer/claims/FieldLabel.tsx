/**
 * A disputed label: what the incident itself says in a field, and beside it what somebody claims. Both stay in sight
 * until the claim is settled.
 */
import type { Claim } from '../../core/claim.ts'
import type { IncidentRow } from '../../shared/ipc/views.ts'
import { useLanguage } from '../text.ts'
import { StatusMark } from '../ui/StatusMark.tsx'
import { visibleTurns } from '../visibleText.ts'
import { type TermLabel, useTermLabel } from '../vocabularies.ts'
import { useWholeRecord } from '../wholeRecords.ts'
import { fieldWords } from './fieldWords.ts'
import { codeWords, neutralWords } from './neutralWords.ts'
import './claims.css'

export interface FieldLabelProps {
  readonly incident: IncidentRow
  readonly field: string
  /** Key of the act that the field belongs to. */
  readonly act?: string | undefined
  /** Claims that put a label on the field. */
  readonly claims: readonly Claim[]
}

export function FieldLabel({ incident, field, act, claims }: FieldLabelProps) {
  const words = useLanguage()
  const termLabel = useTermLabel()
  const { t } = words
  // Any field may be disputed, also one that the rows are without.
  const { record } = useWholeRecord('incidents', incident)
  const neutral = record === undefined ? '' : neutralWords(record, field, words, termLabel, act)
  return (
    <dl className="label-pair" aria-label={fieldWords(field, t)}>
      <div>
        <dt>{t('claims.label.neutral', { field: fieldWords(field, t) })}</dt>
        <dd className="label-pair__neutral">{neutral ?? t('claims.label.nothing')}</dd>
      </div>
      {claims.map((claim) => (
        <div key={claim.id} className="label-pair__claimed">
          <dt>{t('claims.label.claimed')}</dt>
          <dd>
            <bdi>{claimedWords(claim, { id: incident.id, field, act }, termLabel)}</bdi>
            <StatusMark kind="claim" status={claim.status} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface LabelledField {
  readonly id: string
  readonly field: string
  readonly act: string | undefined
}

/** The code a claim gives the field, or the whole claim where it names none. */
function claimedWords(claim: Claim, { id, field, act }: LabelledField, termLabel: TermLabel): string {
  for (const about of claim.about)
    if (about.id === id && about.field === field && about.act === act && about.value !== undefined)
      return codeWords(field, about.value, termLabel)
  return visibleTurns(claim.statement)
}
