/** What is typed in the search field, by table, and how much of the table it leaves. Dropped on lock. */
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
  shownNow.set(null)
}
