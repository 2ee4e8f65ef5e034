/**
 * As few of `items` as still fail, none of which can be left out alone: takes away halves, then quarters and so on down
 * to single ones (Zeller and Hildebrandt's delta debugging). `items` themselves must fail.
 */
export async function smallest<T>(
  items: readonly T[],
  fails: (kept: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let kept = items
  for (let size = Math.ceil(items.length / 2); size >= 1; ) {
    let isSmaller = false
    for (let start = 0; start < kept.length; ) {
      const without = [...kept.slice(0, start), ...kept.slice(start + size)]
      if (await fails(without)) {
        kept = without
        isSmaller = true
      } else start += size
    }
    if (size === 1 && !isSmaller) break
    size = Math.max(1, Math.floor(size / 2))
    if (kept.length === 0) break
  }
  return kept
}
