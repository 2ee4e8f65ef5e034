/**
 * The page as the reader will see it, made from the redacted copy alone and worded in the brief's language. The order
 * is that of the finished document (briefs.md).
 */
import { useMemo } from 'react'
import type { BriefContent } from '../../../core/redaction/briefData.ts'
import { withMaskWords } from '../../../shared/briefWords/maskWords.ts'
import { readingParagraphs } from '../../../shared/briefWords/readingWords.ts'
import { visibleText } from '../../visibleText.ts'
import { BriefPageClaims } from './BriefPageClaims.tsx'
import { BriefPageIncidents } from './BriefPageIncidents.tsx'
import { BriefPageNarratives } from './BriefPageNarratives.tsx'
import { BriefPageOutreach } from './BriefPageOutreach.tsx'
import { BriefPageRest } from './BriefPageRest.tsx'
import { dateInWords } from './briefDates.ts'
import { headFacts } from './briefRows.ts'
import { briefWords } from './briefWords.ts'

export function BriefPage({ data: written }: { readonly data: BriefContent }) {
  const data = useMemo(() => withMaskWords(written, (language) => briefWords(language).say), [written])
  const words = briefWords(data.language)
  const { say, coded } = words
  const reading = useMemo(() => readingParagraphs(written, say), [written, say])
  const claimCount = data.claims.filter((claim) => claim.status !== 'superseded').length
  return (
    <article className="page" lang={data.language} dir={words.direction}>
      <header className="page__head">
        <p className="page__kicker">
          <span>{say('head.kicker')}</span>
          <span>
            <bdi className="page__tlp">{say('label.tlp', { label: data.label })}</bdi>{' '}
            {coded('label', data.label)}
          </span>
        </p>
        <h3 className="page__title" dir="auto">
          {visibleText(data.title)}
        </h3>
        <dl className="page__facts">
          {headFacts(data, words).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </header>
      {data.introduction === '' ? null : <Introduction text={data.introduction} />}
      <section>
        <h4>{say('heading.summary')}</h4>
        <p>
          {say('summary.incidents', { count: data.incidents.length })}{' '}
          {data.period === null ? '' : say('summary.period', { period: dateInWords(data.period, words) })}{' '}
          {say('summary.claims', { count: claimCount })}{' '}
          {claimCount === 0 ? '' : say('summary.sources', { count: data.sources.length })}{' '}
          {say('summary.records')}
        </p>
      </section>
      <BriefPageClaims data={data} words={words} />
      <BriefPageIncidents incidents={data.incidents} order={data.order} words={words} />
      <BriefPageNarratives data={data} words={words} />
      <BriefPageOutreach data={data} words={words} />
      <BriefPageRest data={data} words={words} reading={reading} />
    </article>
  )
}

/** A blank line begins a new paragraph. */
function Introduction({ text }: { readonly text: string }) {
  return (
    <section>
      {text.split(/\n\s*\n/u).map((paragraph) => (
        <p key={paragraph} dir="auto">
          {visibleText(paragraph)}
        </p>
      ))}
    </section>
  )
}
