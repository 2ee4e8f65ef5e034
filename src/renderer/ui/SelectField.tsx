/** One of a short closed list. */
import { useRef } from 'react'
import { Button, ListBox, Popover, Select, SelectValue } from 'react-aria-components'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { type Option, OptionItem } from './OptionItem.tsx'
import './controls.css'

export interface SelectFieldProps<T extends string> extends FieldWords {
  readonly options: readonly Option<T>[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  readonly autoFocus?: boolean
}

export function SelectField<T extends string>({
  label,
  hidesLabel = false,
  description,
  error,
  options,
  value,
  onChange,
  placeholder,
  isDisabled = false,
  autoFocus = false,
}: SelectFieldProps<T>) {
  const trigger = useRef<HTMLButtonElement>(null)
  const choose = (key: unknown) => {
    const option = options.find((each) => each.value === key)
    if (option) onChange(option.value)
  }
  return (
    <Select
      className="field"
      value={value}
      onChange={choose}
      onOpenChange={(isOpen) => {
        // The list gives the focus back with the next picture; a key pressed before would be a command of the window.
        if (!isOpen) queueMicrotask(() => queueMicrotask(() => trigger.current?.focus()))
      }}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      isInvalid={error !== undefined && error !== null}
      validationBehavior="aria"
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldFrame label={label} hidesLabel={hidesLabel} description={description} error={error}>
        <Button ref={trigger} className="field__trigger">
          <SelectValue className="field__trigger-text">
            {({ isPlaceholder, selectedText, defaultChildren }) =>
              isPlaceholder ? defaultChildren : selectedText
            }
          </SelectValue>
          <Icon name="open" size={14} />
        </Button>
      </FieldFrame>
      <Popover className="popover" offset={2}>
        <ListBox className="options" items={options}>
          {(option: Option) => <OptionItem id={option.value} option={option} />}
        </ListBox>
      </Popover>
    </Select>
  )
}
