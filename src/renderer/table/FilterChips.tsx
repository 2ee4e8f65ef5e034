/** The filters of the columns, each in words and with a way to remove it. */
import { useRef } from 'react'
import type { ColumnFilter } from '../../core/columnFilter.ts'
import { useLanguage } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { isApplied } from './columnFilters.ts'
import { filterWords } from './filterWords.ts'
import type { TableColumn } from './tableColumn.ts'

export interface FilterChipsProps {
  readonly columns: readonly TableColumn<never>[]
  readonly filters: readonly ColumnFilter[]
  readonly onChange: (filters: readonly ColumnFilter[]) => void
}

export function FilterChips({ columns, filters, onChange }: FilterChipsProps) {
  const language = useLanguage()
  const { t } = language
  const list = useRef<HTMLDivElement>(null)
  const remove = (filter: ColumnFilter) => {
    onChange(filters.filter((each) => each !== filter))
    // The one that had the focus goes with its filter; after the last, the screen sees to it.
    requestAnimationFrame(() => list.current?.querySelector('button')?.focus())
  }
  return (
    <search className="filters" aria-label={t('table.filter.label')} ref={list}>
      {filters.map((filter) => {
        const column = columns.find(({ id }) => id === filter.column)
        // A filter of a view made elsewhere may be of a column that is not there.
        const name = column === undefined ? filter.column : t(column.note ?? column.header)
        const text = t('table.filter.chip', { column: name, words: filterWords(column, filter, language) })
        return (
          <Chip
            key={filter.column}
            text={isApplied(columns, filter) ? text : t('table.filter.notApplied', { filter: text })}
            onRemove={() => remove(filter)}
          />
        )
      })}
      <p role="status" className="filters__problem">
        {filters.every((filter) => isApplied(columns, filter)) ? '' : t('table.filter.hidesNothing')}
      </p>
      {filters.length > 1 ? (
        <Button variant="quiet" size="small" onPress={() => onChange([])}>
          {t('table.filter.removeAll')}
        </Button>
      ) : null}
    </search>
  )
}
