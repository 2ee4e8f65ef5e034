/** Parts of a text that never changes: their order is as good a key as any. */
export function inOrder<T>(parts: readonly T[]): readonly { readonly key: string; readonly part: T }[] {
  return parts.map((part, at) => ({ key: `${at}`, part }))
}
