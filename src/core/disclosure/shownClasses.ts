/**
 * What a release showed of each of its incidents, as the ledger keeps it: rows that showed the same once, with the ids
 * of all that did. Stays in the vault.
 */
import { z } from 'zod'
import { idSchema } from '../ids.ts'
import { AGE_BANDS } from '../redaction/policies/age.ts'
import type { QuasiRow, QuasiValues } from './quasiRow.ts'

const shownText = z.string().max(2000)
const shownFields = z.record(z.string().max(40), shownText.nullable())

export const shownClassSchema = z.strictObject({
  date: shownText.nullable(),
  place: shownFields,
  counts: shownFields,
  category: z.array(shownText),
  people: z.array(
    z.strictObject({
      age: z.enum(AGE_BANDS).nullable(),
      sex: shownText.nullable(),
      roles: z.array(shownText),
    }),
  ),
  records: z.array(idSchema),
})
export type ShownClass = z.infer<typeof shownClassSchema>

/** Classes in an order of their own: by what they show. Ids are sorted. */
export function shownClasses(rows: readonly QuasiRow[]): ShownClass[] {
  const byValues = Map.groupBy(rows, valuesText)
  return [...byValues]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...others]]) => {
      if (first === undefined) return []
      const { date, place, counts, category, people } = first
      return {
        date,
        place: { ...place },
        counts: { ...counts },
        category: [...category],
        people: people.map(({ age, sex, roles }) => ({ age, sex, roles: [...roles] })),
        records: [first, ...others].map(({ id }) => id).sort(),
      }
    })
}

/** Equal for rows that show the same, in whatever order lists and keys stand. */
export function valuesText({ date, place, counts, category, people }: QuasiValues): string {
  return JSON.stringify([
    date,
    Object.entries(place).sort(byKey),
    Object.entries(counts).sort(byKey),
    [...category].sort(),
    people.map(({ age, sex, roles }) => JSON.stringify([age, sex, [...roles].sort()])).sort(),
  ])
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)
