/** What incidents are counted or laid out by, and the words of its codes. */
import { useEffect, useMemo } from 'react'
import type { CodesOf } from '../../../core/views/codeIndex.ts'
import {
  perpetratorsOf,
  placesOf,
  readTypedPlace,
  statusOf,
  victimGroupsOf,
  violationsOf,
} from '../../../core/views/incidentKeys.ts'
import type { MessageKey } from '../../../shared/i18n/catalogue.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { codeWords } from '../../codeWords.ts'
import {
  needPlaceNames,
  placeLanguage,
  useAreNamesReady,
  useArePlacesUnread,
  useGazetteer,
} from '../../places.ts'
import { countryName } from '../../placeWords.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import { useTermLabel } from '../../vocabularies.ts'

/** Fields whose codes have a row or a lane. */
export const FIELDS = ['violation', 'place', 'perpetrator', 'status', 'victims', 'sourceKind'] as const
export type Field = (typeof FIELDS)[number]

/** The codes of incidents by field; null while the names of places are read. */
export interface IncidentCodes {
  readonly violation: CodesOf<IncidentRow>
  readonly victims: CodesOf<IncidentRow>
  readonly perpetrator: CodesOf<IncidentRow>
  readonly status: CodesOf<IncidentRow>
  readonly place: CodesOf<IncidentRow> | null
  /** Can the names of places not be read? */
  readonly arePlacesUnread: boolean
}

/** @param needsPlaces asks for the names of places, which are many. */
export function useIncidentCodes(needsPlaces: boolean): IncidentCodes {
  const gazetteer = useGazetteer()
  const areNamesReady = useAreNamesReady()
  const arePlacesUnread = useArePlacesUnread()
  useEffect(() => {
    if (needsPlaces) void needPlaceNames()
  }, [needsPlaces])
  const places = areNamesReady ? gazetteer : null
  return useMemo(
    () => ({
      violation: violationsOf,
      victims: victimGroupsOf,
      perpetrator: perpetratorsOf,
      status: statusOf,
      place: places === null ? null : placesOf(places),
      arePlacesUnread,
    }),
    [places, arePlacesUnread],
  )
}

/** The words of a code of a field. */
export type KeyWords = (field: Field, key: string) => string

export function useKeyWords(): KeyWords {
  const { t, language, locale, comma } = useLanguage()
  const termLabel = useTermLabel()
  const gazetteer = useGazetteer()
  const persons = useRecords('persons')
  const organisations = useRecords('organisations')
  return useMemo(() => {
    const place = (key: string): string => {
      const typed = readTypedPlace(key)
      const code = typed === null ? key : typed.country
      const name = typed?.name ?? gazetteer?.nameOf(key, placeLanguage(language)) ?? key
      const country = code === null ? null : (gazetteer?.atLevel(code, 'country') ?? code.slice(0, 2))
      if (country === null) return name
      if (country === key) return countryName(country, locale)
      return [name, countryName(country, locale)].join(comma)
    }
    const words: Readonly<Record<Field, (key: string) => string>> = {
      violation: (key) => termLabel('violation-types', key),
      victims: (key) => termLabel('victim-groups', key),
      perpetrator: (key) => persons[key]?.codeName ?? organisations[key]?.name ?? t('views.gone'),
      status: (key) => codeWords(t, 'status.incident', key),
      sourceKind: (key) => codeWords(t, 'sourceKind', key),
      place,
    }
    return (field, key) => visibleTurns(words[field](key))
  }, [t, language, locale, comma, termLabel, gazetteer, persons, organisations])
}

/** What a field is called. */
export const FIELD_NAMES = {
  violation: 'views.field.violation',
  place: 'views.field.place',
  perpetrator: 'views.field.perpetrator',
  status: 'views.field.status',
  victims: 'views.field.victims',
  sourceKind: 'views.field.sourceKind',
} as const satisfies Record<Field, MessageKey>

/** What it is called when an incident has nothing there. */
export const NOTHING_WORDS = {
  violation: 'views.nothing.violation',
  place: 'views.nothing.place',
  perpetrator: 'views.nothing.perpetrator',
  status: 'views.nothing.status',
  victims: 'views.nothing.victims',
  sourceKind: 'views.nothing.sourceKind',
} as const satisfies Record<Field, MessageKey>
