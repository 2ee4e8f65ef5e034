// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot draw only some of its rows; the grid roles stand in
/** The line of a group: what its records have in common, and how many there are. */
import { useText } from '../text.ts'
import { Icon } from '../ui/Icon.tsx'
import { visibleTurns } from '../visibleText.ts'
import type { PlaceInSet } from './GroupedRows.ts'
import { cellName } from './useGridFocus.ts'

export interface GroupRowProps {
  /** The element that it is drawn in (RowSlots.ts). */
  readonly slot: number | undefined
  readonly words: string
  /** Of records. */
  readonly count: number
  readonly isOpen: boolean
  readonly index: number
  /** Among the groups. */
  readonly inSet: PlaceInSet | null
  readonly columnCount: number
  /** Distance from the top of the lines, CSS pixels. */
  readonly offset: number
  /** Column the focus was in, when it is on this line: it stays in it. */
  readonly activeColumn: number | null
}

export function GroupRow(props: GroupRowProps) {
  const { slot, words, count, isOpen, index, inSet, columnCount, offset, activeColumn } = props
  const t = useText()
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-posinset={inSet?.place}
      aria-setsize={inSet?.of}
      aria-expanded={isOpen}
      className="grid__row grid__group"
      data-row={index}
      data-slot={slot}
      style={{ transform: `translateY(${offset}px)` }}
      tabIndex={-1}
    >
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columnCount}
        className="grid__cell"
        data-cell={cellName({ row: index, column: activeColumn ?? 0 })}
        tabIndex={activeColumn === null ? -1 : 0}
      >
        <span className={isOpen ? 'grid__fold' : 'grid__fold grid__fold--closed'}>
          <Icon name="open" size={12} />
        </span>
        <bdi className="grid__text">{visibleTurns(words)}</bdi>
        <span className="grid__count">{t('table.groups.count', { count })}</span>
      </div>
    </div>
  )
}
