/**
 * lowdb's `Low` whose memory changes only after the disk has.
 *
 * lowdb's own `update` changes `data` first and writes afterwards, so that a failed write leaves memory ahead of the
 * file. Here the next state is written, then becomes `data`; states are frozen, never changed in place.
 */
import { type Adapter, Low } from 'lowdb'
import { deepFreeze } from './deepFreeze.ts'

export class SnapshotLow<T extends object> extends Low<T> {
  constructor(adapter: Adapter<T>, data: T) {
    super(adapter, data)
    deepFreeze(data)
  }

  /** Writes `next` through the adapter, then makes it the data. Throws what the adapter throws, `data` unchanged. */
  async commit(next: T): Promise<void> {
    deepFreeze(next)
    await this.adapter.write(next)
    this.data = next
  }

  override async read(): Promise<void> {
    await super.read()
    deepFreeze(this.data)
  }

  /** As in lowdb, but `change` works on a copy, which is committed. */
  override async update(change: (draft: T) => unknown): Promise<void> {
    const draft = structuredClone(this.data)
    change(draft)
    await this.commit(draft)
  }
}
