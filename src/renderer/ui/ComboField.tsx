/** One of a long list, found by typing part of its words or its code. */
import { useMemo, useState } from 'react'
import { Button, ComboBox, Group, Input, ListBox, Popover } from 'react-aria-components'
import { useText } from '../text.ts'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { type Option, OptionItem } from './OptionItem.tsx'
import { findOptions } from './optionSearch.ts'
import './controls.css'

export interface ComboFieldProps<T extends string> extends FieldWords {
  readonly options: readonly Option<T>[]
  readonly value: T | null
  /** Null when the user emptied the field, where `isClearable` lets them. */
  readonly onChange: (value: T | null) => void
  readonly isClearable?: boolean
  readonly placeholder?: string
  readonly isDisabled?: boolean
  /** After a choice the field is blank again: for adding to a list. */
  readonly clearsAfterChoice?: boolean
}

export function ComboField<T extends string>({
  label,
  description,
  error,
  options,
  value,
  onChange,
  placeholder,
  isDisabled = false,
  isClearable = false,
  clearsAfterChoice = false,
}: ComboFieldProps<T>) {
  const t = useText()
  const chosen = options.find((option) => option.value === value)
  const labelOfValue = chosen?.label ?? value ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  // Emptying the control from outside makes it open again; a fresh one in its place stays shut.
  const [turn, setTurn] = useState(0)
  const shown = useMemo(() => {
    const found = findOptions(options, typed ?? '')
    // The control forgets a choice that its list does not hold.
    return chosen && !found.includes(chosen) ? [...found, chosen] : found
  }, [options, typed, chosen])

  const choose = (key: unknown) => {
    const option = options.find((each) => each.value === key)
    setTyped(null)
    if (!option) return
    if (clearsAfterChoice) setTurn(turn + 1)
    onChange(option.value)
  }
  // The control repeats its own text when it opens, closes or takes a choice; only typing is a search.
  const type = (text: string) => setTyped(text === labelOfValue ? null : text)
  return (
    <ComboBox
      key={turn}
      autoFocus={turn > 0}
      className="field"
      items={shown}
      inputValue={typed ?? (clearsAfterChoice ? '' : labelOfValue)}
      onInputChange={type}
      value={clearsAfterChoice ? null : value}
      onChange={choose}
      onBlur={() => setTyped(null)}
      menuTrigger="input"
      allowsEmptyCollection
      isDisabled={isDisabled}
      isInvalid={error !== undefined && error !== null}
      validationBehavior="aria"
    >
      <FieldFrame label={label} description={description} error={error}>
        <Group className="field__group">
          <Input
            className="field__input"
            dir="auto"
            spellCheck="false"
            autoComplete="off"
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          {isClearable && value !== null ? (
            <Button
              slot={null}
              className="field__open"
              aria-label={t('shell.picker.clear')}
              onPress={() => onChange(null)}
            >
              <Icon name="close" size={12} />
            </Button>
          ) : null}
          <Button className="field__open">
            <Icon name="open" size={14} />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className="popover" offset={2}>
        <ListBox
          className="options"
          renderEmptyState={() => <div className="options__none">{t('shell.picker.nothingFound')}</div>}
        >
          {(option: Option) => <OptionItem id={option.value} option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
