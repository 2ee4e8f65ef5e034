/** The short form of a source. */
import { DateField } from '../../records/DateField.tsx'
import { deleteRecords } from '../../records/deleteRecords.ts'
import { FormFrame } from '../../records/FormFrame.tsx'
import type { FormProps } from '../../records/formProps.ts'
import { useRecordForm } from '../../records/useRecordForm.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { SourceFields } from './SourceFields.tsx'
import { SourceTrackRecord } from './SourceTrackRecord.tsx'
import { SOURCE_FORM } from './sourceDraft.ts'

export function SourceForm({ id, preset }: FormProps) {
  const t = useText()
  const sources = useRecords('sources')
  const record = id === null ? null : (sources[id] ?? null)
  const form = useRecordForm(SOURCE_FORM, record, { ...preset })
  const { draft, change, errorAt } = form
  const onDelete =
    record === null ? null : () => void deleteRecords('sources', [{ id: record.id, title: record.name }], t)
  return (
    <FormFrame form={form} onDelete={onDelete} after={record && <SourceTrackRecord sourceId={record.id} />}>
      <SourceFields draft={draft} onChange={change} errorAt={errorAt} />
      <TextArea
        label={t('records.source.reliabilityReason')}
        rows={3}
        value={draft.reliabilityReason}
        onChange={(reliabilityReason) => change({ reliabilityReason })}
        error={errorAt('reliabilityReason')}
      />
      <DateField
        label={t('records.source.reliabilityOn')}
        value={draft.reliabilityOn}
        onChange={(reliabilityOn) => change({ reliabilityOn })}
        error={errorAt('reliabilityOn')}
      />
    </FormFrame>
  )
}
