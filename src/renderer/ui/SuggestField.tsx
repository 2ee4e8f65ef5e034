/** One line of text that is kept as it is typed; a list below offers what it may be. */
import { ComboBox, Input, ListBox, Popover } from 'react-aria-components'
import { useText } from '../text.ts'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'
import { type Option, OptionItem } from './OptionItem.tsx'
import './controls.css'

export interface SuggestFieldProps extends FieldWords {
  readonly value: string
  readonly onChange: (text: string) => void
  /** What is offered for the text that is there; choosing one puts its label into the field. */
  readonly suggestions: readonly Option[]
  readonly onFocus?: () => void
  /** Offers, as the last line, to add what was typed as something new. */
  readonly onAdd?: ((typed: string) => void) | undefined
}

/** Stands for the line that adds something new; no code has a blank. */
const ADD = 'add new'

export function SuggestField({
  label,
  description,
  error,
  value,
  onChange,
  suggestions,
  onFocus,
  onAdd,
}: SuggestFieldProps) {
  const t = useText()
  const word = value.trim()
  const offersNew = onAdd !== undefined && word !== '' && suggestions.length === 0
  const offered = offersNew ? [{ value: ADD, label: t('shell.picker.add', { text: word }) }] : suggestions
  // A text that is one of the names is what was meant; a choice would open the list anew otherwise.
  const shown = suggestions.some((each) => each.label === word) ? [] : offered
  const choose = (key: unknown) => {
    if (key === ADD) return onAdd?.(word)
    const option = suggestions.find((each) => each.value === key)
    if (option !== undefined) onChange(option.label)
  }
  return (
    <ComboBox
      className="field"
      allowsCustomValue
      items={shown}
      inputValue={value}
      onInputChange={onChange}
      value={null}
      onChange={choose}
      {...(onFocus === undefined ? {} : { onFocus })}
      menuTrigger="input"
      isInvalid={error !== undefined && error !== null}
      validationBehavior="aria"
    >
      <FieldFrame label={label} description={description} error={error}>
        <Input className="field__input" dir="auto" spellCheck="false" autoComplete="off" />
      </FieldFrame>
      <Popover className="popover" offset={2}>
        <ListBox className="options">
          {(option: Option) => <OptionItem id={option.value} option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
