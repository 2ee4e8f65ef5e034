/** Changes one field of many records: what to set, a preview of what that does, one save that is one step. */
import { useMemo, useState } from 'react'
import type { BulkEdit } from '../../core/bulkEdit.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { useRecords } from '../store.ts'
import { useLanguage } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { ComboField } from '../ui/ComboField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { BulkPreview } from './BulkPreview.tsx'
import { type BulkField, bulkFields } from './bulkFields.ts'
import { typedTags } from './cellFields.ts'
import { useBulkPlan } from './useBulkPlan.ts'
import { chosenValue, valueOptions } from './valueOptions.ts'

export interface BulkEditDialogProps {
  readonly kind: EditableKind
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly titleOf: (id: string) => string
}

type How = 'add' | 'remove'

export function BulkEditDialog({ kind, ids, onClose, titleOf }: BulkEditDialogProps) {
  const { t } = useLanguage()
  const fields = useMemo(() => bulkFields(kind, t), [kind, t])
  const [chosen, setChosen] = useState<BulkField | null>(null)
  const [how, setHow] = useState<How>('add')
  const [value, setValue] = useState('')
  const edit = useMemo(() => editOf(chosen, how, value), [chosen, how, value])
  const { plan, error, isAsking, isSaving, save } = useBulkPlan(kind, ids, edit)
  const submit = async () => {
    if (await save()) onClose()
  }
  const fieldOptions = fields.map(({ field, label }) => ({ value: field, label }))
  const count = plan?.count ?? 0
  return (
    <Dialog
      title={t('table.bulk.title', { count: ids.length })}
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('shell.dialog.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={isAsking || isSaving || count === 0}
            onPress={() => void submit()}
          >
            {t('table.bulk.save', { count })}
          </Button>
        </>
      }
    >
      <SelectField
        label={t('table.bulk.field')}
        options={fieldOptions}
        value={chosen?.field ?? null}
        placeholder={t('table.bulk.choose')}
        autoFocus
        onChange={(field) => {
          setChosen(fields.find((each) => each.field === field) ?? null)
          setValue('')
        }}
      />
      {chosen?.isList ? (
        <SelectField<How>
          label={t('table.bulk.how')}
          options={[
            { value: 'add', label: t('table.bulk.add') },
            { value: 'remove', label: t('table.bulk.remove') },
          ]}
          value={how}
          onChange={setHow}
        />
      ) : null}
      {chosen === null ? null : (
        <ValueField key={chosen.field} of={chosen} value={value} onChange={setValue} />
      )}
      <BulkPreview
        field={chosen}
        edit={edit}
        plan={plan}
        error={error}
        isAsking={isAsking}
        titleOf={titleOf}
      />
    </Dialog>
  )
}

/** What was chosen as an edit; null while something is missing. */
function editOf(chosen: BulkField | null, how: How, value: string): BulkEdit | null {
  if (chosen === null || value.trim() === '') return null
  const { field, isList, values } = chosen
  if (isList) {
    const list = values.from === 'typed' ? [...typedTags(value)] : [value]
    return list.length === 0 ? null : { what: how, field, values: list }
  }
  return { what: 'set', field, value: chosenValue(chosen, value) }
}

interface ValueFieldProps {
  readonly of: BulkField
  readonly value: string
  readonly onChange: (value: string) => void
}

function ValueField({ of, value, onChange }: ValueFieldProps) {
  const { t, language } = useLanguage()
  const terms = useRecords('terms')
  const { values } = of
  const options = useMemo(() => valueOptions(of, t, terms, language), [of, t, terms, language])
  if (values.from === 'typed')
    return (
      <TextField label={of.label} description={t('table.bulk.tagsHint')} value={value} onChange={onChange} />
    )
  if (values.from === 'vocabulary')
    return (
      <ComboField
        label={of.label}
        placeholder={t('forms.code.placeholder')}
        options={options}
        value={value === '' ? null : value}
        onChange={(code) => onChange(code ?? '')}
      />
    )
  return <SelectField label={of.label} options={options} value={value || null} onChange={onChange} />
}
