/** One of a long list, found by typing part of its words or its code. */
import { useMemo, useState } from 'react'
import { type ComboWords, FoundCombo } from './FoundCombo.tsx'
import type { Option } from './OptionItem.tsx'
import { findOptions } from './optionSearch.ts'

export interface ComboFieldProps<T extends string> extends ComboWords {
  readonly options: readonly Option<T>[]
  readonly value: T | null
  /** Null when the user emptied the field, where `isClearable` lets them. */
  readonly onChange: (value: T | null) => void
  readonly onAdd?: (typed: string) => void
}

export function ComboField<T extends string>({ options, value, ...rest }: ComboFieldProps<T>) {
  const [typed, setTyped] = useState<string | null>(null)
  const found = useMemo(() => findOptions(options, typed ?? ''), [options, typed])
  const chosen = useMemo(
    () =>
      value === null
        ? null
        : // A value that the list does not know is shown as it is.
          (options.find((option) => option.value === value) ?? { value, label: value }),
    [options, value],
  )
  return <FoundCombo {...rest} found={found} chosen={chosen} typed={typed} onType={setTyped} />
}
