/** Changes of how the columns of a table stand: where, how wide, at the start edge or not. Pure. */
import { NARROWEST_COLUMN, type TableLayout, WIDEST_COLUMN } from '../../core/tableView.ts'

/** How a table stands before anybody has touched it. */
export function plainLayout(
  columns: readonly { readonly id: string; readonly isHidden?: boolean }[],
  sorting: TableLayout['sorting'],
): TableLayout {
  const hidden = columns.filter(({ isHidden }) => isHidden).map(({ id }) => id)
  return { sorting, order: [], hidden, pinned: [], widths: {}, groupBy: null }
}

/** Do two layouts show the same? */
export function isSameLayout(a: TableLayout, b: TableLayout): boolean {
  return a === b || textOf(a) === textOf(b)
}

const textOf = ({ sorting, order, hidden, pinned, widths, groupBy }: TableLayout): string =>
  JSON.stringify([
    sorting.map(({ id, desc }) => [id, desc]),
    order,
    hidden.toSorted(),
    pinned,
    Object.entries(widths).toSorted(),
    groupBy,
  ])

/** All columns, hidden ones too, in the order that the layout gives them. */
export function orderOf(layout: TableLayout, ids: readonly string[]): string[] {
  const named = layout.order.filter((id) => ids.includes(id))
  return [...named, ...ids.filter((id) => !named.includes(id))]
}

/**
 * Puts a column before another one, or with null last. At the start edge when the other one is there, loose otherwise.
 * @param ids of all columns, as they come.
 */
export function placeColumn(
  layout: TableLayout,
  ids: readonly string[],
  id: string,
  before: string | null,
): TableLayout {
  if (id === before) return layout
  const order = inserted(orderOf(layout, ids), id, before)
  const others = layout.pinned.filter((each) => each !== id)
  const isPinned = before !== null && layout.pinned.includes(before)
  return { ...layout, order, pinned: isPinned ? inserted(others, id, before) : others }
}

/**
 * Moves a column one place among those shown, within its edge; the same layout when it is at the end of it.
 * @param shown ids as they stand. @param step 1 towards the end of the line, −1 towards its start.
 */
export function moveColumn(
  layout: TableLayout,
  ids: readonly string[],
  shown: readonly string[],
  id: string,
  step: 1 | -1,
): TableLayout {
  const isPinned = layout.pinned.includes(id)
  const among = shown.filter((each) => layout.pinned.includes(each) === isPinned)
  const neighbour = among[among.indexOf(id) + step]
  if (neighbour === undefined) return layout
  const swapped = (list: readonly string[]): string[] =>
    step < 0 ? inserted(list, id, neighbour) : insertedAfter(list, id, neighbour)
  return {
    ...layout,
    order: swapped(orderOf(layout, ids)),
    pinned: isPinned ? swapped(layout.pinned) : layout.pinned,
  }
}

function inserted(list: readonly string[], id: string, before: string | null): string[] {
  const rest = list.filter((each) => each !== id)
  const at = before === null ? -1 : rest.indexOf(before)
  return at < 0 ? [...rest, id] : rest.toSpliced(at, 0, id)
}

function insertedAfter(list: readonly string[], id: string, after: string): string[] {
  const rest = list.filter((each) => each !== id)
  return rest.toSpliced(rest.indexOf(after) + 1, 0, id)
}

/** Keeps a column at the start edge, after those that are there, or lets it go back to its place. */
export function pinColumn(layout: TableLayout, id: string, isPinned: boolean): TableLayout {
  const others = layout.pinned.filter((each) => each !== id)
  return { ...layout, pinned: isPinned ? [...others, id] : others }
}

/** Gives a column a width in CSS pixels, brought within the bounds; null gives back the one it comes with. */
export function resizeColumn(layout: TableLayout, id: string, width: number | null): TableLayout {
  const { [id]: _before, ...widths } = layout.widths
  return { ...layout, widths: width === null ? widths : { ...widths, [id]: boundedWidth(width) } }
}

export function boundedWidth(width: number): number {
  return Math.round(Math.max(NARROWEST_COLUMN, Math.min(width, WIDEST_COLUMN)))
}

/** Shows or hides a column; the last one shown stays. */
export function showColumn(
  layout: TableLayout,
  ids: readonly string[],
  id: string,
  isShown: boolean,
): TableLayout {
  const others = layout.hidden.filter((each) => each !== id)
  if (isShown) return { ...layout, hidden: others }
  const isLast = ids.every((each) => each === id || others.includes(each))
  return isLast ? layout : { ...layout, hidden: [...others, id] }
}
