/** The counts by one thing: bars or columns, or all of them as a table, and what the total says of them. */
import { useId } from 'react'
import type { Breakdown } from '../../../core/views/breakdown.ts'
import { OTHER_CODES } from '../../../core/views/foldCodes.ts'
import type { PeriodRow } from '../../../core/views/periodRows.ts'
import { useLanguage } from '../../text.ts'
import { BarList } from './BarList.tsx'
import { type Measure, valueIn, valueWords } from './measures.ts'
import { PatternTable } from './PatternTable.tsx'
import { PeriodColumns } from './PeriodColumns.tsx'
import { MOST_MONTHS, type PatternRow, patternRows } from './patternRows.ts'
import type { Dimension } from './usePatterns.ts'
import { ACROSS_NAMES, DIMENSION_NAMES, NONE_NAMES, type PatternWords } from './usePatternWords.ts'

export interface PatternPanelProps {
  readonly dimension: Dimension
  readonly counted: Breakdown
  /** In order and without gaps, where the dimension is one of time. */
  readonly periods?: readonly PeriodRow[] | null
  /** Incidents in months before the first of the periods. */
  readonly earlier?: number
  readonly measure: Measure
  readonly isTable: boolean
  readonly words: PatternWords
}

export function PatternPanel(props: PatternPanelProps) {
  const { dimension, counted, periods, earlier = 0, measure, isTable, words } = props
  const language = useLanguage()
  const { t } = language
  const title = useId()
  const name = t(DIMENSION_NAMES[dimension])
  const acrossName = ACROSS_NAMES[dimension]
  const others = counted.rows.find(({ key }) => key === OTHER_CODES)
  const rest = [
    ...(others === undefined ? [] : [{ key: 'others', name: t('views.others'), tally: others }]),
    ...(acrossName === undefined ? [] : [{ key: 'across', name: t(acrossName), tally: counted.across }]),
    { key: 'none', name: t(NONE_NAMES[dimension]), tally: counted.none },
  ].filter(({ tally }) => tally.incidents > 0)
  const rows: readonly PatternRow[] =
    periods?.map(({ period, tally, shift }) => ({ key: period, tally, shift })) ??
    patternRows(dimension, counted, measure)
  const named = rows.map((row) => ({ ...row, name: words(dimension, row.key) }))
  const hasColumns = periods !== null && periods !== undefined && periods.length > 0
  const barOf = (row: (typeof rest)[number], isRest: boolean) => ({
    key: row.key,
    name: row.name,
    // Beside columns a bar would be of another measure.
    value: hasColumns ? null : valueIn(row.tally, measure),
    words: valueWords(row.tally, measure, language),
    isRest,
  })
  return (
    <section className={dimension === 'month' ? 'pattern pattern--wide' : 'pattern'} aria-labelledby={title}>
      <h2 id={title}>{name}</h2>
      {earlier === 0 ? null : (
        <p className="pattern__total">
          {t('patterns.latestMonths', { months: MOST_MONTHS, count: earlier })}
        </p>
      )}
      {isTable ? (
        <PatternTable
          label={t('patterns.tableOf', { name })}
          name={name}
          rows={named}
          rest={rest}
          all={counted.all}
          hasShifts={hasColumns}
        />
      ) : (
        <>
          {hasColumns ? <PeriodColumns periods={periods} measure={measure} /> : null}
          <BarList
            label={name}
            bars={[
              ...(hasColumns ? [] : named.map((row) => barOf(row, false))),
              ...rest.map((row) => barOf(row, true)),
            ]}
          />
        </>
      )}
      <p className="pattern__total">
        {t('patterns.totalOf', { value: valueWords(counted.all, measure, language) })}
        {counted.inSeveral > 0 ? ` ${t('patterns.inSeveral', { count: counted.inSeveral })}` : null}
      </p>
    </section>
  )
}
