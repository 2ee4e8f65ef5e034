/**
 * What the template lays out: every word, date and number already in the reader's language and in print order.
 * The template does layout alone; anything that needs a rule is decided here, where it can be tested.
 */
import type { BriefData, BriefLanguage, BriefLayout } from '../core/redaction/briefData.ts'
import type { Confidentiality } from '../core/vocabularyCodes.ts'
import { categoryInWords } from '../shared/briefWords/categoryWords.ts'
import { withMaskWords } from '../shared/briefWords/maskWords.ts'
import { periodShown } from '../shared/briefWords/readingWords.ts'
import { regionList } from '../shared/briefWords/regionList.ts'
import { type Annex, annexOf } from './annexTables.ts'
import { dateInWords, dayInWords } from './briefDates.ts'
import { type BriefText, briefText, isRightToLeft } from './briefText.ts'
import { type ClaimGroup, claimGroups, type PageClaim, type StatusShape } from './claimGroups.ts'
import { type IncidentRow, incidentColumns, incidentRows } from './incidentRows.ts'
import { type BriefMap, briefMap } from './map/briefMap.ts'
import { type Narrative, narratives, peopleTable } from './narratives.ts'
import { type Ask, asks, type HelpEntry, helpEntries } from './outreach.ts'
import { type Chart, charts, furtherCharts } from './patternCharts.ts'
import { type PeriodChart, periodChart } from './periodChart.ts'
import { placeInWords } from './placeWords.ts'
import { printableStrings } from './printableText.ts'
import { type Reading, reading } from './reading.ts'
import { sourceTable } from './sourceTable.ts'
import { summarySentences } from './summary.ts'
import { type UnForm, type UnLayout, unForm } from './unForm.ts'
import { type UrgentPage, urgentPage } from './urgentPage.ts'

/** The words for a vocabulary code in a language; gives the code itself when there are none. */
export type Label = (code: string, language: BriefLanguage) => string

/** What the parts of a page are made with. */
export interface PageWords {
  readonly language: BriefLanguage
  readonly say: BriefText
  readonly label: (code: string) => string
}

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface BriefPage {
  readonly language: BriefLanguage
  readonly rightToLeft: boolean
  readonly title: string
  readonly subject: string
  /** Year, month, day: the only date in the file. */
  readonly date: readonly [number, number, number]
  /** What kind of document it is. */
  readonly kicker: string
  /** Paragraphs of the user's own; none when there is no introduction. */
  readonly introduction: readonly string[]
  readonly tlp: string
  readonly tlpMeaning: string
  readonly tlpTone: 'clear' | 'green' | 'amber' | 'red'
  /** Words around the two counters, which only the typesetter knows. */
  readonly footer: readonly { readonly text?: string; readonly counter?: 'page' | 'pages' }[]
  readonly bar: string
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  readonly summary: {
    readonly title: string
    readonly sentences: readonly string[]
    readonly tiles: readonly { readonly count: string; readonly name: string; readonly shape: StatusShape }[]
  }
  readonly claims: {
    readonly title: string
    readonly none: string | null
    readonly groups: readonly ClaimGroup[]
  }
  readonly incidents: {
    readonly title: string
    readonly intro: string
    readonly columns: readonly string[]
    readonly rows: readonly IncidentRow[]
  }
  readonly narratives: {
    readonly title: string
    readonly intro: string
    readonly items: readonly Narrative[]
  }
  readonly people: { readonly title: string; readonly intro: string } & Table
  readonly patterns: {
    readonly title: string
    /** Null where no kinds are shown. */
    readonly note: string | null
    readonly timeline: PeriodChart | null
    readonly charts: readonly Chart[]
    /** In an annex alone. */
    readonly further: readonly Chart[]
    /** Claims that it is new, or is not. */
    readonly before: { readonly title: string; readonly claims: readonly PageClaim[] }
  }
  readonly map: BriefMap | null
  readonly asks: { readonly title: string; readonly items: readonly Ask[] }
  readonly help: {
    readonly title: string
    readonly intro: string
    readonly warning: string
    readonly entries: readonly HelpEntry[]
  }
  readonly read: Reading
  readonly sources: { readonly title: string; readonly intro: string } & Table
  /** For the layout of that name alone; null for the others. */
  readonly urgent: UrgentPage | null
  readonly form: UnForm | null
  readonly annex: Annex | null
}

const TLP_TONE: Readonly<Record<Confidentiality, BriefPage['tlpTone']>> = {
  CLEAR: 'clear',
  GREEN: 'green',
  AMBER: 'amber',
  'AMBER+STRICT': 'amber',
  RED: 'red',
}

/** Lays the words of a brief out for the template. Pure; equal data give equal pages. */
export function createBriefPage(written: BriefData, label: Label): BriefPage {
  const data = withMaskWords(written, briefText)
  const { language } = data
  const say = briefText(language)
  const words: PageWords = {
    language,
    say,
    label: (code) => categoryInWords(code, say) ?? label(code, language),
  }
  const groups = claimGroups(data, words)
  const help = helpEntries(data, words)
  const timeline = periodChart(data, words)
  const isNovelty = new Set(data.claims.flatMap(({ kind, id }) => (kind === 'novelty' ? [id] : [])))
  return printableStrings<BriefPage>({
    language,
    rightToLeft: isRightToLeft(language),
    title: data.title,
    subject: say('document.subject'),
    date: calendarDate(data.asOf),
    kicker: say(data.layout === 'general' ? 'head.kicker' : `head.kicker.${data.layout}`),
    introduction: data.introduction.split(/\n\s*\n/u).filter((text) => text.trim() !== ''),
    tlp: say('label.tlp', { label: data.label }),
    tlpMeaning: say(`label.${data.label}`),
    tlpTone: TLP_TONE[data.label],
    footer: footer(say),
    bar: say('bar.redacted'),
    facts: facts(data, words),
    summary: {
      title: say('heading.summary'),
      sentences: summarySentences(data, words),
      tiles: groups.map((group) => ({
        count: String(group.claims.length),
        name: group.title,
        shape: group.shape,
      })),
    },
    claims: {
      title: say('heading.claims'),
      none: groups.length === 0 ? say('claims.none') : null,
      groups,
    },
    incidents: {
      title: say('heading.incidents'),
      intro:
        data.incidents.length === 0
          ? say('incidents.none')
          : `${say(`incidents.order.${data.order}`)} ${say('incidents.numbers')}`,
      columns: incidentColumns(say),
      rows: incidentRows(data, words),
    },
    narratives: {
      title: say('heading.narratives'),
      intro: say('narratives.intro'),
      items: narratives(data, words),
    },
    people: { title: say('heading.people'), intro: say('people.intro'), ...peopleTable(data, words) },
    patterns: {
      title: say('heading.patterns'),
      note: data.statistics.byViolationType.length === 0 ? null : say('patterns.note'),
      timeline,
      charts: charts(data, words),
      further: data.layout === 'annex' ? furtherCharts(data, words) : [],
      before: {
        title: say('patterns.before'),
        claims: groups.flatMap((group) => group.claims.filter(({ number }) => isNovelty.has(number))),
      },
    },
    map: briefMap(data, words),
    asks: { title: say('heading.asks'), items: asks(data, words) },
    help: {
      title: say('heading.help'),
      intro: say('help.onlyPublic'),
      warning: say('help.intercepted'),
      entries: help,
    },
    read: reading(written, words),
    sources: { title: say('heading.sources'), intro: say('sources.intro'), ...sourceTable(data, words) },
    urgent: data.layout === 'urgent' ? urgentPage(data, groups, help, words) : null,
    form: isUnLayout(data.layout) ? unForm(data, data.layout, groups, words) : null,
    annex: data.layout === 'annex' ? annexOf(data, words) : null,
  })
}

const isUnLayout = (layout: BriefLayout): layout is UnLayout =>
  layout === 'un-disappearances' || layout === 'un-executions'

function calendarDate(day: string): readonly [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return [year, month, date]
}

/** Splits "Page {page} of {pages}" into words and counters, whichever order the language has them in. */
function footer(say: BriefText): BriefPage['footer'] {
  const [page, pages] = ['\uE000', '\uE001']
  return say('footer.page', { page, pages })
    .split(/([\uE000\uE001])/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === page) return { counter: 'page' }
      return part === pages ? { counter: 'pages' } : { text: part }
    })
}

function facts(data: BriefData, words: PageWords): BriefPage['facts'] {
  const { say, language } = words
  const notGiven = say('head.notGiven')
  const period = periodShown(data)
  return [
    {
      name: say('head.period'),
      value: period === null ? notGiven : dateInWords(period, language),
    },
    {
      name: say('head.region'),
      value: regionList(data.places, (place) => placeInWords(place, words), say) ?? notGiven,
    },
    { name: say('head.asOf'), value: dayInWords(data.asOf, language) },
    { name: say('head.profile'), value: profileName(data.profile, say) },
  ]
}

function profileName({ name, adapted }: BriefData['profile'], say: BriefText): string {
  const profile = say(`profile.${name}`)
  return adapted ? say('profile.adapted', { profile }) : profile
}
