/** Keys of the acts of an incident: by them claims name an act, so each act has one of its own. */
import type { Act } from './incident.ts'

/** The first of a1, a2, … that no act has. */
export function freeKey(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) if (!taken.has(`a${number}`)) return `a${number}`
}

/** The acts with a key each: missing ones are filled in, and of those that stand twice the first stays. */
export function withActKeys(acts: readonly Act[]): Act[] {
  const all = new Set(acts.flatMap((act) => act.key ?? []))
  const taken = new Set<string>()
  return acts.map((act) => {
    const { key } = act
    const isOwn = key !== undefined && !taken.has(key)
    const own = isOwn ? key : freeKey(all)
    all.add(own)
    taken.add(own)
    return isOwn ? act : { ...act, key: own }
  })
}
