/** Several of a long list: what is chosen as chips, and a field that adds one more. */
import { useMemo } from 'react'
import { Chip } from './Chip.tsx'
import { ComboField } from './ComboField.tsx'
import type { Option } from './OptionItem.tsx'

export interface PickerListProps {
  readonly label: string
  readonly options: readonly Option[]
  /** Values chosen, in their order. */
  readonly values: readonly string[]
  readonly onAdd: (value: string) => void
  readonly onRemove: (value: string) => void
  /** Offers to add what was typed as something new. */
  readonly onAddNew?: (typed: string) => void
  /** Opens what a chip stands for. */
  readonly onOpen?: (value: string) => void
  /** Shown on the chip before its words. */
  readonly markOf?: (value: string) => React.ReactNode
  readonly placeholder?: string | undefined
  readonly description?: string | undefined
  readonly error?: string | null | undefined
}

export function PickerList({
  label,
  options,
  values,
  onAdd,
  onRemove,
  onAddNew,
  onOpen,
  markOf,
  placeholder,
  description,
  error,
}: PickerListProps) {
  const labelByValue = useMemo(
    () => new Map(options.map((option) => [option.value, option.label])),
    [options],
  )
  const rest = useMemo(() => {
    const chosen = new Set(values)
    return options.filter((option) => !chosen.has(option.value))
  }, [options, values])
  return (
    <div className="field">
      <ComboField
        label={label}
        options={rest}
        value={null}
        onChange={(value) => {
          if (value !== null) onAdd(value)
        }}
        clearsAfterChoice
        {...(onAddNew === undefined ? {} : { onAdd: onAddNew })}
        error={error}
        placeholder={placeholder}
        description={description}
      />
      {values.length === 0 ? null : (
        <div className="chips">
          {values.map((value) => (
            <Chip
              key={value}
              text={labelByValue.get(value) ?? value}
              mark={markOf?.(value)}
              onOpen={onOpen && labelByValue.has(value) ? () => onOpen(value) : undefined}
              onRemove={() => onRemove(value)}
            />
          ))}
        </div>
      )}
    </div>
  )
}
