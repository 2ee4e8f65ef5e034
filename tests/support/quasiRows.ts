/** Rows for tests of disclosure control: one of everything, changed where a test says so; and random ones. */
import fc from 'fast-check'
import type { QuasiRow } from '../../src/core/disclosure/quasiRow.ts'
import type { DisclosureRule } from '../../src/core/redaction/profile.ts'

export const RULE: DisclosureRule = {
  k: 3,
  l: 2,
  mode: 'enforce',
  quasiIdentifiers: ['date', 'place', 'counts', 'category', 'age', 'sex', 'role'],
  sensitive: ['category'],
}

export function quasiRow(id: string, changed: Partial<QuasiRow> = {}): QuasiRow {
  return {
    id,
    date: '2017-33',
    place: { country: 'RU', admin1: 'North' },
    counts: { killed: null, injured: null, detained: '1-4', missing: null },
    category: ['030102000000'],
    people: [],
    status: 'possible',
    victimGroups: [],
    ...changed,
  }
}

/** `count` equal rows with ids `prefix0`, `prefix1`, …. */
export const alike = (prefix: string, count: number, changed: Partial<QuasiRow> = {}): QuasiRow[] =>
  Array.from({ length: count }, (_, at) => quasiRow(`${prefix}${at}`, changed))

const CATEGORIES = ['030102000000', '030104000000', '020111110000', 'local:own']

/** Rows that often fall together, with ids that tell nothing. */
export const quasiRows: fc.Arbitrary<QuasiRow[]> = fc
  .array(
    fc.record({
      date: fc.constantFrom('2017-33', '2017-34', '2018-33', null),
      admin1: fc.constantFrom('North', 'South', null),
      killed: fc.constantFrom('1-4', '5-9', '10-49', null),
      category: fc.subarray(CATEGORIES, { maxLength: 2 }),
      people: fc.array(
        fc.record({
          age: fc.constantFrom('20-29', '30-39', '40-49', null),
          sex: fc.constantFrom('female', 'male', null),
          roles: fc.subarray(['victim', 'witness']),
        }),
        { maxLength: 1 },
      ),
      status: fc.constantFrom('possible', 'likely'),
    }),
    { maxLength: 60 },
  )
  .map((list) =>
    list.map(({ admin1, killed, ...shown }, at) =>
      quasiRow(`r${at}`, {
        ...shown,
        place: { country: 'RU', admin1 },
        counts: { killed, injured: null, detained: null, missing: null },
      }),
    ),
  )
