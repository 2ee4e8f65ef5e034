/** Where an arrow key leads in a source graph. Pure. */
import type { ArrowMove } from '../../ui/arrowMove.ts'
import type { GraphLayout, GraphNode } from './graphLayout.ts'

/** How many boxes up or down. */
const STEPS: Readonly<Partial<Record<ArrowMove, number>>> = {
  up: -1,
  down: 1,
  'page-up': -10,
  'page-down': 10,
}

/**
 * The box a move leads to: up and down in the column; sideways along a line where there is one, else to the nearest
 * box of the next column. The same box at the edge. `forward` is away from the claim.
 */
export function nextNode(layout: GraphLayout, from: GraphNode, move: ArrowMove): GraphNode {
  const { nodes } = layout
  if (move === 'first' || move === 'last')
    return [...nodes].sort(inReadingOrder).at(move === 'first' ? 0 : -1) ?? from
  const inColumn = STEPS[move]
  if (inColumn !== undefined) {
    const column = nodes.filter((node) => node.column === from.column).sort((a, b) => a.y - b.y)
    const at = column.indexOf(from) + inColumn
    return column[Math.max(0, Math.min(column.length - 1, at))] ?? from
  }
  const isOnward = (node: GraphNode) =>
    move === 'forward' ? node.column > from.column : node.column < from.column
  const linked = new Set(
    layout.lines.flatMap((line) =>
      line.from === from.key ? [line.to] : line.to === from.key ? [line.from] : [],
    ),
  )
  const onward = nodes.filter(isOnward)
  const along = onward.filter((node) => linked.has(node.key))
  const near = (along.length > 0 ? along : onward).sort(
    (a, b) =>
      Math.abs(a.column - from.column) - Math.abs(b.column - from.column) ||
      Math.abs(middle(a) - middle(from)) - Math.abs(middle(b) - middle(from)),
  )
  return near[0] ?? from
}

const middle = (node: GraphNode): number => node.y + node.height / 2

/** Column by column, each from above. */
export function inReadingOrder(a: GraphNode, b: GraphNode): number {
  return a.column - b.column || a.y - b.y
}
