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

/**
 * The same for what takes the place of `base`, which is frozen all the way down: what it took over of that as it was is
 * not walked through again. Most edits change one field of many.
 */
export function deepFreezeAfter(base: object | undefined, root: object): object {
  if (base === undefined) return deepFreeze(root)
  for (const key in root) {
    const child: unknown = Reflect.get(root, key)
    if (typeof child === 'object' && child !== null && child !== Reflect.get(base, key)) deepFreeze(child)
  }
  return Object.freeze(root)
}
