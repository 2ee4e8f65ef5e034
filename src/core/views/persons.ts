/**
 * Persons harmed, added up without saying more than the records do: the least and the most that they allow, and between
 * them the best estimates, where each record gives one. One person may stand in several incidents: these are sums of
 * figures, not persons.
 */
import { HARMS, type Harm } from '../harms.ts'
import type { Incident } from '../incident.ts'

export interface PersonRange {
  readonly low: number
  /** Where no best estimate is given, the least stands for it, and {@link isEstimated} is not set. */
  readonly best: number
  /** Does every figure have a best estimate? Only then is {@link best} one. */
  readonly isEstimated: boolean
  /** Where no upper figure is given, the best stands for it, and {@link isOpen} is set. */
  readonly high: number
  /** Is there a figure without an upper end? Then there may be more than {@link high}. */
  readonly isOpen: boolean
  /** Incidents that give a figure. */
  readonly incidents: number
}

/** The figures of one harm: by figure its row, and what it says at least, at best and at most. */
interface Figures {
  readonly rows: readonly number[]
  readonly low: readonly number[]
  readonly best: readonly number[]
  readonly isEstimated: readonly boolean[]
  readonly high: readonly number[]
  readonly isOpen: readonly boolean[]
}
export type FiguresByHarm = Readonly<Record<Harm, Figures>>

/** Reads the figures of all rows once, for every count of them. A best estimate alone is the lower end as well. */
export function figuresOf(rows: readonly Pick<Incident, 'counts'>[]): FiguresByHarm {
  const start = () => ({
    rows: [] as number[],
    low: [] as number[],
    best: [] as number[],
    isEstimated: [] as boolean[],
    high: [] as number[],
    isOpen: [] as boolean[],
  })
  const figures = { killed: start(), injured: start(), detained: start(), missing: start() }
  for (let row = 0; row < rows.length; row += 1) {
    const counts = rows[row]?.counts
    if (counts === undefined) continue
    for (const harm of HARMS) {
      const figure = counts[harm]
      if (figure === undefined) continue
      const { low, best, high } = figure
      if (low === undefined && best === undefined && high === undefined) continue
      const to = figures[harm]
      const least = low ?? best ?? 0
      const estimate = best ?? least
      to.rows.push(row)
      to.low.push(least)
      to.best.push(estimate)
      to.isEstimated.push(best !== undefined)
      to.high.push(high ?? estimate)
      to.isOpen.push(high === undefined)
    }
  }
  return figures
}

/** Sums of figures by place. */
export class PersonSums {
  readonly #low: Float64Array
  readonly #best: Float64Array
  readonly #high: Float64Array
  readonly #open: Uint8Array
  readonly #unestimated: Uint8Array
  readonly #incidents: Uint32Array

  /** @param places how many sums there are. */
  constructor(places: number) {
    this.#low = new Float64Array(places)
    this.#best = new Float64Array(places)
    this.#high = new Float64Array(places)
    this.#open = new Uint8Array(places)
    this.#unestimated = new Uint8Array(places)
    this.#incidents = new Uint32Array(places)
  }

  /** Adds the figure of that number to a place. */
  add(place: number, { low, best, isEstimated, high, isOpen }: Figures, figure: number): void {
    this.#low[place] = (this.#low[place] ?? 0) + (low[figure] ?? 0)
    this.#best[place] = (this.#best[place] ?? 0) + (best[figure] ?? 0)
    this.#high[place] = (this.#high[place] ?? 0) + (high[figure] ?? 0)
    this.#incidents[place] = (this.#incidents[place] ?? 0) + 1
    if (isOpen[figure] === true) this.#open[place] = 1
    if (isEstimated[figure] === false) this.#unestimated[place] = 1
  }

  at(place: number): PersonRange {
    return {
      low: this.#low[place] ?? 0,
      best: this.#best[place] ?? 0,
      isEstimated: this.#unestimated[place] !== 1,
      high: this.#high[place] ?? 0,
      isOpen: this.#open[place] === 1,
      incidents: this.#incidents[place] ?? 0,
    }
  }
}
