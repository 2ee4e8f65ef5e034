/** One line of a list of options: tick, words, and a quieter explaining line. */
import { ListBoxItem, Text } from 'react-aria-components'
import { Icon } from './Icon.tsx'

export interface Option<T extends string = string> {
  readonly value: T
  readonly label: string
  readonly note?: string | undefined
}

export interface OptionItemProps {
  /** The option's value: lists tell their lines apart by it. */
  readonly id: string
  readonly option: Option
}

export function OptionItem({ id, option }: OptionItemProps) {
  return (
    <ListBoxItem id={id} textValue={option.label} className="option">
      {({ isSelected }) => (
        <>
          <span className="option__tick">{isSelected ? <Icon name="tick" size={14} /> : null}</span>
          <Text slot="label" dir="auto">
            {option.label}
          </Text>
          {option.note === undefined ? null : (
            <Text slot="description" className="option__note">
              {option.note}
            </Text>
          )}
        </>
      )}
    </ListBoxItem>
  )
}
