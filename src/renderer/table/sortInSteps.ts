/** Sorts in short steps, so that a caller can stop for keys and frames in between, or give up. Pure. */

/** Up to here one step takes a few milliseconds, also where a comparison asks for the order of a language. */
const RUN = 1_024

/** A sorted copy; equal items stay as they came. Yields after each step. */
export function* sortInSteps<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<void, readonly T[]> {
  let runs: T[][] = []
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: T[][] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergeInSteps(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

function* mergeInSteps<T>(
  one: readonly T[],
  other: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<void, T[]> {
  const merged: T[] = []
  let [i, j] = [0, 0]
  while (i < one.length && j < other.length) {
    const [a, b] = [one[i] as T, other[j] as T]
    if (compare(a, b) <= 0) {
      merged.push(a)
      i += 1
    } else {
      merged.push(b)
      j += 1
    }
    if (merged.length % RUN === 0) yield
  }
  for (; i < one.length; i += 1) merged.push(one[i] as T)
  for (; j < other.length; j += 1) merged.push(other[j] as T)
  return merged
}
