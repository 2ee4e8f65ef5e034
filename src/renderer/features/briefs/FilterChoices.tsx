/** The filters by which records were chosen, each with how many have come to match it since. None is widened by itself. */
import { useMemo } from 'react'
import { useFilteredRows } from '../../table/useFilteredRows.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { visibleText } from '../../visibleText.ts'
import { type BriefKind, type ChoosableRecord, newMatches } from './briefChoice.ts'
import type { FilterChoice } from './briefDraft.ts'

export interface FilterChoicesProps {
  readonly kind: BriefKind
  readonly filters: readonly FilterChoice[]
  /** All of the kind. */
  readonly records: readonly ChoosableRecord[]
  readonly chosen: ReadonlySet<string>
  readonly passedOver: ReadonlySet<string>
  readonly onTake: (ids: readonly string[]) => void
  readonly onForget: (filter: FilterChoice) => void
  /** Puts the query into the filter field. */
  readonly onShow: (query: string) => void
}

export function FilterChoices({ filters, ...rest }: FilterChoicesProps) {
  const t = useText()
  if (filters.length === 0) return null
  return (
    <ul className="filter-choices" aria-label={t('composer.filter.list')}>
      {filters.map((filter) => (
        <FilterLine key={filter.query} filter={filter} {...rest} />
      ))}
    </ul>
  )
}

const asRecord = (record: ChoosableRecord) => record

function FilterLine({
  kind,
  filter,
  records,
  chosen,
  passedOver,
  onTake,
  onForget,
  onShow,
}: Omit<FilterChoicesProps, 'filters'> & { readonly filter: FilterChoice }) {
  const t = useText()
  const { rows, error, isLooking } = useFilteredRows(kind, records, filter.query, asRecord)
  const fresh = useMemo(() => newMatches(rows, chosen, passedOver), [rows, chosen, passedOver])
  const query = visibleText(filter.query)
  const count = error === null && !isLooking ? fresh.length : 0
  return (
    <li className="filter-choice">
      <span>
        <bdi className="filter-choice__query">{query}</bdi>{' '}
        <span role="status">{isLooking ? t('table.looking') : t('composer.filter.new', { count })}</span>
      </span>
      {count === 0 ? null : (
        <>
          <Button
            size="small"
            variant="quiet"
            aria-label={t('composer.filter.showOf', { query })}
            onPress={() => onShow(filter.query)}
          >
            {t('composer.filter.show')}
          </Button>
          <Button
            size="small"
            aria-label={t('composer.filter.takeOf', { query, count })}
            onPress={() => onTake(fresh.map(({ id }) => id))}
          >
            {t('composer.filter.take', { count })}
          </Button>
        </>
      )}
      <Button
        size="small"
        variant="quiet"
        icon="close"
        aria-label={t('composer.filter.forget', { query })}
        onPress={() => onForget(filter)}
      />
    </li>
  )
}
