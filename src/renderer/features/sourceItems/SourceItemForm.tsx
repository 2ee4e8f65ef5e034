/** The short form of a source item. */
import { useMemo, useState } from 'react'
import { openRecord } from '../../navigation.ts'
import { DateField } from '../../records/DateField.tsx'
import { deleteRecords } from '../../records/deleteRecords.ts'
import { FormFrame } from '../../records/FormFrame.tsx'
import type { FormProps } from '../../records/formProps.ts'
import { useRecordForm } from '../../records/useRecordForm.ts'
import { useSourceOptions } from '../../records/useRecordOptions.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { termOptions, useVocabulary } from '../../vocabularies.ts'
import { NewSourceDialog } from '../sources/NewSourceDialog.tsx'
import { DerivationFields } from './DerivationFields.tsx'
import { SOURCE_ITEM_FORM } from './sourceItemDraft.ts'

export function SourceItemForm({ id, preset }: FormProps) {
  const { t, language } = useLanguage()
  const items = useRecords('sourceItems')
  const record = id === null ? null : (items[id] ?? null)
  const form = useRecordForm(SOURCE_ITEM_FORM, record, { ...preset })
  const { draft, change, errorAt } = form
  const [isNamingSource, setNamingSource] = useState(false)
  const itemTypes = useVocabulary('item-types')
  const types = useMemo(() => termOptions(itemTypes, language), [itemTypes, language])
  const sources = useSourceOptions()
  const { source } = draft

  const onDelete = record === null ? null : () => void deleteRecords('sourceItems', [record], t)
  return (
    <>
      <FormFrame form={form} onDelete={onDelete}>
        <TextField
          label={t('records.item.title')}
          value={draft.title}
          onChange={(title) => change({ title })}
          error={errorAt('title')}
        />
        <ComboField
          label={t('records.item.itemType')}
          options={types}
          value={draft.itemType}
          onChange={(itemType) => change({ itemType })}
          error={errorAt('itemType')}
        />
        <div className="field">
          <ComboField
            label={t('records.item.source')}
            options={sources}
            value={source}
            onChange={(chosen) => change({ source: chosen })}
            error={errorAt('source')}
          />
          <div className="toolbar">
            <Button size="small" variant="quiet" icon="plus" onPress={() => setNamingSource(true)}>
              {t('table.sources.new')}
            </Button>
            {source === null ? null : (
              <Button size="small" variant="quiet" onPress={() => openRecord('sources', source)}>
                {t('records.item.openSource')}
              </Button>
            )}
          </div>
        </div>
        <div className="panel__pair">
          <DateField
            label={t('records.item.publishedAt')}
            value={draft.publishedAt}
            onChange={(publishedAt) => change({ publishedAt })}
            error={errorAt('publishedAt')}
          />
          <DateField
            label={t('records.item.accessedAt')}
            value={draft.accessedAt}
            onChange={(accessedAt) => change({ accessedAt })}
            error={errorAt('accessedAt')}
          />
        </div>
        <TextField
          label={t('records.item.url')}
          description={t('records.item.url.hint')}
          textDirection="ltr"
          value={draft.url}
          onChange={(url) => change({ url })}
          error={errorAt('url')}
        />
        <DerivationFields
          itemId={id}
          derivations={draft.derivesFrom}
          onChange={(derivesFrom) => change({ derivesFrom })}
        />
      </FormFrame>
      {isNamingSource ? (
        <NewSourceDialog
          onSaved={(saved) => change({ source: saved })}
          onClose={() => setNamingSource(false)}
        />
      ) : null}
    </>
  )
}
