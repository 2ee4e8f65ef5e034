/** All counts of one panel as a table: incidents, source items, sources and persons in columns of their own. */
import { HARMS } from '../../../core/harms.ts'
import type { Tally } from '../../../core/views/breakdown.ts'
import type { SourceShift } from '../../../core/views/sourceShifts.ts'
import { useLanguage } from '../../text.ts'
import { MEASURE_NAMES, personWords } from './measures.ts'

export interface PatternTableRow {
  readonly key: string
  readonly name: string
  readonly tally: Tally
  readonly shift?: SourceShift | null
}

export interface PatternTableProps {
  readonly label: string
  /** What the rows are. */
  readonly name: string
  readonly rows: readonly PatternTableRow[]
  /** What has nothing given, and what lies across several. */
  readonly rest: readonly PatternTableRow[]
  readonly all: Tally
  /** Are the rows periods, so that changes of the sources are told? */
  readonly hasShifts: boolean
}

export function PatternTable({ label, name, rows, rest, all, hasShifts }: PatternTableProps) {
  const language = useLanguage()
  const { t, locale } = language
  const number = new Intl.NumberFormat(locale)
  const line = ({ key, name: rowName, tally, shift }: PatternTableRow) => (
    <tr key={key}>
      <th scope="row">
        <bdi>{rowName}</bdi>
      </th>
      <td>{number.format(tally.incidents)}</td>
      <td>{number.format(tally.items)}</td>
      <td>{number.format(tally.sources)}</td>
      {hasShifts ? (
        <td>{shift ? t('patterns.shiftCell', { before: shift.before, now: shift.now }) : ''}</td>
      ) : null}
      {HARMS.map((harm) => (
        <td key={harm}>{personWords(tally.persons[harm], language)}</td>
      ))}
    </tr>
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="twin" tabIndex={0} aria-label={label}>
      <table className="twin__table">
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col">{t('patterns.measure.incidents')}</th>
            <th scope="col">{t('patterns.measure.items')}</th>
            <th scope="col">{t('patterns.sources')}</th>
            {hasShifts ? <th scope="col">{t('patterns.sourcesChanged')}</th> : null}
            {HARMS.map((harm) => (
              <th key={harm} scope="col">
                {t(MEASURE_NAMES[harm])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(line)}</tbody>
        <tfoot>
          {rest.map(line)}
          {line({ key: '', name: t('patterns.total'), tally: all })}
        </tfoot>
      </table>
    </section>
  )
}
