/** Writes all durable records of a log into a file that was begun, without reading the old file. */
import type { VaultEngine } from '../file/engine.ts'
import { META_COLLECTION, META_ID } from '../format/lines.ts'
import type { JournalAdapter } from './JournalAdapter.ts'
import { PartWriter } from './PartWriter.ts'

/** Called between parts with the records written so far of all there are; waits, and stops the writing by throwing. */
export type FeedPause = (done: number, total: number) => Promise<void> | void

/** Returns the log's own data, which the end of the snapshot holds. */
export async function feedFromMemory<T extends object>(
  engine: VaultEngine,
  adapter: JournalAdapter<T>,
  at: string,
  goOn: FeedPause = () => undefined,
): Promise<unknown> {
  const writer = new PartWriter(at)
  const collections = [...adapter.recordCollections()]
  const total = collections.reduce((sum, { durableSize }) => sum + durableSize, 0)
  let done = 0
  for (const collection of collections) {
    for (const { id, row, json } of collection.durableLines()) {
      done += 1
      const part = writer.add(collection.name, id, row, json)
      if (part === null) continue
      await engine.feed(part)
      await goOn(done, total)
    }
  }
  const rest = writer.flush()
  if (rest !== null) await engine.feed(rest)
  await goOn(total, total)
  for (const { id, json } of adapter.collection(META_COLLECTION)?.durableLines() ?? []) {
    if (id === META_ID) return JSON.parse(json)
  }
  return null
}
