/**
 * Policy `category`: codes of what happened, merged into the chapter of the list of acts, and "other" where a code would
 * stand in few rows (redaction.md). Rare is judged by the rows of the brief alone.
 */
import type { CategoryPrecision } from '../precision.ts'

/** Stands for every code that may not be told apart. */
export const OTHER_CATEGORY = 'other'

/** Chapters of HURIDOCS micro-thesaurus 4 that a brief has words for. */
export const CATEGORY_GROUPS = ['010000000000', '020000000000', '030000000000', '040000000000'] as const

/** Daybook's own terms that the thesaurus has no code for, by the chapter they are nearest to. */
const OWN_TERM_GROUPS: Readonly<Record<string, string>> = {
  'local:armed-clash': '010000000000',
  'local:one-sided-violence': '010000000000',
  'local:death-on-migration-route': '010000000000',
  'local:ordered-family-violence': '020000000000',
  'local:forced-outing': '040000000000',
}

/** A code at a precision; null when none may be shown. A code outside the chapters that have words is "other". */
export function coarsenCategory(code: string, precision: CategoryPrecision): string | null {
  if (precision === 'none') return null
  return precision === 'exact' ? code : groupOf(code)
}

function groupOf(code: string): string {
  return (
    OWN_TERM_GROUPS[code] ??
    CATEGORY_GROUPS.find((group) => /^\d+$/.test(code) && code.startsWith(group.slice(0, 2))) ??
    OTHER_CATEGORY
  )
}

/**
 * Codes of each row, those that stand in fewer than `fewest` rows merged into their chapter, and chapters that are still
 * rare into "other". Rows keep their order; their codes are sorted and stand once.
 */
export function mergeRareCategories(rows: readonly (readonly string[])[], fewest: number): string[][] {
  const grouped = replaceRare(rows, fewest, groupOf)
  return replaceRare(grouped, fewest, () => OTHER_CATEGORY)
}

function replaceRare(
  rows: readonly (readonly string[])[],
  fewest: number,
  replacement: (code: string) => string,
): string[][] {
  const counts = new Map<string, number>()
  for (const codes of rows) for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1)
  const isRare = (code: string) => (counts.get(code) ?? 0) < fewest
  return rows.map((codes) =>
    [...new Set(codes.map((code) => (isRare(code) ? replacement(code) : code)))].sort(),
  )
}
