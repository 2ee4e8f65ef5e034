/** Writes all durable records of a log into a file that was begun, without reading the old file. */
import type { VaultEngine } from '../file/engine.ts'
import { META_COLLECTION, META_ID } from '../format/lines.ts'
import type { JournalAdapter } from './JournalAdapter.ts'
import { PartWriter } from './PartWriter.ts'

/** Returns the log's own data, which the end of the snapshot holds. @param goOn called between parts; stops by throwing. */
export async function feedFromMemory<T extends object>(
  engine: VaultEngine,
  adapter: JournalAdapter<T>,
  at: string,
  goOn: () => void = () => undefined,
): Promise<unknown> {
  const writer = new PartWriter(at)
  for (const collection of adapter.recordCollections()) {
    for (const { id, row, json } of collection.durableLines()) {
      const part = writer.add(collection.name, id, row, json)
      if (part === null) continue
      await engine.feed(part)
      goOn()
    }
  }
  const rest = writer.flush()
  if (rest !== null) await engine.feed(rest)
  goOn()
  for (const { id, json } of adapter.collection(META_COLLECTION)?.durableLines() ?? []) {
    if (id === META_ID) return JSON.parse(json)
  }
  return null
}
