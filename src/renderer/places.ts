/** The gazetteer with the places of the open log, loaded when a control first needs it. */
import { useMemo } from 'react'
import type { Gazetteer } from '../core/places/Gazetteer.ts'
import type { PlaceLanguage } from '../core/places/placeTable.ts'
import { catalogueOf, type UiLanguage } from '../shared/i18n/locale.ts'
import { loadGazetteer } from '../shared/shippedPlaces.ts'
import { createExternalValue } from './externalValue.ts'
import { inSlices } from './nextTask.ts'
import { useRecords } from './store.ts'

const shipped = createExternalValue<Gazetteer | null>(null)

const unread = createExternalValue(false)

/** Begins to load the names of places; asked for when a field that needs them gets the focus. Never rejects. */
export async function needPlaces(): Promise<void> {
  try {
    shipped.set(await loadGazetteer())
    unread.set(false)
  } catch {
    unread.set(true)
  }
}

/** Could the names not be loaded, when that was last tried? */
export const useArePlacesUnread = unread.use

const folded = createExternalValue(false)
let folding: Promise<void> | undefined

/** The same, and makes the shipped names ready to be looked for, in slices between which the window takes keys. */
export function needPlaceNames(): Promise<void> {
  folding ??= foldPlaces()
  return folding
}

async function foldPlaces(): Promise<void> {
  await needPlaces()
  const table = shipped.get()
  if (table === null) {
    // Whoever asks next tries again.
    folding = undefined
    return
  }
  await inSlices(table.foldNames())
  folded.set(true)
}

/** Are the names ready to be looked for? */
export const useAreNamesReady = folded.use

/** Null until {@link needPlaces} was asked for and has ended. */
export function useGazetteer(): Gazetteer | null {
  const table = shipped.use()
  const own = useRecords('places')
  return useMemo(() => table?.withOwn(own) ?? null, [table, own])
}

/** The language of names that goes with a language of the window. */
export const placeLanguage = (language: UiLanguage): PlaceLanguage => catalogueOf(language)
