/** React for a first drawing without a page: what a store holds now is what it shows. */
export async function firstDrawing(
  original: () => Promise<typeof import('react')>,
): Promise<typeof import('react')> {
  return {
    ...(await original()),
    useSyncExternalStore: <T>(_subscribe: unknown, get: () => T): T => get(),
  }
}
