/**
 * How many dates lie in each period: surely in this one alone, or across it and others, which says only that it may have
 * been then. One pass over all of them for each picture.
 */
import type { DateSpans } from './dateSpans.ts'
import type { Lanes } from './lanes.ts'

export interface LaneDensity {
  /** By period: dates that lie in this one and no other. */
  readonly within: Uint32Array
  /** By period: dates that may lie in this one, and may lie in others too. */
  readonly across: Uint32Array
  /** Dates that touch the periods at all. */
  readonly inSight: number
  readonly before: number
  readonly after: number
}

export interface Density {
  /** First day of each period, and the day after the last. */
  readonly edges: Float64Array
  /** Each date once, whatever lanes it stands in. */
  readonly all: LaneDensity
  readonly lanes: readonly LaneDensity[]
}

class Counter {
  readonly within: Uint32Array
  readonly #turns: Int32Array
  inSight = 0
  before = 0
  after = 0

  constructor(periods: number) {
    this.within = new Uint32Array(periods)
    this.#turns = new Int32Array(periods + 1)
  }

  add(first: number, last: number, isWithin: boolean): void {
    this.inSight += 1
    if (isWithin) this.within[first] = (this.within[first] ?? 0) + 1
    else {
      this.#turns[first] = (this.#turns[first] ?? 0) + 1
      this.#turns[last + 1] = (this.#turns[last + 1] ?? 0) - 1
    }
  }

  done(): LaneDensity {
    const across = new Uint32Array(this.within.length)
    let open = 0
    for (let period = 0; period < across.length; period += 1) {
      open += this.#turns[period] ?? 0
      across[period] = open
    }
    const { within, inSight, before, after } = this
    return { within, across, inSight, before, after }
  }
}

/** @param edges see {@link Density.edges}. */
export function density(spans: DateSpans, lanes: Lanes, edges: Float64Array): Density {
  const periods = edges.length - 1
  const [begin, end] = [edges[0] ?? 0, edges[periods] ?? 0]
  const all = new Counter(periods)
  const counters = lanes.keys.map(() => new Counter(periods))
  const { from, to } = spans
  for (let row = 0; row < spans.count; row += 1) {
    const [start, stop] = [from[row] ?? Number.NaN, to[row] ?? Number.NaN]
    if (Number.isNaN(start)) continue
    const firstLane = lanes.starts[row] ?? 0
    const endLane = lanes.starts[row + 1] ?? 0
    if (stop <= begin || start >= end) {
      const side = stop <= begin ? 'before' : 'after'
      all[side] += 1
      for (let at = firstLane; at < endLane; at += 1) {
        const counter = counters[lanes.lanes[at] ?? 0]
        if (counter) counter[side] += 1
      }
      continue
    }
    const first = start < begin ? 0 : periodAt(edges, start)
    const last = stop > end ? periods - 1 : periodAt(edges, stop - 1)
    const isWithin = first === last && start >= begin && stop <= end
    all.add(first, last, isWithin)
    for (let at = firstLane; at < endLane; at += 1) counters[lanes.lanes[at] ?? 0]?.add(first, last, isWithin)
  }
  return { edges, all: all.done(), lanes: counters.map((counter) => counter.done()) }
}

/** The period that a day between the first and the last edge lies in. */
export function periodAt(edges: Float64Array, day: number): number {
  let [low, high] = [0, edges.length - 2]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((edges[middle] ?? 0) <= day) low = middle
    else high = middle - 1
  }
  return low
}
