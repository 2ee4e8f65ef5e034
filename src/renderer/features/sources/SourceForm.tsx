/** The short form of a source. */
import { useMemo } from 'react'
import { newRecord, openRecord } from '../../navigation.ts'
import { DateField } from '../../records/DateField.tsx'
import { deleteRecords } from '../../records/deleteRecords.ts'
import { FormFrame } from '../../records/FormFrame.tsx'
import type { FormProps } from '../../records/formProps.ts'
import { useRecordForm } from '../../records/useRecordForm.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { SourceFields } from './SourceFields.tsx'
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
    <FormFrame form={form} onDelete={onDelete} after={record && <ItemsOfSource id={record.id} />}>
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

const MOST_CHIPS = 30

function ItemsOfSource({ id }: { readonly id: string }) {
  const t = useText()
  const items = useRecords('sourceItems')
  const own = useMemo(() => Object.values(items).filter((item) => item.source === id), [items, id])
  return (
    <section className="field">
      <span className="panel__caption">{t('records.source.items', { count: own.length })}</span>
      <div className="chips">
        {own.slice(0, MOST_CHIPS).map((item) => (
          <Chip key={item.id} text={item.title} onOpen={() => openRecord('sourceItems', item.id)} />
        ))}
        <Button
          size="small"
          variant="quiet"
          icon="plus"
          onPress={() => newRecord('sourceItems', { source: id })}
        >
          {t('table.sourceItems.new')}
        </Button>
      </div>
    </section>
  )
}
