/**
 * k-anonymity (Sweeney 2002) and distinct l-diversity (Machanavajjhala et al. 2007) over coded rows.
 *
 * k: rows alike in all quasi-identifiers. l: for each sensitive field, the values it takes among rows alike in the
 * *other* quasi-identifiers; a list of codes must besides share none that every row of the class has, since "all of
 * them were tortured" is told of each. What every row of the brief has is its subject, known from its title, and is
 * not counted.
 */
import type { Codes } from './codedRows.ts'

export interface SensitiveCodes {
  /** Class of each row by the quasi-identifiers without this field. */
  readonly classes: Codes
  /** Value of each row. */
  readonly values: Codes
  /** The codes that a value is made of. */
  readonly atoms: readonly (readonly string[])[]
}

export interface CodedRows {
  /** How many equal rows each stands for. */
  readonly weights: Int32Array
  /** Class of each row by all quasi-identifiers. */
  readonly classes: Codes
  readonly sensitive: readonly SensitiveCodes[]
}

export interface ClassCount {
  readonly rows: number
  /** Size of the smallest class; null without rows. */
  readonly smallest: number | null
  /** Fewest values of a sensitive field in a class; null without rows or where no field counts. */
  readonly leastDiverse: number | null
  /** Rows in classes under k, and rows in classes under l. */
  readonly rowsUnderK: number
  readonly rowsUnderL: number
}

/** Which rows stand in classes large and diverse enough; 1 for kept. Rows go until nothing changes any more. */
export function keepLargeClasses(rows: CodedRows, k: number, l: number): Uint8Array {
  const kept = new Uint8Array(rows.weights.length).fill(1)
  dropSmall(rows, kept, k)
  // A class under l goes as a whole, so that it never makes a class by all quasi-identifiers smaller.
  for (let changed = true; changed; ) {
    changed = false
    for (const sensitive of rows.sensitive) changed = dropAlike(sensitive, kept, l) || changed
  }
  return kept
}

/** Counts over the kept rows alone. */
export function countClasses(rows: CodedRows, kept: Uint8Array, k: number, l: number): ClassCount {
  const sizes = classSizes(rows, kept)
  let total = 0
  let smallest: number | null = null
  let rowsUnderK = 0
  for (const size of sizes) {
    if (size === 0) continue
    total += size
    if (smallest === null || size < smallest) smallest = size
    if (size < k) rowsUnderK += size
  }
  let leastDiverse: number | null = null
  const alike = new Set<number>()
  for (const sensitive of rows.sensitive) {
    const diversity = diversityOf(sensitive, kept)
    if (diversity === null) continue
    kept.forEach((isKept, row) => {
      if (isKept === 0) return
      const values = diversity[sensitive.classes.codes[row] ?? 0] ?? 0
      if (leastDiverse === null || values < leastDiverse) leastDiverse = values
      if (values < l) alike.add(row)
    })
  }
  let rowsUnderL = 0
  for (const row of alike) rowsUnderL += rows.weights[row] ?? 0
  return { rows: total, smallest, leastDiverse, rowsUnderK, rowsUnderL }
}

/** Size of the smallest class of all rows; null without rows. */
export function smallestClass(rows: CodedRows): number | null {
  const sizes = classSizes(rows, new Uint8Array(rows.weights.length).fill(1)).filter((size) => size > 0)
  return sizes.length === 0 ? null : sizes.reduce((least, size) => Math.min(least, size))
}

/** How many rows are kept, equal ones counted each. */
export const rowsKept = ({ weights }: CodedRows, kept: Uint8Array): number =>
  weights.reduce((sum, weight, row) => (kept[row] === 1 ? sum + weight : sum), 0)

function classSizes({ weights, classes }: CodedRows, kept: Uint8Array): Int32Array {
  const sizes = new Int32Array(classes.size)
  classes.codes.forEach((code, row) => {
    if (kept[row] === 1) sizes[code] = (sizes[code] ?? 0) + (weights[row] ?? 0)
  })
  return sizes
}

function dropSmall(rows: CodedRows, kept: Uint8Array, k: number): void {
  const sizes = classSizes(rows, kept)
  rows.classes.codes.forEach((code, row) => {
    if ((sizes[code] ?? 0) < k) kept[row] = 0
  })
}

function dropAlike(sensitive: SensitiveCodes, kept: Uint8Array, l: number): boolean {
  const diversity = diversityOf(sensitive, kept)
  if (diversity === null) return false
  let changed = false
  sensitive.classes.codes.forEach((code, row) => {
    if (kept[row] === 0 || (diversity[code] ?? 0) >= l) return
    kept[row] = 0
    changed = true
  })
  return changed
}

/**
 * How many values each class has, 1 where all of its rows share a code that not the whole brief has. Null when the field
 * says the same in every kept row.
 */
function diversityOf({ classes, values, atoms }: SensitiveCodes, kept: Uint8Array): Int32Array | null {
  const first = new Int32Array(classes.size).fill(NO_VALUE)
  // Most classes have one value.
  const several = new Map<number, Set<number>>()
  const all = new Set<number>()
  classes.codes.forEach((code, row) => {
    if (kept[row] === 0) return
    const value = values.codes[row] ?? 0
    const before = first[code] ?? NO_VALUE
    if (before === value) return
    all.add(value)
    if (before === NO_VALUE) first[code] = value
    else several.set(code, (several.get(code) ?? new Set([before])).add(value))
  })
  if (all.size <= 1) return null
  const subject = sharedAtoms(all, atoms)
  const diversity = first.map((value) => (value === NO_VALUE ? 0 : 1))
  for (const [code, found] of several) {
    const shared = sharedAtoms(found, atoms)
    diversity[code] = shared.some((atom) => !subject.includes(atom)) ? 1 : found.size
  }
  return diversity
}

const NO_VALUE = -1

function sharedAtoms(values: ReadonlySet<number>, atoms: SensitiveCodes['atoms']): readonly string[] {
  const [first, ...others] = [...values].map((value) => atoms[value] ?? [])
  return (first ?? []).filter((atom) => others.every((each) => each.includes(atom)))
}
