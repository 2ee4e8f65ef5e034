/** Repeatable randomness for trials: the same seed gives the same trial. Not for secrets. */

export interface Random {
  /** At least 0, below 1. */
  next(): number
  /** A whole number of at least 0, below `bound`. */
  below(bound: number): number
  chance(probability: number): boolean
  /** One of `items`, which must not be empty. */
  pick<T>(items: readonly T[]): T
  bytes(length: number): Buffer
}

/** A generator (sfc32, started from a mixed seed) for one trial; `seed` is any number, `trial` its place in a run. */
export function createRandom(seed: number, trial = 0): Random {
  let [a, b, c, counter] = [seed | 0, trial | 0, 0x9e3779b9, 1]
  const next32 = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // Neighbouring seeds start out alike.
  for (let round = 0; round < 12; round += 1) next32()

  const next = () => next32() / 2 ** 32
  const below = (bound: number) => Math.floor(next() * bound)
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to pick from')
      return item
    },
    bytes: (length) => {
      const bytes = Buffer.alloc(length)
      for (let at = 0; at < length; at += 1) bytes[at] = next32()
      return bytes
    },
  }
}
