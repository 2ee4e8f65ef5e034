/** A field to search in what is on screen; `/` leads to it, which is for the caller to hear. */
import type { RefObject } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useText } from '../text.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

export interface SearchBoxProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly field: RefObject<HTMLInputElement | null>
}

export function SearchBox({ label, placeholder, value, onChange, field }: SearchBoxProps) {
  const t = useText()
  return (
    <SearchField className="search" aria-label={label} value={value} onChange={onChange}>
      <span className="search__icon">
        <Icon name="search" />
      </span>
      <Input
        ref={field}
        className="search__input"
        dir="auto"
        spellCheck="false"
        autoComplete="off"
        placeholder={placeholder}
      />
      {value === '' ? (
        <kbd>/</kbd>
      ) : (
        <Button variant="quiet" size="small" icon="close" aria-label={t('shell.search.clear')} />
      )}
    </SearchField>
  )
}
