/**
 * The pages of a brief as text: the same words in the same order as the layout sets them, without pictures. For whoever
 * reads the screen instead of the paper. Each function stands for the file of `resources/brief/` of that name.
 */
import type { BriefLayout } from '../core/redaction/briefData.ts'
import type { BriefOutline, OutlineBlock } from '../shared/briefOutline.ts'
import type { BriefPage, Table } from './briefPage.ts'
import type { ClaimGroup, PageClaim } from './claimGroups.ts'
import type { IncidentRow } from './incidentRows.ts'
import type { Ask, HelpEntry } from './outreach.ts'
import type { Reading } from './reading.ts'
import type { FormField } from './unForm.ts'

/** @param layout that the page was made for. */
export function briefOutline(page: BriefPage, layout: BriefLayout): BriefOutline {
  return {
    language: page.language,
    rightToLeft: page.rightToLeft,
    blocks: [...head(page), ...BODIES[layout](page)],
  }
}

const BODIES: Readonly<Record<BriefLayout, (page: BriefPage) => OutlineBlock[]>> = {
  general,
  urgent,
  annex,
  'un-disappearances': unForm,
  'un-executions': unForm,
}

const heading = (level: 1 | 2 | 3, text: string): OutlineBlock => ({ kind: 'heading', level, text })
const text = (
  words: string | null,
  tone: 'plain' | 'quiet' | 'strong' | 'warning' = 'plain',
): OutlineBlock[] => (words === null || words === '' ? [] : [{ kind: 'text', tone, text: words }])
const quiet = (words: string | null) => text(words, 'quiet')

function head(page: BriefPage): OutlineBlock[] {
  return [
    ...quiet(page.kicker),
    heading(1, page.title),
    { kind: 'facts', rows: [...page.facts, { name: page.tlp, value: page.tlpMeaning }] },
    ...page.introduction.flatMap((words) => text(words)),
  ]
}

function general(page: BriefPage): OutlineBlock[] {
  const { incidents, narratives } = page
  return [
    heading(2, page.summary.title),
    ...text(page.summary.sentences.join(' ')),
    ...claims(page, page.claims.groups),
    heading(2, incidents.title),
    ...quiet(incidents.intro),
    ...incidentTable(page, incidents.rows),
    ...(narratives.items.length === 0 ? [] : [heading(2, narratives.title), ...quiet(narratives.intro)]),
    ...narratives.items.map(
      ({ number, title, summary, facts }): OutlineBlock => ({
        kind: 'entry',
        number,
        title: title ?? '',
        lines: summary === null ? [] : [summary],
        facts,
      }),
    ),
    ...people(page),
    ...patterns(page, true),
    ...map(page),
    ...before(page),
    ...(page.asks.items.length === 0 ? [] : [heading(2, page.asks.title)]),
    ...page.asks.items.map(ask),
    ...help(page, page.help.entries),
    ...reading(page.read.title, page.read, true),
    ...sources(page),
  ]
}

function urgent(page: BriefPage): OutlineBlock[] {
  if (page.urgent === null) return []
  const { who, what, asks, help: entries } = page.urgent
  return [
    heading(2, who.title),
    ...who.lines.flatMap((words) => text(words)),
    heading(2, what.title),
    ...what.claims.map((each) => claim(page, each, false)),
    ...quiet(what.moreClaims),
    ...quiet(what.shown),
    ...incidentTable(page, what.rows),
    heading(2, asks.title),
    ...text(asks.none),
    ...asks.items.map(ask),
    ...help(page, entries),
  ]
}

function annex(page: BriefPage): OutlineBlock[] {
  if (page.annex === null) return []
  return [
    ...page.annex.intro.flatMap((words) => text(words)),
    heading(2, page.summary.title),
    ...text(page.summary.sentences.join(' ')),
    ...patterns(page, false),
    ...map(page),
    ...page.annex.tables.flatMap(({ title, columns, rows }) => [heading(2, title), table(columns, rows)]),
    ...reading(page.annex.method, page.read, false),
  ]
}

function unForm(page: BriefPage): OutlineBlock[] {
  if (page.form === null) return []
  const { source, legend, none, cases, others, claims: rest } = page.form
  return [
    ...quiet(source),
    ...quiet(legend),
    ...text(none, 'strong'),
    ...cases.flatMap((each) => [
      heading(2, each.title),
      ...each.sections.flatMap((section) => [
        heading(3, section.title),
        { kind: 'facts', rows: section.fields.map(formRow) } satisfies OutlineBlock,
        ...section.claims.map((said) => claim(page, said, true)),
      ]),
    ]),
    ...(others.rows.length === 0 ? [] : [heading(2, others.title), ...incidentTable(page, others.rows)]),
    ...(rest.length === 0 ? [] : claims(page, rest)),
    ...people(page),
    ...reading(page.read.title, page.read, true),
    ...sources(page),
  ]
}

const formRow = ({ name, values, isMissing }: FormField) => ({
  name,
  value: isMissing ? `[${values.join(' ')}]` : values.join('\n'),
})

function claims(page: BriefPage, groups: readonly ClaimGroup[]): OutlineBlock[] {
  return [
    heading(2, page.claims.title),
    ...text(page.claims.none),
    ...groups.flatMap((group) => [
      heading(3, group.title),
      ...quiet(group.lead),
      ...group.claims.map((each) => claim(page, each, true)),
    ]),
  ]
}

function claim({ bar }: BriefPage, each: PageClaim, withFacts: boolean): OutlineBlock {
  const { number, status, kind, wording, withheld, facts } = each
  return {
    kind: 'entry',
    number,
    title: `${status} · ${kind}`,
    lines: [wording ?? `${bar} ${withheld}`],
    facts: withFacts ? facts : [],
  }
}

/** Without the columns that are empty in every row, as on paper. */
function incidentTable(page: BriefPage, rows: readonly IncidentRow[]): OutlineBlock[] {
  if (rows.length === 0) return []
  const cells = rows.map(({ number, period, place, kinds, status, people: affected, claims: named }) => [
    number,
    period,
    place,
    kinds,
    status,
    affected.join('\n'),
    named,
  ])
  const shown = page.incidents.columns.map((_, at) => cells.some((row) => row[at] !== ''))
  const kept = (row: readonly string[]) => row.filter((_, at) => shown[at])
  return [table(kept(page.incidents.columns), cells.map(kept))]
}

const table = (columns: readonly string[], rows: readonly (readonly string[])[]): OutlineBlock => ({
  kind: 'table',
  columns,
  rows,
})

function titled(part: { readonly title: string; readonly intro: string } & Table): OutlineBlock[] {
  return part.rows.length === 0
    ? []
    : [heading(2, part.title), ...quiet(part.intro), table(part.columns, part.rows)]
}
const people = (page: BriefPage) => titled(page.people)
const sources = (page: BriefPage) => titled(page.sources)

/** The numbers of the pictures. */
function patterns({ patterns: part }: BriefPage, all: boolean): OutlineBlock[] {
  const { timeline, charts, further } = part
  if (timeline === null && charts.length === 0 && further.length === 0) return []
  const counted = [...(all || timeline === null ? charts : []), ...further].flatMap(({ title, bars }) => [
    heading(3, title),
    table(
      [],
      bars.map(({ name, count }) => [name, count]),
    ),
  ])
  const drawn =
    timeline === null
      ? []
      : [
          heading(3, timeline.title),
          ...quiet(timeline.note),
          table(
            [timeline.kindColumn, ...namedColumns(timeline)],
            timeline.rows.map(({ name, cells }) => [name, ...cells.map((cell) => cell.text)]),
          ),
          ...quiet(timeline.legend),
          ...quiet(timeline.shiftNote),
        ]
  return [heading(2, part.title), ...quiet(part.note), ...drawn, ...counted]
}

/** Each column with its year, which stands above several of them on paper. */
function namedColumns({ years, columns }: NonNullable<BriefPage['patterns']['timeline']>): string[] {
  const yearOf = years.flatMap((year) => Array.from({ length: year.span }, () => year.text))
  return columns.map((words, at) => {
    const year = yearOf[at] ?? ''
    return year === '' ? words : `${words} ${year}`
  })
}

function map({ map: part }: BriefPage): OutlineBlock[] {
  if (part === null) return []
  return [
    heading(2, part.title),
    ...quiet(part.note),
    table(part.columns, part.rows),
    ...part.remarks.flatMap((words) => quiet(words)),
  ]
}

function before(page: BriefPage): OutlineBlock[] {
  const { before: part } = page.patterns
  if (part.claims.length === 0) return []
  return [heading(3, part.title), ...part.claims.map((each) => claim(page, each, false))]
}

function ask({ what, to, text: asked, facts }: Ask): OutlineBlock {
  const lines = asked === null ? [to] : [to, `${asked.label} ${asked.words}`]
  return { kind: 'entry', number: '', title: what, lines, facts }
}

function help({ help: part }: BriefPage, entries: readonly HelpEntry[]): OutlineBlock[] {
  if (entries.length === 0) return []
  return [
    heading(2, part.title),
    ...quiet(part.intro),
    ...text(part.warning, 'warning'),
    ...entries.flatMap(({ organisation, kind, offers, ways, facts, warnings }): OutlineBlock[] => [
      {
        kind: 'entry',
        number: '',
        title: [organisation, kind].filter((each) => each !== '').join(' · '),
        lines: [offers, ...ways.map((way) => `${way.name}: ${way.text}`)],
        facts,
      },
      ...warnings.flatMap((words) => text(words, 'warning')),
    ]),
  ]
}

function reading(title: string, { paragraphs, scales }: Reading, withScales: boolean): OutlineBlock[] {
  return [
    heading(2, title),
    ...paragraphs.flatMap((words) => text(words)),
    ...(withScales ? scales : []).flatMap((scale): OutlineBlock[] => [
      heading(3, scale.title),
      { kind: 'facts', rows: scale.steps.map(({ grade, words }) => ({ name: grade, value: words })) },
    ]),
  ]
}
