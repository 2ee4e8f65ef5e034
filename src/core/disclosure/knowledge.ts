/**
 * What the worst reader knows of a record: he links its rows over all briefs and keeps the finest of what each showed.
 * Two records that he knows the same of are equal here, however many briefs each stood in.
 */

import { compareDays } from '../edtfDays.ts'
import { edtfSpan } from '../edtfSpan.ts'
import { COARSENING_STEPS } from './coarsening.ts'
import { coarserCategory, coarserCount, coarserPeople } from './coarsenValues.ts'
import { QUASI_COLUMNS, type QuasiColumn, type QuasiValues } from './quasiRow.ts'
import { valuesText } from './shownClasses.ts'

/** For each column the values that no other value implies; one in practice, more when a record was changed. */
export type Knowledge = Readonly<Record<QuasiColumn, readonly QuasiValues[]>>

const NOTHING: Knowledge = { date: [], place: [], counts: [], category: [], people: [] }

/** What he knows after one more row. */
export function learn(known: Knowledge | undefined, shown: QuasiValues): Knowledge {
  const before = known ?? NOTHING
  const columns = QUASI_COLUMNS.map((column) => {
    const values = before[column]
    if (values.some((value) => implies(column, value, shown))) return [column, values]
    return [column, [...values.filter((value) => !implies(column, shown, value)), shown]]
  })
  return Object.fromEntries(columns) as Knowledge
}

/** Equal texts for equal knowledge. */
export function knowledgeText(known: Knowledge): string {
  return QUASI_COLUMNS.map((column) =>
    known[column]
      .map((value) => valuesText(alone(column, value)))
      .sort()
      .join('&'),
  ).join('\n')
}

const BLANK: QuasiValues = { date: null, place: {}, counts: {}, category: [], people: [] }

function alone(column: QuasiColumn, values: QuasiValues): QuasiValues {
  return { ...BLANK, [column]: values[column] }
}

/** Does whoever knows `a` know `b` already? In doubt no: then the two count as different, which only makes classes smaller. */
function implies(column: QuasiColumn, a: QuasiValues, b: QuasiValues): boolean {
  switch (column) {
    case 'date':
      return impliesDate(a.date, b.date)
    case 'place':
      return impliesFields(a.place, b.place, () => false)
    case 'counts':
      return impliesFields(a.counts, b.counts, (fine, coarse) =>
        COARSENING_STEPS.count.some((step) => coarserCount(fine, step) === coarse),
      )
    case 'category':
      return [undefined, ...COARSENING_STEPS.category].some((step) =>
        sameText(
          { ...BLANK, category: coarserCategory(a.category, step) },
          { ...BLANK, category: b.category },
        ),
      )
    case 'people':
      return [{}, ...COARSENING_STEPS.age.map((age) => ({ age })), { people: 'none' as const }].some((step) =>
        sameText({ ...BLANK, people: coarserPeople(a.people, step) }, { ...BLANK, people: b.people }),
      )
  }
}

const sameText = (a: QuasiValues, b: QuasiValues): boolean => valuesText(a) === valuesText(b)

function impliesDate(a: string | null, b: string | null): boolean {
  if (b === null || a === b) return true
  const fine = a === null ? null : edtfSpan(a)
  const coarse = edtfSpan(b)
  if (fine === null || coarse === null) return false
  const startsLater =
    coarse.earliest === null || (fine.earliest !== null && compareDays(fine.earliest, coarse.earliest) >= 0)
  const endsSooner =
    coarse.latest === null || (fine.latest !== null && compareDays(fine.latest, coarse.latest) <= 0)
  return startsLater && endsSooner
}

type Fields = Readonly<Record<string, string | null>>

function impliesFields(a: Fields, b: Fields, isCoarser: (fine: string, coarse: string) => boolean): boolean {
  return Object.entries(b).every(([field, coarse]) => {
    const fine = a[field] ?? null
    return coarse === null || fine === coarse || (fine !== null && isCoarser(fine, coarse))
  })
}
