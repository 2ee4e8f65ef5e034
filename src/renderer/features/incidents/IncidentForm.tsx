/** The short form of an incident. */
import { useMemo } from 'react'
import { INCIDENT_STATUSES, type IncidentStatus } from '../../../core/vocabularyCodes.ts'
import { openRecord } from '../../navigation.ts'
import { claimIdsByIncident } from '../../recordLinks.ts'
import { DateField } from '../../records/DateField.tsx'
import { deleteRecords } from '../../records/deleteRecords.ts'
import { FormFrame } from '../../records/FormFrame.tsx'
import type { FormProps } from '../../records/formProps.ts'
import { useCodeOptions } from '../../records/useCodeOptions.ts'
import { useRecordForm } from '../../records/useRecordForm.ts'
import { useClaimOptions } from '../../records/useRecordOptions.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { PickerList } from '../../ui/PickerList.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { termOptions, useVocabulary } from '../../vocabularies.ts'
import { INCIDENT_FORM } from './incidentDraft.ts'
import { PlaceFields } from './PlaceFields.tsx'

const statusKey = (status: IncidentStatus) => `status.incident.${status}` as const

export function IncidentForm({ id, preset }: FormProps) {
  const { t, language } = useLanguage()
  const incidents = useRecords('incidents')
  const claims = useRecords('claims')
  const record = id === null ? null : (incidents[id] ?? null)
  const form = useRecordForm(INCIDENT_FORM, record, { ...preset })
  const { draft, change, errorAt } = form
  const violationTypes = useVocabulary('violation-types')
  const types = useMemo(() => termOptions(violationTypes, language), [violationTypes, language])
  const statuses = useCodeOptions(INCIDENT_STATUSES, statusKey)
  const claimOptions = useClaimOptions()
  // Claims that name this incident themselves: shown, but theirs to change.
  const naming = useMemo(() => {
    const all = id === null ? undefined : claimIdsByIncident(incidents, claims).get(id)
    return [...(all ?? [])].filter((claim) => !draft.claims.includes(claim))
  }, [id, incidents, claims, draft.claims])

  const onDelete = record === null ? null : () => void deleteRecords('incidents', [record], t)
  return (
    <FormFrame form={form} onDelete={onDelete}>
      <TextField
        label={t('records.incident.title')}
        value={draft.title}
        onChange={(title) => change({ title })}
        error={errorAt('title')}
      />
      <TextArea
        label={t('records.incident.summary')}
        value={draft.summary}
        onChange={(summary) => change({ summary })}
        error={errorAt('summary')}
      />
      <div className="panel__pair">
        <DateField
          label={t('records.incident.when')}
          value={draft.when}
          onChange={(when) => change({ when })}
          error={errorAt('when')}
        />
        <SelectField
          label={t('records.incident.status')}
          options={statuses}
          value={draft.status}
          onChange={(status) => change({ status })}
        />
      </div>
      <PlaceFields place={draft.where} onChange={(where) => change({ where })} errorAt={errorAt} />
      <PickerList
        label={t('records.incident.violationTypes')}
        placeholder={t('records.incident.violationTypes.placeholder')}
        options={types}
        values={draft.violationTypes}
        onAdd={(code) => change({ violationTypes: [...draft.violationTypes, code] })}
        onRemove={(code) => change({ violationTypes: draft.violationTypes.filter((each) => each !== code) })}
        error={errorAt('violationTypes')}
      />
      <PickerList
        label={t('records.incident.claims')}
        placeholder={t('records.incident.claims.placeholder')}
        options={claimOptions}
        values={draft.claims}
        onAdd={(claim) => change({ claims: [...draft.claims, claim] })}
        onRemove={(claim) => change({ claims: draft.claims.filter((each) => each !== claim) })}
        onOpen={(claim) => openRecord('claims', claim)}
      />
      {naming.length === 0 ? null : (
        <div className="field">
          <span className="panel__caption">{t('records.incident.claimsNaming')}</span>
          <div className="chips">
            {naming.map((claim) => (
              <Chip
                key={claim}
                text={claims[claim]?.statement ?? claim}
                onOpen={() => openRecord('claims', claim)}
              />
            ))}
          </div>
        </div>
      )}
    </FormFrame>
  )
}
