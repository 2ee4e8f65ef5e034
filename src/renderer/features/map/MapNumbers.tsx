/** The map in numbers: beside it in short, or in its place as a table. What cannot be drawn stands here, never nowhere. */
import type { CountryCount, MapCounts } from '../../../core/mapView/mapCounts.ts'
import { UNPLACED } from '../../../core/mapView/mapPlace.ts'
import { countryName } from '../../placeWords.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'

export interface MapNumbersProps {
  readonly counts: MapCounts
  /** With a column for each way of drawing. */
  readonly isWhole: boolean
  readonly onCountry: (country: string) => void
}

const WAYS = ['points', 'areas', 'whole'] as const

export function MapNumbers({ counts, isWhole, onCountry }: MapNumbersProps) {
  const { t, locale } = useLanguage()
  const number = new Intl.NumberFormat(locale)
  const { total, placed, unplaced, byCountry } = counts
  const sumOf = (way: (typeof WAYS)[number]) => byCountry.reduce((sum, each) => sum + each[way], 0)
  const nameOf = ({ country }: CountryCount) =>
    country === null ? t('map.noCountry') : countryName(country, locale)
  const empty = isWhole ? WAYS.map((way) => <td key={way} />) : null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls by keyboard
    <section className="map__numbers" aria-label={t('map.numbers')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('map.column.country')}</th>
            {isWhole
              ? WAYS.map((way) => (
                  <th key={way} scope="col" className="map__number">
                    {t(`map.way.${way}`)}
                  </th>
                ))
              : null}
            <th scope="col" className="map__number">
              {t('map.column.records')}
            </th>
          </tr>
        </thead>
        <tbody>
          {byCountry.map((each) => (
            <tr key={each.country ?? ''}>
              <th scope="row">
                {each.country === null ? (
                  nameOf(each)
                ) : (
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={`${nameOf(each)}: ${t('map.filterTo')}`}
                    onPress={() => onCountry(each.country ?? '')}
                  >
                    {nameOf(each)}
                  </Button>
                )}
              </th>
              {isWhole
                ? WAYS.map((way) => (
                    <td key={way} className="map__number">
                      {number.format(each[way])}
                    </td>
                  ))
                : null}
              <td className="map__number">{number.format(each.total)}</td>
            </tr>
          ))}
          <tr className="map__sum">
            <th scope="row">{t('map.placed')}</th>
            {isWhole
              ? WAYS.map((way) => (
                  <td key={way} className="map__number">
                    {number.format(sumOf(way))}
                  </td>
                ))
              : null}
            <td className="map__number">{number.format(placed)}</td>
          </tr>
          {UNPLACED.map((why) =>
            unplaced[why] === 0 ? null : (
              <tr key={why}>
                <th scope="row">{t(`map.unplaced.${why}`)}</th>
                {empty}
                <td className="map__number">{number.format(unplaced[why])}</td>
              </tr>
            ),
          )}
          <tr className="map__sum">
            <th scope="row">{t('map.total')}</th>
            {empty}
            <td className="map__number">{number.format(total)}</td>
          </tr>
        </tbody>
      </table>
      <p className="field__hint">{t('map.note')}</p>
      <p className="field__hint">{t('map.outline')}</p>
    </section>
  )
}
