/** What can be done with one column, as a menu at its header. */
import { type RefObject, useMemo } from 'react'
import type { TableLayout } from '../../core/tableView.ts'
import { useText } from '../text.ts'
import type { MenuAct } from '../ui/ActionMenu.tsx'
import { filterKind } from './columnFilters.ts'
import type { TableColumn } from './tableColumn.ts'
import { ActionMenuView } from './tableParts.ts'
import type { ColumnActs } from './useColumnActs.ts'

/** By keys in the header it goes in smaller steps. */
const STEP_PX = 32

export interface ColumnMenuProps<R> {
  readonly column: TableColumn<R>
  readonly shown: readonly TableColumn<R>[]
  readonly layout: TableLayout
  readonly acts: ColumnActs
  readonly grid: RefObject<HTMLElement | null>
}

export function ColumnMenu<R>({ column, shown, layout, acts, grid }: ColumnMenuProps<R>) {
  const t = useText()
  const { id } = column
  const isPinned = layout.pinned.includes(id)
  const among = shown.filter((each) => layout.pinned.includes(each.id) === isPinned)
  const isAt = (place: number) => among.at(place)?.id === id
  const trigger = useMemo(
    () => ({ current: grid.current?.querySelector(`[data-column="${id}"]`) ?? null }),
    [grid, id],
  )
  const sorted = layout.sorting.find((each) => each.id === id)
  const groups: readonly (readonly MenuAct[])[] = [
    [
      {
        id: 'up',
        label: t('table.menu.ascending'),
        isChosen: sorted?.desc === false,
        act: () => acts.sort(id, false),
      },
      {
        id: 'down',
        label: t('table.menu.descending'),
        isChosen: sorted?.desc === true,
        act: () => acts.sort(id, true),
      },
    ],
    filterKind(column) === null
      ? []
      : [{ id: 'filter', label: t('table.filter.menu'), act: () => acts.openFilter(id) }],
    column.group === undefined
      ? []
      : [
          layout.groupBy === id
            ? { id: 'ungroup', label: t('table.groups.remove'), act: () => acts.groupBy(null) }
            : { id: 'group', label: t('table.groups.by'), act: () => acts.groupBy(id) },
        ],
    [
      {
        id: 'pin',
        label: t(isPinned ? 'table.menu.unpin' : 'table.menu.pin'),
        act: () => acts.pin(id, !isPinned),
      },
      {
        id: 'start',
        label: t('table.menu.toStart'),
        isDisabled: isAt(0),
        act: () => acts.move(id, -1),
      },
      {
        id: 'end',
        label: t('table.menu.toEnd'),
        isDisabled: isAt(-1),
        act: () => acts.move(id, 1),
      },
    ],
    [
      { id: 'wider', label: t('table.menu.wider'), staysOpen: true, act: () => acts.widen(id, STEP_PX) },
      {
        id: 'narrower',
        label: t('table.menu.narrower'),
        staysOpen: true,
        act: () => acts.widen(id, -STEP_PX),
      },
      {
        id: 'width',
        label: t('table.menu.ownWidth'),
        isDisabled: layout.widths[id] === undefined,
        act: () => acts.resize(id, null),
      },
      { id: 'hide', label: t('table.menu.hide'), isDisabled: shown.length === 1, act: () => acts.hide(id) },
    ],
  ]
  return (
    <ActionMenuView
      label={t('table.menu.label', { column: t(column.header) })}
      groups={groups}
      trigger={trigger}
      onClose={() => acts.openMenu(null)}
    />
  )
}
