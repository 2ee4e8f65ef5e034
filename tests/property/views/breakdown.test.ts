/** Every count of a picture against the plainest count of the same records (bar S2). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edtfSpan } from '../../../src/core/edtfSpan.ts'
import { HARMS, type Harm } from '../../../src/core/harms.ts'
import { type Breakdown, breakdown, type Tally } from '../../../src/core/views/breakdown.ts'
import { type CodesOf, codeIndex, FIRST_CODE } from '../../../src/core/views/codeIndex.ts'
import { monthKeysOf, seasonKeysOf, yearKeysOf } from '../../../src/core/views/dateKeys.ts'
import { dateSpans } from '../../../src/core/views/dateSpans.ts'
import { foldCodes, OTHER_CODES } from '../../../src/core/views/foldCodes.ts'
import {
  perpetratorsOf,
  placesOf,
  statusOf,
  victimGroupsOf,
  violationsOf,
} from '../../../src/core/views/incidentKeys.ts'
import { figuresOf } from '../../../src/core/views/persons.ts'
import { type ReportingLog, reportLinks } from '../../../src/core/views/reportLinks.ts'
import { loadGazetteer } from '../../../src/shared/shippedPlaces.ts'
import { reportingLog, type ViewedIncident, viewedRows } from '../../support/viewedLogs.ts'

const gazetteer = await loadGazetteer()

type Rows = readonly ViewedIncident[]

/** What a list of incidents counts to, each looked up from the start. */
function naive(rows: Rows, log: ReportingLog): Tally {
  const items = new Set(
    rows.flatMap((row) => itemsOf(row, log)).filter((item) => log.sourceItems[item] !== undefined),
  )
  const sources = new Set(
    [...items].flatMap((item) => log.sourceItems[item]?.source ?? []).filter((id) => log.sources[id]),
  )
  const persons = (harm: Harm) => {
    const figures = rows
      .flatMap(({ counts }) => counts[harm] ?? [])
      .filter((each) => Object.keys(each).length > 0)
    const sum = (of: (figure: (typeof figures)[number]) => number) =>
      figures.reduce((total, figure) => total + of(figure), 0)
    return {
      low: sum(({ low, best }) => low ?? best ?? 0),
      best: sum(({ low, best }) => best ?? low ?? 0),
      isEstimated: figures.every(({ best }) => best !== undefined),
      high: sum(({ low, best, high }) => high ?? best ?? low ?? 0),
      isOpen: figures.some(({ high }) => high === undefined),
      incidents: figures.length,
    }
  }
  return {
    incidents: rows.length,
    items: items.size,
    sources: sources.size,
    persons: {
      killed: persons('killed'),
      injured: persons('injured'),
      detained: persons('detained'),
      missing: persons('missing'),
    },
  }
}

const itemsOf = (row: ViewedIncident, { claims }: ReportingLog): readonly string[] =>
  Object.values(claims)
    .filter(({ id, about }) => row.claims.includes(id) || about.some((each) => each.id === row.id))
    .flatMap(({ evidenceFor }) => evidenceFor.map(({ item }) => item))

/** The keys of an incident in the plainest words; null across several periods. */
type NaiveKeys = (row: ViewedIncident, log: ReportingLog) => readonly string[] | null

/** A year that has not four digits is on no axis. */
const datePart = (row: ViewedIncident, part: (day: string) => string): readonly string[] | null => {
  const span = edtfSpan(row.when)
  const days = [span?.earliest ?? null, span?.latest ?? null]
  if (days.some((day) => day?.startsWith('Y'))) return []
  if (days.some((day) => day === null)) return null
  const [first, last] = days.map((day) => part(day ?? ''))
  return first === last ? [first ?? ''] : null
}
const month = (day: string) => day.slice(0, -3)
const year = (day: string) => day.slice(0, -6)
/** December goes with the year after it. */
const season = (day: string) => {
  const number = Number(day.slice(-5, -3))
  return number === 12
    ? `${Number(year(day)) + 1} 12-02`
    : `${Number(year(day))} ${number < 3 ? '12-02' : number < 6 ? '03-05' : number < 9 ? '06-08' : '09-11'}`
}

const unique = (keys: readonly string[]) => [...new Set(keys)]
const PLACES: Readonly<Record<string, readonly string[]>> = {
  '{"precision":6}': [],
  '{"text":"near Grozny","precision":6}': [],
  '{"country":"RU","precision":6}': ['RU'],
  '{"country":"RU","admin1":"Chechnya","precision":6}': ['RU-CE'],
  '{"country":"RU","admin1":"Чеченская Республика","precision":6}': ['RU-CE'],
  '{"admin1":"Чечня","precision":6}': ['RU-CE'],
  '{"country":"SY","admin1":"nobody knows","precision":6}': ['\u0001SY\u0001nobody knows'],
  '{"country":"SY","admin1":"محافظة إدلب","precision":6}': ['SY-ID'],
}

const NAIVE: Readonly<Record<string, NaiveKeys>> = {
  month: (row) => datePart(row, month),
  year: (row) => datePart(row, year),
  season: (row) => datePart(row, season)?.map((key) => key.slice(-5)) ?? null,
  place: ({ where }) => PLACES[JSON.stringify(where)] ?? ['?'],
  violation: ({ violationTypes }) => unique(violationTypes),
  victims: ({ victimGroups }) => unique(victimGroups),
  perpetrator: ({ involvements }) =>
    unique(involvements.filter(({ role }) => role === 'perpetrator').map(({ who }) => who)),
  status: ({ status }) => [status],
  sourceKind: (row, log) =>
    unique(itemsOf(row, log).flatMap((item) => log.sources[log.sourceItems[item]?.source ?? '']?.kind ?? [])),
}

function counted(by: string, rows: Rows, log: ReportingLog): Breakdown {
  const links = reportLinks(rows, log)
  const spans = dateSpans(rows)
  const keys: Readonly<Record<string, CodesOf<ViewedIncident>>> = {
    month: monthKeysOf(spans),
    year: yearKeysOf(spans),
    season: seasonKeysOf(spans),
    place: placesOf(gazetteer),
    violation: violationsOf,
    victims: victimGroupsOf,
    perpetrator: perpetratorsOf,
    status: statusOf,
    sourceKind: (_, row) => links.kinds.get(row) ?? [],
  }
  const keysOf = keys[by]
  if (keysOf === undefined) throw new Error(by)
  return breakdown(codeIndex(rows, keysOf), links, figuresOf(rows))
}

test.each(Object.keys(NAIVE))('counts by %s are what a plain count of the records gives', (by) => {
  const naiveKeys = NAIVE[by]
  if (naiveKeys === undefined) throw new Error(by)
  fc.assert(
    fc.property(viewedRows, reportingLog, (rows, log) => {
      const keys = rows.map((row) => naiveKeys(row, log))
      const having = (test: (keys: readonly string[] | null) => boolean) =>
        naive(
          rows.filter((_, at) => test(keys[at] ?? null)),
          log,
        )
      const result = counted(by, rows, log)
      const names = unique(keys.flatMap((each) => each ?? []))
      expect(result.rows.map(({ key }) => key).toSorted()).toEqual(names.toSorted())
      for (const { key, ...tally } of result.rows)
        expect(tally).toEqual(having((all) => all?.includes(key) ?? false))
      expect(result.none).toEqual(having((all) => all?.length === 0))
      expect(result.across).toEqual(having((all) => all === null))
      expect(result.all).toEqual(naive(rows, log))
      expect(result.inSeveral).toBe(keys.filter((each) => (each?.length ?? 0) > 1).length)
    }),
    { numRuns: 150 },
  )
})

test('where each incident is in one row, the rows, the undated and those across add up to all of them', () => {
  fc.assert(
    fc.property(viewedRows, reportingLog, (rows, log) => {
      for (const by of ['month', 'season', 'year', 'place', 'status']) {
        const { rows: parts, none, across, all } = counted(by, rows, log)
        const whole = [...parts, none, across]
        expect(whole.reduce((sum, { incidents }) => sum + incidents, 0)).toBe(rows.length)
        for (const harm of HARMS)
          expect(whole.reduce((sum, { persons }) => sum + persons[harm].best, 0)).toBe(all.persons[harm].best)
      }
    }),
    { numRuns: 60 },
  )
})

test('what has no row of its own is counted in that of all others, each once', () => {
  fc.assert(
    fc.property(viewedRows, reportingLog, fc.integer({ min: 1, max: 4 }), (rows, log, most) => {
      const links = reportLinks(rows, log)
      const whole = codeIndex(rows, violationsOf)
      const folded = breakdown(foldCodes(whole, most), links, figuresOf(rows))
      const keys = folded.rows.map(({ key }) => key)
      expect(keys.length).toBeLessThanOrEqual(most)
      const totals = whole.codes.map((_, at) => whole.totals[at + FIRST_CODE] ?? 0).toSorted((a, b) => b - a)
      for (const [at, { key, ...tally }] of folded.rows.entries()) {
        const isOthers = key === OTHER_CODES
        const own = rows.filter(({ violationTypes }) =>
          isOthers ? violationTypes.some((code) => !keys.includes(code)) : violationTypes.includes(key),
        )
        expect(tally).toEqual(naive(own, log))
        if (!isOthers) expect(tally.incidents).toBe(totals[at])
      }
      expect(folded.all).toEqual(naive(rows, log))
      expect(folded.none).toEqual(
        naive(
          rows.filter(({ violationTypes }) => violationTypes.length === 0),
          log,
        ),
      )
    }),
    { numRuns: 150 },
  )
})
