/** The organisation that a key is used with, or none. */
import { useState } from 'react'
import { useRecordOption, useRecordSearch } from '../../forms/useRecordSearch.ts'
import { useText } from '../../text.ts'
import { FoundCombo } from '../../ui/FoundCombo.tsx'

const KINDS = ['organisations'] as const
const NOBODY: ReadonlySet<string> = new Set()

export interface OrganisationFieldProps {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

export function OrganisationField({ value, onChange }: OrganisationFieldProps) {
  const t = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const search = useRecordSearch(KINDS, typed, NOBODY)
  const chosen = useRecordOption(KINDS, value ?? '')
  return (
    <FoundCombo
      label={t('keyring.form.organisation')}
      placeholder={t('keyring.form.noOrganisation')}
      {...search}
      chosen={chosen}
      typed={typed}
      onType={setTyped}
      onChange={onChange}
      isClearable
    />
  )
}
