/** Chance that repeats itself: the same seed gives the same records on every machine. */

/** A source of numbers in [0, 1). */
export type Random = () => number

/** Mulberry32: small, fast, good enough to make up records; never for keys. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** A whole number from `low` up to and with `high`. */
export function pickInt(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1))
}

/** One of `choices`; throws when there is none. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  const chosen = choices[Math.floor(random() * choices.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

/** Puts `items` into random order, in place (Fisher and Yates). */
export function shuffle<T>(random: Random, items: T[]): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const a = items[last]
    const b = items[other]
    if (a === undefined || b === undefined) continue
    items[last] = b
    items[other] = a
  }
}
