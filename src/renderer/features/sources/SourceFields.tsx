/** The fields of a source that matter first; the form and the dialog for a new source share them. */
import {
  RELIABILITIES,
  type Reliability,
  SOURCE_KINDS,
  type SourceKind,
} from '../../../core/vocabularyCodes.ts'
import { useCodeOptions } from '../../records/useCodeOptions.ts'
import { useText } from '../../text.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { SourceDraft } from './sourceDraft.ts'

const kindKey = (kind: SourceKind) => `sourceKind.${kind}` as const
const gradeKey = (grade: Reliability) => `reliability.${grade}` as const

export interface SourceFieldsProps {
  readonly draft: SourceDraft
  readonly onChange: (part: Partial<SourceDraft>) => void
  readonly errorAt: (path: string) => string | null
  /** The first field has the focus: in a dialog. */
  readonly takesFocus?: boolean
}

export function SourceFields({ draft, onChange, errorAt, takesFocus = false }: SourceFieldsProps) {
  const t = useText()
  const kinds = useCodeOptions(SOURCE_KINDS, kindKey)
  const grades = useCodeOptions(RELIABILITIES, gradeKey).map((option) => ({
    ...option,
    label: `${option.value} · ${option.label}`,
  }))
  return (
    <>
      <TextField
        autoFocus={takesFocus}
        label={t('records.source.name')}
        description={t('records.source.name.hint')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        error={errorAt('name')}
      />
      <div className="panel__pair">
        <SelectField
          label={t('records.source.kind')}
          options={kinds}
          value={draft.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <SelectField
          label={t('records.source.reliability')}
          options={grades}
          value={draft.reliability}
          onChange={(reliability) => onChange({ reliability })}
        />
      </div>
    </>
  )
}
