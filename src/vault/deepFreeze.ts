/**
 * Freezes a tree of JSON in place, so that an edit of a snapshot throws instead of being lost.
 *
 * Walks on below what is frozen already: a schema that freezes its outputs does so one level deep.
 */
export function deepFreeze(root: object): void {
  const waiting: object[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    Object.freeze(node)
    for (const child of Object.values(node)) {
      if (typeof child === 'object' && child !== null) waiting.push(child)
    }
  }
}
