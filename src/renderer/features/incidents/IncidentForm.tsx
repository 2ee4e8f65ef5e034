/** The short form of an incident. */
import { useMemo } from 'react'
import { INCIDENT_STATUSES, type IncidentStatus } from '../../../core/vocabularyCodes.ts'
import { openRecord } from '../../navigation.ts'
import { DateField } from '../../records/DateField.tsx'
import { deleteRecords } from '../../records/deleteRecords.ts'
import { FormFrame } from '../../records/FormFrame.tsx'
import type { FormProps } from '../../records/formProps.ts'
import { useCodeOptions } from '../../records/useCodeOptions.ts'
import { useRecordForm } from '../../records/useRecordForm.ts'
import { useClaimOptions } from '../../records/useRecordOptions.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { PickerList } from '../../ui/PickerList.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { termOptions, VIOLATION_TYPES } from '../../vocabularies.ts'
import { IncidentClaims } from './IncidentClaims.tsx'
import { INCIDENT_FORM } from './incidentDraft.ts'
import { PlaceFields } from './PlaceFields.tsx'

const statusKey = (status: IncidentStatus) => `status.incident.${status}` as const

export function IncidentForm({ id, preset }: FormProps) {
  const { t, language } = useLanguage()
  const incidents = useRecords('incidents')
  const record = id === null ? null : (incidents[id] ?? null)
  const form = useRecordForm(INCIDENT_FORM, record, { ...preset })
  const { draft, change, errorAt } = form
  const types = useMemo(() => termOptions(VIOLATION_TYPES, language), [language])
  const statuses = useCodeOptions(INCIDENT_STATUSES, statusKey)
  const claimOptions = useClaimOptions()

  const onDelete = record === null ? null : () => void deleteRecords('incidents', [record], t)
  return (
    <FormFrame form={form} onDelete={onDelete} after={record && <IncidentClaims incidentId={record.id} />}>
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
    </FormFrame>
  )
}
