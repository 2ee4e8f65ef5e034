/** Columns for the periods one after the other, those without anything too; marked where the sources changed as well. */
import type { PeriodRow } from '../../../core/views/periodRows.ts'
import { dateWords } from '../../dateWords.ts'
import { useLanguage } from '../../text.ts'
import { type Measure, valueIn, valueWords } from './measures.ts'

export interface PeriodColumnsProps {
  readonly periods: readonly PeriodRow[]
  readonly measure: Measure
}

/** More marks than these are listed in the table alone. */
const MOST_SHIFTS = 4
const WIDEST_REM = 4

export function PeriodColumns({ periods, measure }: PeriodColumnsProps) {
  const language = useLanguage()
  const { t } = language
  const most = Math.max(1, ...periods.map(({ tally }) => valueIn(tally, measure).high))
  const width = { maxInlineSize: `${periods.length * WIDEST_REM}rem` }
  const share = (number: number) => `${(number / most) * 100}%`
  const shifts = periods.filter(({ shift }) => shift !== null)
  const largest = shifts
    .toSorted((a, b) => changeOf(b) - changeOf(a))
    .slice(0, MOST_SHIFTS)
    .toSorted((a, b) => periods.indexOf(a) - periods.indexOf(b))
  const end = (row: PeriodRow | undefined) =>
    row === undefined ? '' : dateWords(row.period, language, 'short')
  return (
    <>
      <div className="columns" aria-hidden="true">
        <span className="columns__most">{new Intl.NumberFormat(language.locale).format(most)}</span>
        <div className="columns__plot" style={width}>
          {periods.map(({ period, tally, shift }) => {
            const { low, high } = valueIn(tally, measure)
            return (
              <span
                key={period}
                className="columns__period"
                title={`${dateWords(period, language)}${language.colon}${valueWords(tally, measure, language)}`}
              >
                <span className="columns__high" style={{ blockSize: share(high - low) }} />
                <span className="columns__low" style={{ blockSize: share(low) }} />
                <span className="columns__mark">{shift === null ? '' : '◆'}</span>
              </span>
            )
          })}
        </div>
        <span className="columns__ends" style={width}>
          <span>{end(periods[0])}</span>
          {periods.length > 1 ? <span>{end(periods.at(-1))}</span> : null}
        </span>
      </div>
      {shifts.length === 0 ? null : (
        <div className="shifts">
          <p>{t('patterns.shifts', { count: shifts.length })}</p>
          <ul>
            {largest.map(({ period, shift }) => (
              <li key={period}>
                {t('patterns.shift', {
                  when: dateWords(period, language),
                  before: shift?.before ?? 0,
                  now: shift?.now ?? 0,
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

const changeOf = ({ shift }: PeriodRow): number => Math.abs((shift?.now ?? 0) - (shift?.before ?? 0))
