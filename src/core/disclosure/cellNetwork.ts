/**
 * A table with its sums as a network: every cell is an arc from the node of its row to the node of its column, a row's
 * total an arc into its row, a column's total an arc out of its column, the grand total the arc back. What goes in comes
 * out, so whatever fits the published sums is a circulation, and between the least and the most that an arc can carry
 * every whole number is possible. So bounds are exact, by augmenting paths (Cox 1995; Castro 2012), and no solver can
 * narrow them.
 */
export interface Arc {
  readonly from: number
  readonly to: number
  readonly value: number
  /** What a reader knows of it: from `least` to `most`; both are the value where it is published. */
  readonly least: number
  readonly most: number
}

/** The least and the most that the arc can be, looking no further than `enough` from its value. */
export function boundsOf(arcs: readonly Arc[], at: number, enough: number): { least: number; most: number } {
  const arc = arcs[at]
  if (arc === undefined) throw new Error('an arc that the network does not have')
  const up = Math.min(enough, arc.most - arc.value)
  const down = Math.min(enough, arc.value - arc.least)
  return {
    most: arc.value + flowThrough(arcs, at, arc.to, arc.from, up),
    least: arc.value - flowThrough(arcs, at, arc.from, arc.to, down),
  }
}

/** How much more can go from one node to another without the arc `except`, at most `limit`. */
function flowThrough(
  arcs: readonly Arc[],
  except: number,
  source: number,
  sink: number,
  limit: number,
): number {
  const values = arcs.map(({ value }) => value)
  let flow = 0
  while (flow < limit) {
    const path = findPath(source, sink, (visit) => {
      arcs.forEach((arc, at) => {
        if (at === except) return
        const value = values[at] ?? 0
        visit({ at, from: arc.from, to: arc.to, sign: 1, room: arc.most - value, cost: 0 })
        visit({ at, from: arc.to, to: arc.from, sign: -1, room: value - arc.least, cost: 0 })
      })
    })
    if (path === null) return flow
    const amount = Math.min(limit - flow, ...path.map(({ room }) => room))
    for (const { at, sign } of path) values[at] = (values[at] ?? 0) + sign * amount
    flow += amount
  }
  return flow
}

export interface Step {
  readonly at: number
  readonly from: number
  readonly to: number
  /** 1 along the arc, −1 against it. */
  readonly sign: 1 | -1
  readonly room: number
  readonly cost: number
}

/** The cheapest path over steps with room; the first found among equals. Null when there is none. */
export function findPath(
  source: number,
  sink: number,
  eachStep: (visit: (step: Step) => void) => void,
): readonly Step[] | null {
  const cost = new Map<number, number>([[source, 0]])
  const into = new Map<number, Step>()
  // Bellman and Ford; tables are small.
  for (let changed = true; changed; ) {
    changed = false
    eachStep((step) => {
      const before = cost.get(step.from)
      if (before === undefined || step.room <= 0 || step.to === source) return
      const reached = before + step.cost
      if (reached >= (cost.get(step.to) ?? Number.POSITIVE_INFINITY)) return
      cost.set(step.to, reached)
      into.set(step.to, step)
      changed = true
    })
  }
  if (!into.has(sink)) return null
  const path: Step[] = []
  for (let node = sink; node !== source; ) {
    const step = into.get(node)
    if (step === undefined) return null
    path.unshift(step)
    node = step.from
  }
  return path
}
