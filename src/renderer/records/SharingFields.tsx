/** Always in sight: who may see the record, and its tags. */
import { CONFIDENTIALITIES, type Confidentiality } from '../../core/vocabularyCodes.ts'
import { useText } from '../text.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useCodeOptions } from './useCodeOptions.ts'

export interface SharingDraft {
  readonly confidentiality: Confidentiality
  /** Separated by commas. */
  readonly tags: string
}

export interface SharingFieldsProps {
  readonly draft: SharingDraft
  readonly onChange: (part: Partial<SharingDraft>) => void
}

const labelKey = (label: Confidentiality) => `confidentiality.${label}` as const

export function SharingFields({ draft, onChange }: SharingFieldsProps) {
  const t = useText()
  const options = useCodeOptions(CONFIDENTIALITIES, labelKey)
  return (
    <div className="panel__sharing">
      <SelectField
        label={t('records.field.confidentiality')}
        options={options}
        value={draft.confidentiality}
        onChange={(confidentiality) => onChange({ confidentiality })}
      />
      <TextField
        label={t('records.field.tags')}
        placeholder={t('records.field.tags.placeholder')}
        value={draft.tags}
        onChange={(tags) => onChange({ tags })}
      />
    </div>
  )
}
