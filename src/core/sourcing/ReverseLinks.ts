/**
 * Which records name a record: links read backwards. Most are named once or twice, some by ten thousands; a set for
 * each of the first would cost more memory than the records.
 */
export class ReverseLinks {
  readonly #byTarget = new Map<string, string | Set<string>>()

  /** Notes that `from` names `target`; noting it twice changes nothing. */
  add(target: string, from: string): void {
    const known = this.#byTarget.get(target)
    if (known === undefined) this.#byTarget.set(target, from)
    else if (typeof known !== 'string') known.add(from)
    else if (known !== from) this.#byTarget.set(target, new Set([known, from]))
  }

  delete(target: string, from: string): void {
    const known = this.#byTarget.get(target)
    if (known === from) this.#byTarget.delete(target)
    else if (known instanceof Set && known.delete(from) && known.size === 0) this.#byTarget.delete(target)
  }

  /** Ids of the records that name `target`. */
  of(target: string): Iterable<string> {
    const known = this.#byTarget.get(target)
    if (known === undefined) return NOBODY
    return typeof known === 'string' ? [known] : known
  }

  /** Everything that leads to one of these records, link by link, and the records themselves. Circles end. */
  closureOf(targets: Iterable<string>): ReadonlySet<string> {
    const found = new Set(targets)
    // A set is walked in the order of adding, with what is added on the way.
    for (const id of found) for (const from of this.of(id)) found.add(from)
    return found
  }

  /** Replaces the links of one record: from those it had to those it has. */
  move(from: string, before: readonly string[], after: readonly string[]): void {
    for (const target of before) if (!after.includes(target)) this.delete(target, from)
    for (const target of after) this.add(target, from)
  }
}

const NOBODY: readonly string[] = []
