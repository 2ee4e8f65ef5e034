/** Makes up items that derive from each other, their sources, and claims that rest on them; the same every time. */
import type { EvidenceLinks, ItemTrace, SourceTrace } from '../src/core/sourcing/sourcingRecords.ts'
import { RELIABILITIES } from '../src/core/vocabularyCodes.ts'
import { createRandom, pick, pickInt, type Random } from './random.ts'

export interface MadeSourcing {
  readonly sourceItems: Record<string, ItemTrace>
  readonly sources: Record<string, SourceTrace>
  readonly claims: Record<string, EvidenceLinks>
  readonly bin: Record<string, never>
  readonly itemIds: readonly string[]
  readonly sourceIds: readonly string[]
  readonly claimIds: readonly string[]
  /** The item that one in fifty derives from. */
  readonly hub: string
}

const ITEMS_PER_SOURCE = 30
/** Others quote what is of their own days. */
const NEAR = 200

/** Half of the items derive from others, one in fifty from the same one, some in circles; a claim rests on two to six. */
export function makeSourcing(claimCount: number, itemCount: number): MadeSourcing {
  const random = createRandom(claimCount)
  const sourceIds = idsOf('s', Math.ceil(itemCount / ITEMS_PER_SOURCE))
  const itemIds = idsOf('i', itemCount)
  const claimIds = idsOf('c', claimCount)
  const hub = itemIds[0] ?? ''
  const sources = sourceIds.map((id): [string, SourceTrace] => {
    const reliability = pick(random, RELIABILITIES)
    return [
      id,
      random() < 0.2 ? { id, reliability, gotItFrom: pick(random, sourceIds) } : { id, reliability },
    ]
  })
  const items = itemIds.map((id, at): [string, ItemTrace] => [
    id,
    { id, source: pick(random, sourceIds), derivesFrom: derivations(random, at, itemIds, hub) },
  ])
  const claims = claimIds.map((id, at): [string, EvidenceLinks] => {
    const near = Math.floor((at / claimCount) * itemCount)
    return [id, makeEvidence(random, () => nearby(random, near, itemIds))]
  })
  return {
    sourceItems: Object.fromEntries(items),
    sources: Object.fromEntries(sources),
    claims: Object.fromEntries(claims),
    bin: {},
    itemIds,
    sourceIds,
    claimIds,
    hub,
  }
}

/** Two to six items for a claim, up to two against it. */
export function makeEvidence(random: Random, makeItem: () => string): EvidenceLinks {
  const links = (low: number, high: number) =>
    Array.from({ length: pickInt(random, low, high) }, () => ({ item: makeItem() }))
  return { evidenceFor: links(2, 6), evidenceAgainst: links(0, 2) }
}

/** What the item at a place of the list may derive from. */
export function derivations(
  random: Random,
  at: number,
  itemIds: readonly string[],
  hub: string,
): ItemTrace['derivesFrom'] {
  const from = (item: string) => ({ item, how: 'quotes' as const })
  const draw = random()
  if (draw < 0.02) return [from(hub)]
  if (draw < 0.5) return []
  const first = from(nearby(random, at, itemIds))
  return draw < 0.85 ? [first] : [first, from(nearby(random, at, itemIds))]
}

/** One of the items before a place of the list; now and then a later one, so that there are circles. */
function nearby(random: Random, at: number, itemIds: readonly string[]): string {
  const offset = random() < 0.05 ? pickInt(random, 1, 20) : -pickInt(random, 1, NEAR)
  return itemIds[Math.min(itemIds.length - 1, Math.max(0, at + offset))] ?? ''
}

const idsOf = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}${at.toString(36).padStart(18, '0')}`)
