/**
 * Freezes JSON in place, all the way down, and returns it: an edit of what was handed out throws instead of being lost.
 *
 * Walks on below what is frozen already: a schema that freezes its outputs does so one level deep.
 */
export function deepFreeze(root: object): object {
  // By recursion: what contains itself, which JSON cannot hold, overflows the stack instead of never ending.
  for (const child of Object.values(root)) {
    if (typeof child === 'object' && child !== null) deepFreeze(child)
  }
  return Object.freeze(root)
}
