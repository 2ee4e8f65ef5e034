/** The chain of command as it is recorded: what an organisation is a part of, and its parts. Records of others are not added up. */
import type { Organisation } from '../organisation.ts'

type Organisations = Readonly<Record<string, Pick<Organisation, 'id' | 'parent'>>>

export interface CommandChain {
  /** What it is a part of, the nearest first; only what the log has. */
  readonly above: readonly string[]
  /** Its parts and theirs, each below what it is a part of. */
  readonly below: readonly PartOf[]
  /** Do the records run in a circle? Then each stands once. */
  readonly isCircle: boolean
}

export interface PartOf {
  readonly id: string
  /** 1 for a part of the organisation itself. */
  readonly depth: number
}

export function commandChain(organisations: Organisations, id: string): CommandChain {
  const above: string[] = []
  const seen = new Set([id])
  let isCircle = false
  const parentOf = (of: string) => {
    const parent = Object.hasOwn(organisations, of) ? organisations[of]?.parent : undefined
    return parent !== undefined && Object.hasOwn(organisations, parent) ? parent : undefined
  }
  for (let at = parentOf(id); at !== undefined; at = parentOf(at)) {
    if (seen.has(at)) {
      isCircle = true
      break
    }
    seen.add(at)
    above.push(at)
  }
  return { above, below: partsBelow(organisations, id, seen), isCircle }
}

function partsBelow(organisations: Organisations, id: string, seen: Set<string>): readonly PartOf[] {
  const byParent = Map.groupBy(Object.values(organisations), ({ parent }) => parent)
  const below: PartOf[] = []
  const waiting: PartOf[] = [{ id, depth: 0 }]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.depth > 0) below.push(at)
    const parts = (byParent.get(at.id) ?? []).filter((part) => !seen.has(part.id))
    for (const part of parts) seen.add(part.id)
    // The last is taken first: so that they come in order.
    for (const part of parts.toReversed()) waiting.push({ id: part.id, depth: at.depth + 1 })
  }
  return below
}
