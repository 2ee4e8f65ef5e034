/**
 * Things that lead to each other: the strongly connected components of a graph (Tarjan 1972), found without recursion
 * since chains of derivation may be long.
 */

export interface Walk {
  /** Where one thing leads. */
  readonly next: (id: string) => readonly string[]
  /** Known from an earlier walk: neither entered nor reported again. */
  readonly isKnown: (id: string) => boolean
  /**
   * Told of each component, always after those it leads to. From then on `isKnown` must say true of its members. A
   * thing that no circle goes through is a component by itself.
   */
  readonly close: (members: readonly string[]) => void
}

/** Walks everything that can be reached from `start`. Costs what it reaches. */
export function walkComponents(start: string, { next, isKnown, close }: Walk): void {
  if (isKnown(start)) return
  const visits = new Map<string, Visit>()
  const open: Visit[] = []
  const path: Visit[] = []
  const enter = (id: string): void => {
    const order = visits.size
    const visit: Visit = { id, onward: next(id), position: 0, order, low: order, openAt: open.length }
    visits.set(id, visit)
    open.push(visit)
    path.push(visit)
  }
  enter(start)
  for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
    const id = visit.onward[visit.position]
    if (id !== undefined) {
      visit.position += 1
      const other = visits.get(id)
      if (other === undefined) {
        if (!isKnown(id)) enter(id)
      } else if (other.openAt >= 0) visit.low = Math.min(visit.low, other.order)
      continue
    }
    path.pop()
    const before = path.at(-1)
    if (before !== undefined) before.low = Math.min(before.low, visit.low)
    if (visit.low !== visit.order) continue
    const members = open.splice(visit.openAt)
    for (const member of members) member.openAt = -1
    close(members.map((member) => member.id))
  }
}

interface Visit {
  readonly id: string
  readonly onward: readonly string[]
  /** Which of `onward` to look at next. */
  position: number
  readonly order: number
  /** The smallest `order` known to be reached from here. */
  low: number
  /** Place among those that may still be part of a circle; -1 once that is settled. */
  openAt: number
}
