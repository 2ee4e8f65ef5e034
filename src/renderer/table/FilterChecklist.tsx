/** Codes to tick, with a field to find them by where there are many. */
import { useState } from 'react'
import { foldText } from '../../core/foldText.ts'
import { useText } from '../text.ts'
import { CheckboxField } from '../ui/CheckboxField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { visibleTurns } from '../visibleText.ts'
import type { FilterOption } from './columnFilters.ts'

/** So many are seen at once. */
const FEW = 10
/** A log may have thousands of sources or tags: who looks for one of them types. */
const MOST_SHOWN = 200

export interface FilterChecklistProps {
  readonly options: readonly FilterOption[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

export function FilterChecklist({ options, chosen, onChange }: FilterChecklistProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const folded = foldText(typed)
  const found = options.filter(({ words }) => folded === '' || foldText(words).includes(folded))
  const tick = (key: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, key] : chosen.filter((each) => each !== key))
  return (
    <>
      {options.length > FEW ? (
        <TextField label={t('table.filter.find')} value={typed} onChange={setTyped} autoFocus />
      ) : null}
      <fieldset className="filter__list" aria-label={t('table.filter.list')}>
        {found.slice(0, MOST_SHOWN).map(({ key, words, depth }) => (
          <div key={key} className="filter__option" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
            <CheckboxField isSelected={chosen.includes(key)} onChange={(isOn) => tick(key, isOn)}>
              <bdi>{visibleTurns(words)}</bdi>
            </CheckboxField>
          </div>
        ))}
      </fieldset>
      {found.length === 0 ? <p className="filter__none">{t('table.filter.nothing')}</p> : null}
      {found.length > MOST_SHOWN ? (
        <p className="filter__none">{t('table.filter.more', { count: found.length - MOST_SHOWN })}</p>
      ) : null}
    </>
  )
}
