/**
 * Freezes JSON in place, all the way down, and returns it: an edit of what was handed out throws instead of being lost.
 *
 * Walks on below what is frozen already: a schema that freezes its outputs does so one level deep.
 */
export function deepFreeze(root: object): object {
  const waiting: object[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    Object.freeze(node)
    for (const child of Object.values(node)) {
      if (typeof child === 'object' && child !== null) waiting.push(child)
    }
  }
  return root
}
