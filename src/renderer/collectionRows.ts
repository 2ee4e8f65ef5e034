/**
 * The records of a collection as a list. Listing the values of an object with a hundred thousand keys takes as long as
 * several frames, so a list that was made once is carried along when few of the records change.
 */

type Collection<R> = Readonly<Record<string, R>>

const listed = new WeakMap<object, readonly unknown[]>()

/** The same records in the same order as `Object.values`; the same list as long as the collection is the same object. */
export function rowsOf<R>(collection: Collection<R>): readonly R[] {
  const known = listed.get(collection)
  // Kept for this very object, by `rowsOf` and `carryRows` alone.
  if (known !== undefined) return known as readonly R[]
  const rows = Object.values(collection)
  listed.set(collection, rows)
  return rows
}

/**
 * Makes the list of `after` from that of `before`, if there is one. `after` must be a copy of `before` in which `puts`
 * were put (null removes), in their order.
 */
export function carryRows<R extends { readonly id: string }>(
  before: Collection<R>,
  after: Collection<R>,
  puts: Readonly<Record<string, R | null>>,
): void {
  const rows = listed.get(before) as readonly R[] | undefined
  if (rows === undefined) return
  const next: R[] = []
  for (const row of rows) {
    const put = Object.hasOwn(puts, row.id) ? puts[row.id] : row
    if (put !== null && put !== undefined) next.push(put)
  }
  for (const [id, put] of Object.entries(puts)) if (put !== null && !Object.hasOwn(before, id)) next.push(put)
  listed.set(after, next)
}
