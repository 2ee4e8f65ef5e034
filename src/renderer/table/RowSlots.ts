/**
 * Which element of the page a row of the table is drawn in. While somebody scrolls far, each frame shows other rows: they
 * take over the elements of those that went, which are then written anew and not made anew. Half a thousand new elements
 * in each frame would have to be cleared away together, and the window would stand still meanwhile.
 */
type RowKey = string | number

export class RowSlots {
  /** Slots of the rows that are drawn, in their order. */
  #slots: ReadonlyMap<RowKey, number> = new Map()
  #made = 0

  /**
   * A number for each row drawn, in their order. What has the focus stays where it is, and no element is moved past it or
   * past a row that keeps its own: that would take the focus from it.
   * @param held the slot that has the focus, which no other row may take over.
   */
  assign(keys: readonly RowKey[], held: number | null): ReadonlyMap<RowKey, number> {
    const staying = keys.filter((key) => this.#slots.has(key)).length
    // To write a few rows more than once costs less than to move the elements of all others.
    this.#slots = staying * 2 < keys.length ? this.#inOrder(keys, held) : this.#keeping(keys, held)
    return this.#slots
  }

  /** Elements stay in their order, whichever rows they showed. */
  #inOrder(keys: readonly RowKey[], held: number | null): ReadonlyMap<RowKey, number> {
    const order = [...this.#slots]
    const heldBefore = order.findIndex(([, slot]) => slot === held)
    const heldNow = keys.findIndex((key) => this.#slots.get(key) === held)
    const ahead = order.slice(0, Math.max(0, heldBefore)).map(([, slot]) => slot)
    const behind = order.slice(heldBefore + 1).map(([, slot]) => slot)
    const free = (place: number) => {
      if (place < heldNow) return ahead.shift()
      return heldNow < 0 ? (ahead.shift() ?? behind.shift()) : behind.shift()
    }
    return new Map(
      keys.map((key, place) => [key, (place === heldNow ? held : free(place)) ?? this.#make()] as const),
    )
  }

  /** Rows that stay keep their elements, others take over what is free. */
  #keeping(keys: readonly RowKey[], held: number | null): ReadonlyMap<RowKey, number> {
    const before = this.#slots
    const wanted = new Set(keys)
    const free: { readonly slot: number; readonly isAhead: boolean }[] = []
    let isAhead = true
    for (const [key, slot] of before) {
      if (wanted.has(key)) isAhead = false
      else if (slot !== held) free.push({ slot, isAhead })
    }
    const lastToStay = keys.findLastIndex((key) => before.has(key))
    const slots = new Map<RowKey, number>()
    for (const [place, key] of keys.entries()) {
      const own = before.get(key)
      // Elements are moved past others towards the end: what stood behind a row that stays would move that row.
      const canTake = place > lastToStay || free[0]?.isAhead === true
      slots.set(key, own ?? (canTake ? free.shift()?.slot : undefined) ?? this.#make())
    }
    return slots
  }

  #make(): number {
    this.#made += 1
    return this.#made
  }
}
