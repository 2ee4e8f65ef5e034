import { expect, test } from 'vitest'
import type { Tally } from '../../../../../src/core/views/breakdown.ts'
import { violationsOf } from '../../../../../src/core/views/incidentKeys.ts'
import { figuresOf, PersonSums } from '../../../../../src/core/views/persons.ts'
import { MEASURES, personWords, valueIn } from '../../../../../src/renderer/features/patterns/measures.ts'
import { patternRows, timeRows } from '../../../../../src/renderer/features/patterns/patternRows.ts'
import { countPatterns, type Patterns } from '../../../../../src/renderer/features/patterns/usePatterns.ts'
import { createLanguage } from '../../../../../src/renderer/text.ts'
import { incidentRowSchema } from '../../../../../src/shared/ipc/views.ts'

const english = createLanguage('en')
const range = (low: number, best: number, high: number, isOpen = false) => ({
  low,
  best,
  isEstimated: true,
  high,
  isOpen,
  incidents: 1,
})

test('a number of people is never sharper than what is known of it', () => {
  expect(personWords(range(3, 3, 3), english)).toBe('3')
  expect(personWords(range(3, 4, 9), english)).toBe('3 to 9, best estimate 4')
  expect(personWords({ ...range(3, 3, 3, true), isEstimated: false }, english)).toBe('at least 3')
  expect(personWords(range(3, 3, 3, true), english)).toBe('at least 3, best estimate 3')
  expect(personWords(range(3, 5, 5, true), english)).toBe('at least 3, best estimate 5')
  expect(personWords({ ...range(0, 0, 0), incidents: 0 }, english)).toBe('no figure')
})

const incident = (id: string, when: string, violationTypes: string[], killed?: object) =>
  incidentRowSchema.parse({
    id,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    confidentiality: 'RED',
    tags: [],
    title: id,
    when,
    where: {},
    violationTypes,
    status: 'possible',
    counts: killed === undefined ? {} : { killed },
  })

/** What is said of the persons killed in incidents with these figures. */
function saidOf(...figures: readonly object[]): string {
  const rows = figures.map((figure, at) => incident(`incident-${at}`, '2017', [], figure))
  const sums = new PersonSums(1)
  const { killed } = figuresOf(rows)
  for (const figure of killed.rows.keys()) sums.add(0, killed, figure)
  return personWords(sums.at(0), english)
}

test.each([
  [[{ low: 5, high: 10 }], '5 to 10'],
  [[{ high: 10 }], '0 to 10'],
  [[{ low: 5 }], 'at least 5'],
  [[{ best: 7 }], 'at least 7, best estimate 7'],
  [[{ low: 5, best: 7 }], 'at least 5, best estimate 7'],
  [[{ low: 5, best: 7, high: 10 }], '5 to 10, best estimate 7'],
  [[{ low: 3, best: 3, high: 3 }], '3'],
  [
    [
      { low: 5, best: 7, high: 10 },
      { low: 1, high: 2 },
    ],
    '6 to 12',
  ],
  [
    [
      { low: 5, best: 7, high: 10 },
      { low: 1, best: 2 },
    ],
    'at least 6, best estimate 9',
  ],
])('of %j is said what the records give: %s', (figures, said) => {
  expect(saidOf(...figures)).toBe(said)
})

const ROWS = [
  incident('incident-1', '2017-01-05', ['030101000000', '020111110000'], { best: 4 }),
  incident('incident-2', '2017-03', ['030101000000']),
  incident('incident-3', '2017', [], { low: 9, high: 12 }),
  incident('incident-4', '2016-12-24', ['020111110000']),
]
const NO_LOG = { claims: {}, sourceItems: {}, sources: {} }
const codes = {
  violation: violationsOf,
  victims: () => [],
  perpetrator: () => [],
  status: () => [],
  place: null,
  arePlacesUnread: false,
}

function counted(rows = ROWS): Patterns {
  let patterns: Patterns = {}
  for (const step of countPatterns({ rows, codes, log: NO_LOG })) patterns = { ...patterns, ...step }
  return patterns
}

test('every dimension is counted but places without their names', () => {
  const patterns = counted()
  expect(Object.keys(patterns)).toEqual([
    'month',
    'year',
    'season',
    'violation',
    'victims',
    'perpetrator',
    'sourceKind',
  ])
  for (const { all } of Object.values(patterns)) expect(all.incidents).toBe(4)
})

test('months stand side by side, and what is in no single month beside them', () => {
  const [months, years] = timeRows(counted())
  expect(months?.periods?.map(({ period, tally }) => [period, tally.incidents])).toEqual([
    ['2016-12', 1],
    ['2017-01', 1],
    ['2017-02', 0],
    ['2017-03', 1],
  ])
  expect(months?.counted.across.incidents).toBe(1)
  expect(years?.periods?.map(({ period, tally }) => [period, tally.incidents])).toEqual([
    ['2016', 1],
    ['2017', 3],
  ])
})

test('of more months than can stand side by side the latest are shown, and the incidents before them counted', () => {
  const dates = ['1980-05', '1999-12-31', '2000-01-01', '2003-06', '2014-12-31']
  const rows = dates.map((when, at) => incident(`incident-${at}`, when, []))
  const [months] = timeRows(counted(rows))
  expect(months?.dimension).toBe('month')
  expect(months?.periods?.length).toBe(180)
  expect(months?.periods?.at(0)).toMatchObject({ period: '2000-01', tally: { incidents: 1 } })
  expect(months?.periods?.at(-1)).toMatchObject({ period: '2014-12', tally: { incidents: 1 } })
  expect(months?.earlier).toBe(2)
  expect(timeRows(counted(rows.slice(2)))[0]?.earlier).toBe(0)
  expect(timeRows(counted([]))[0]).toMatchObject({ periods: [], earlier: 0 })
})

test('bars are ordered by what they stand for, seasons by the year', () => {
  const { violation, season } = counted()
  if (violation === undefined || season === undefined) throw new Error('not counted')
  const keys = (measure: (typeof MEASURES)[number]) =>
    patternRows('violation', violation, measure).map(({ key }) => key)
  expect(keys('incidents')).toEqual(['020111110000', '030101000000'])
  expect(keys('killed')).toEqual(['020111110000', '030101000000'])
  expect(patternRows('season', season, 'incidents').map(({ key }) => key)).toEqual(['12-02', '03-05'])
})

test('records are one number, people a range', () => {
  const tally: Tally = counted().year?.all ?? expect.unreachable()
  expect(MEASURES.map((measure) => valueIn(tally, measure)).slice(0, 3)).toEqual([
    { low: 4, best: 4, isEstimated: true, high: 4, isOpen: false, incidents: 4 },
    { low: 0, best: 0, isEstimated: true, high: 0, isOpen: false, incidents: 4 },
    { low: 13, best: 13, isEstimated: false, high: 16, isOpen: true, incidents: 2 },
  ])
})
