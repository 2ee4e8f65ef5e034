/** A filter of a column in words. Pure. */
import type { ColumnFilter } from '../../core/columnFilter.ts'
import type { Language } from '../text.ts'
import { visibleTurns } from '../visibleText.ts'
import { filterKind } from './columnFilters.ts'
import type { TableColumn } from './tableColumn.ts'

/** More are counted. */
const MOST_NAMED = 3

export function filterWords<R>(
  column: TableColumn<R> | undefined,
  filter: ColumnFilter,
  { t, comma }: Pick<Language, 't' | 'comma'>,
): string {
  if (filter.by === 'text' || filter.by === 'date') return visibleTurns(filter.text)
  if (filter.by === 'number') return rangeWords(filter, t)
  const kind = column === undefined ? null : filterKind(column)
  const words = filter.codes.map((code) => (kind?.by === 'codes' ? kind.words(code) : code))
  const named = words.slice(0, MOST_NAMED).map(visibleTurns).join(comma)
  const more = words.length - MOST_NAMED
  return more > 0 ? t('table.filter.andMore', { named, count: more }) : named
}

function rangeWords({ from, to }: Extract<ColumnFilter, { by: 'number' }>, t: Language['t']): string {
  if (from !== null && to !== null) return t('facts.count.range', { low: from, high: to })
  if (from !== null) return t('facts.count.atLeast', { low: from })
  return t('facts.count.atMost', { high: to ?? 0 })
}
