/** Incidents with dates, places, codes and figures of every form, and claims by which sources report them. */
import fc from 'fast-check'
import type { Claim } from '../../src/core/claim.ts'
import type { Incident } from '../../src/core/incident.ts'
import type { ReportingLog } from '../../src/core/views/reportLinks.ts'
import { edtfText } from './edtfTexts.ts'

const VIOLATIONS = ['030101000000', '030103000000', '020111110000', '010101020000', 'local:forced-outing']
const WHERE = [
  {},
  { text: 'near Grozny' },
  { country: 'RU' },
  { country: 'RU', admin1: 'Chechnya' },
  { country: 'RU', admin1: 'Чеченская Республика' },
  { admin1: 'Чечня' },
  { country: 'SY', admin1: 'nobody knows' },
  { country: 'SY', admin1: 'محافظة إدلب' },
]
const ids = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind}-${at}`)

/** Most of a few months, so that periods have several; some of every other form. */
const when = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 800 }).map(dayAfter2016) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('2016-12', '2017-01', '2017-04?', '2017-01/..', '2017-21', '2017'),
  },
  { weight: 1, arbitrary: edtfText },
)

function dayAfter2016(days: number): string {
  return new Date(Date.UTC(2016, 10, 1 + days)).toISOString().slice(0, 10)
}

const figure = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 })
  .map((numbers) => numbers.toSorted((a, b) => a - b))
  .chain(([low, best, high]) =>
    fc.constantFrom({ low, best, high }, { best }, { low }, { high }, { low, high }, { low, best }, {}),
  )

export type ViewedIncident = Pick<
  Incident,
  | 'id'
  | 'when'
  | 'where'
  | 'violationTypes'
  | 'victimGroups'
  | 'involvements'
  | 'status'
  | 'counts'
  | 'claims'
>

const incident = fc.record({
  when,
  where: fc.constantFrom(...WHERE).map((where) => ({ ...where, precision: 6 as const })),
  violationTypes: fc.array(fc.constantFrom(...VIOLATIONS), { maxLength: 3 }),
  victimGroups: fc.subarray(['journalists', 'detainees'], { maxLength: 2 }),
  involvements: fc.array(
    fc.record({
      who: fc.constantFrom('actor-0', 'actor-1'),
      role: fc.constantFrom('perpetrator', 'victim', 'witness'),
    }),
    { maxLength: 3 },
  ),
  status: fc.constantFrom('confirmed' as const, 'possible' as const),
  counts: fc.record({ killed: figure, detained: figure }, { requiredKeys: [] }),
  claims: fc.subarray([...ids('claim', 3), 'claim-gone'], { maxLength: 2 }),
})

export const viewedRows: fc.Arbitrary<readonly ViewedIncident[]> = fc
  .array(incident, { maxLength: 25 })
  .map((all) => all.map((each, at) => ({ ...each, id: `incident-${at}` })))

const SOURCE_KINDS = ['media', 'ngo', 'person'] as const

export const reportingLog: fc.Arbitrary<ReportingLog> = fc
  .record({
    claims: fc.array(
      fc.record({
        about: fc.subarray(ids('incident', 25), { maxLength: 4 }),
        evidenceFor: fc.subarray([...ids('item', 5), 'item-gone'], { maxLength: 3 }),
      }),
      { minLength: 3, maxLength: 3 },
    ),
    sourceOf: fc.array(fc.constantFrom(...ids('source', 3), 'source-gone'), { minLength: 5, maxLength: 5 }),
  })
  .map(({ claims, sourceOf }) => ({
    claims: Object.fromEntries(
      claims.map(({ about, evidenceFor }, at) => [
        `claim-${at}`,
        {
          id: `claim-${at}`,
          about: about.map((id): Claim['about'][number] => ({ id })),
          evidenceFor: evidenceFor.map((item): Claim['evidenceFor'][number] => ({ item })),
        },
      ]),
    ),
    sourceItems: Object.fromEntries(sourceOf.map((source, at) => [`item-${at}`, { source }])),
    sources: Object.fromEntries(SOURCE_KINDS.map((kind, at) => [`source-${at}`, { kind }])),
  }))
