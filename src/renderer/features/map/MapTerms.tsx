/** What the map has added to the search, each in words and with a way to take it away; and what that has left out. */
import { useRef } from 'react'
import { type PictureTermKind, pictureTerm, withPictureTerm } from '../../../core/queryTerms/pictureTerms.ts'
import { countryName } from '../../placeWords.ts'
import { typedQuery, typeQuery, useTypedQuery } from '../../table/tableSearch.ts'
import { type Language, useLanguage } from '../../text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { LeftOutOfBox } from './LeftOutOfBox.tsx'

const KIND = 'incidents'
const KINDS = ['box', 'place'] as const
type MapTermKind = (typeof KINDS)[number]

/** Puts a term of the map in place of the one of its kind; with null, takes that away. */
export const selectOnMap = (kind: PictureTermKind, term: string | null): void =>
  typeQuery(KIND, withPictureTerm(typedQuery(KIND), kind, term))

export function MapTerms() {
  const language = useLanguage()
  const { t } = language
  const query = useTypedQuery(KIND)
  const list = useRef<HTMLElement>(null)
  const terms = KINDS.flatMap((kind) => {
    const term = pictureTerm(query, kind)
    return term === null ? [] : [{ kind, term }]
  })
  if (terms.length === 0) return null
  const remove = (kind: MapTermKind) => {
    selectOnMap(kind, null)
    // What had the focus is gone; after the last, the map has it.
    requestAnimationFrame(() => {
      const next = list.current?.querySelector('button') ?? document.querySelector<HTMLElement>('.map__sheet')
      next?.focus()
    })
  }
  return (
    <section className="filters map__terms" aria-label={t('map.terms')} ref={list}>
      {terms.map(({ kind, term }) => (
        <Chip key={kind} text={termWords(kind, term, language)} onRemove={() => remove(kind)} />
      ))}
      {terms.some(({ kind }) => kind === 'box') ? <LeftOutOfBox query={query} /> : null}
    </section>
  )
}

function termWords(kind: MapTermKind, term: string, { t, locale }: Language): string {
  const value = term.slice(kind.length + 1)
  if (kind === 'place') return t('map.term.place', { country: countryName(value, locale) })
  const [west = 0, south = 0, east = 0, north = 0] = value.split(',').map(Number)
  return t('map.term.box', {
    latitudes: degrees([south, north], locale),
    longitudes: degrees([west, east], locale),
  })
}

/** As numbers of the language, with the sign of what lies south or west. */
function degrees(values: readonly number[], locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 2,
    style: 'unit',
    unit: 'degree',
    unitDisplay: 'narrow',
  })
  return values.map((value) => format.format(value)).join(' … ')
}
