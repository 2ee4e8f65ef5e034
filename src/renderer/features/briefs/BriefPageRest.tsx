/** The end of a brief: patterns, how to read it, and the sources by kind and reliability. */
import type { BriefContent } from '../../../core/redaction/briefData.ts'
import { compareRecordCounts, recordCountInWords } from '../../../shared/briefWords/numberWords.ts'
import { dateInWords } from './briefDates.ts'
import { briefLabel } from './briefVocabulary.ts'
import type { BriefWords } from './briefWords.ts'

export interface BriefPageRestProps {
  readonly data: BriefContent
  readonly words: BriefWords
  /** How to read it, a paragraph each. */
  readonly reading: readonly string[]
}

type Tally = readonly (readonly [string, string])[]

export function BriefPageRest({ data, words, reading }: BriefPageRestProps) {
  const { say, language } = words
  const { byPeriod, byViolationType } = data.statistics
  const periods = [...byPeriod]
    .sort((a, b) => Number(a.code > b.code) - Number(a.code < b.code))
    .map(({ code, count }) => [dateInWords(code, words), recordCountInWords(count, say)] as const)
  const kinds = byViolationType
    .map(({ code, count }) => ({ name: briefLabel('violation', code, language), count }))
    .sort((a, b) => compareRecordCounts(a.count, b.count) || Number(a.name > b.name) * 2 - 1)
    .map(({ name, count }) => [name, recordCountInWords(count, say)] as const)
  return (
    <>
      {periods.length + kinds.length === 0 ? null : (
        <section>
          <h4>{say('heading.patterns')}</h4>
          <Tallies title={say('patterns.byPeriod')} rows={periods} />
          <Tallies title={say('patterns.byKind')} rows={kinds} />
          {kinds.length === 0 ? null : <p className="page__lead">{say('patterns.note')}</p>}
        </section>
      )}
      <section>
        <h4>{say('heading.read')}</h4>
        <ul className="page__notes">
          {reading.map((paragraph) => (
            <li key={paragraph}>{paragraph}</li>
          ))}
        </ul>
      </section>
      {data.sources.length === 0 ? null : (
        <section>
          <h4>{say('heading.sources')}</h4>
          <p className="page__lead">{say('sources.intro')}</p>
          <Tallies rows={sourceTallies(data, words)} />
        </section>
      )}
    </>
  )
}

/** Sources that are alike count together. */
function sourceTallies({ sources }: BriefContent, { coded }: BriefWords): Tally {
  const names = sources.map(({ kind, reliability, access }) =>
    [
      coded('sourceKind', kind),
      `${reliability} · ${coded('reliability', reliability)}`,
      coded('access', access ?? 'unknown'),
    ].join(', '),
  )
  return [...Map.groupBy(names, (name) => name)].map(([name, alike]) => [name, String(alike.length)] as const)
}

function Tallies({ title, rows }: { readonly title?: string; readonly rows: Tally }) {
  if (rows.length === 0) return null
  return (
    <div className="page__tallies">
      {title === undefined ? null : <h5>{title}</h5>}
      <dl>
        {rows.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
