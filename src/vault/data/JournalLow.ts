/**
 * lowdb over the journal. `data`, `update` and `write` work as in lowdb, but for two things: inside `update` records
 * can be changed in place, and an update that throws or cannot be saved leaves everything as it was.
 */
import { Low } from 'lowdb'
import type { JournalAdapter } from './JournalAdapter.ts'

export class JournalLow<T extends object> extends Low<T> {
  readonly #journal: JournalAdapter<T>

  constructor(adapter: JournalAdapter<T>) {
    super(adapter, adapter.root)
    this.#journal = adapter
  }

  /** Rejects with what `change` throws, or with a `VaultFailure` that says why it could not be saved. */
  override update(change: (data: T, before: T) => unknown): Promise<void> {
    return this.#journal.update(change)
  }
}
