/**
 * Counts of incidents by one of their fields. Incidents, what reports them and persons stay apart. What has no code is counted too,
 * in a row of its own, and so is what lies in no single period: nothing is dropped, and nothing is shared out.
 */
import type { Harm } from '../harms.ts'
import { ACROSS, type CodeIndex, FIRST_CODE, NONE } from './codeIndex.ts'
import { type FiguresByHarm, type PersonRange, PersonSums } from './persons.ts'
import type { ReportLinks, RowsOf } from './reportLinks.ts'

export interface Tally {
  readonly incidents: number
  /** Source items that report them, each once. */
  readonly items: number
  /** Sources of those items, each once. */
  readonly sources: number
  readonly persons: Readonly<Record<Harm, PersonRange>>
}

export interface KeyTally extends Tally {
  readonly key: string
}

export interface Breakdown {
  /** Each with something in it. An incident with several codes is counted in the row of each. */
  readonly rows: readonly KeyTally[]
  /** What has no code. */
  readonly none: Tally
  /** What lies across several periods, and so in no single one. */
  readonly across: Tally
  /** Each incident once. */
  readonly all: Tally
  /** Incidents that are counted in more than one row. */
  readonly inSeveral: number
}

/** Counts what the index has of the records that the links and figures are of. */
export function breakdown(index: CodeIndex, links: ReportLinks, figures: FiguresByHarm): Breakdown {
  const items = distinct(links.items, index)
  const sources = distinct(links.sources, index)
  const persons = {
    killed: sums('killed', index, figures),
    injured: sums('injured', index, figures),
    detained: sums('detained', index, figures),
    missing: sums('missing', index, figures),
  }
  const tally = (place: number, incidents = index.totals[place] ?? 0): Tally => ({
    incidents,
    items: items[place] ?? 0,
    sources: sources[place] ?? 0,
    persons: {
      killed: persons.killed.at(place),
      injured: persons.injured.at(place),
      detained: persons.detained.at(place),
      missing: persons.missing.at(place),
    },
  })
  return {
    rows: index.codes.map((key, at) => ({ key, ...tally(FIRST_CODE + at) })),
    none: tally(NONE),
    across: tally(ACROSS),
    all: tally(index.places, index.starts.length - 1),
    inSeveral: index.inSeveral,
  }
}

/**
 * How many of these stand in each place by any of their rows, and behind the last place in any: each is counted once, by
 * the last that was seen there.
 */
function distinct(all: RowsOf, { places, starts, of }: CodeIndex): Uint32Array {
  const counts = new Uint32Array(places + 1)
  const last = new Int32Array(places).fill(-1)
  for (const [which, rows] of all.entries()) {
    if (rows.length > 0) counts[places] = (counts[places] ?? 0) + 1
    for (const row of rows)
      for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
        const place = of[at] ?? NONE
        if (last[place] === which) continue
        last[place] = which
        counts[place] = (counts[place] ?? 0) + 1
      }
  }
  return counts
}

/** By place, and behind the last place of all rows. */
function sums(harm: Harm, { places, starts, of }: CodeIndex, byHarm: FiguresByHarm): PersonSums {
  const figures = byHarm[harm]
  const found = new PersonSums(places + 1)
  for (let figure = 0; figure < figures.rows.length; figure += 1) {
    const row = figures.rows[figure] ?? 0
    found.add(places, figures, figure)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
      found.add(of[at] ?? NONE, figures, figure)
  }
  return found
}
