/** What is counted and named as lost: entries of histories are no records of their own to whoever reads of it. */
export function withoutHistories<T extends { readonly collection: string }>(
  lost: readonly T[],
): readonly T[] {
  return lost.filter(({ collection }) => collection !== 'history')
}
