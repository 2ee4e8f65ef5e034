/** What is typed in the search field and filtered by, by table, and how much of the table it leaves. Dropped on lock. */
import type { ColumnFilter } from '../../core/columnFilter.ts'
import type { PictureName } from '../../core/tableView.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { createExternalValue } from '../externalValue.ts'

const typedByKind = createExternalValue<Readonly<Partial<Record<EditableKind, string>>>>({})

/** The text in the search field of a table. */
export function useTypedQuery(kind: EditableKind): string {
  return typedByKind.use()[kind] ?? ''
}

/** For code outside React. */
export function typedQuery(kind: EditableKind): string {
  return typedByKind.get()[kind] ?? ''
}

export function typeQuery(kind: EditableKind, text: string): void {
  typedByKind.set({ ...typedByKind.get(), [kind]: text })
}

type Filters = readonly ColumnFilter[]

const NO_FILTERS: Filters = []
const filtersByKind = createExternalValue<Readonly<Partial<Record<EditableKind, Filters>>>>({})

/** The filters of the columns of a table; the same list until one changes. */
export function useColumnFilters(kind: EditableKind): Filters {
  return filtersByKind.use()[kind] ?? NO_FILTERS
}

/** For code outside React. */
export function columnFilters(kind: EditableKind): Filters {
  return filtersByKind.get()[kind] ?? NO_FILTERS
}

export function setColumnFilters(kind: EditableKind, filters: Filters): void {
  filtersByKind.set({ ...filtersByKind.get(), [kind]: filters })
}

const picturesByKind = createExternalValue<Readonly<Partial<Record<EditableKind, PictureName>>>>({})

/** What the records of a kind are looked at by; null for the table. */
export function usePicture(kind: EditableKind): PictureName | null {
  return picturesByKind.use()[kind] ?? null
}

/** The same, for what is no part of a screen. */
export const pictureNow = (kind: EditableKind): PictureName | null => picturesByKind.get()[kind] ?? null

export function showPicture(kind: EditableKind, picture: PictureName | null): void {
  const { [kind]: _, ...others } = picturesByKind.get()
  picturesByKind.set(picture === null ? others : { ...others, [kind]: picture })
}

/** What a view looks for. */
export interface LookedFor {
  readonly query: string
  readonly filters?: Filters | undefined
}

/** Looks for what a view looks for, or for nothing. */
export function lookFor(kind: EditableKind, view: LookedFor | null): void {
  typeQuery(kind, view?.query ?? '')
  setColumnFilters(kind, view?.filters ?? NO_FILTERS)
}

/** Is there nothing typed, and no filter? */
export function looksForNothing(kind: EditableKind): boolean {
  return typedQuery(kind) === '' && columnFilters(kind).length === 0
}

export interface Shown {
  readonly shown: number
  readonly total: number
}

const shownNow = createExternalValue<Shown | null>(null)

/** Told by the table on screen; null when there is none. */
export const setShown = shownNow.set
export const useShown = shownNow.use

/** Forgets every search: it may hold names. */
export function dropSearches(): void {
  typedByKind.set({})
  filtersByKind.set({})
  picturesByKind.set({})
  shownNow.set(null)
}
