/** Copies what can still be read of a damaged log into a new one, and says what is lost. The old file is not touched. */
import { err, ok, type Result } from '../core/result.ts'
import { cancellable, whileStoppable } from './cancellable.ts'
import { ContentReader } from './data/ContentReader.ts'
import { JournalAdapter } from './data/JournalAdapter.ts'
import { RecordChunks } from './data/RecordChunks.ts'
import type { VaultSchema } from './data/vaultSchema.ts'
import type { LostRecord } from './file/LostRecords.ts'
import { findMissingEnd, type SalvageReport } from './file/salvage.ts'
import { joined } from './file/unreadable.ts'
import { deriveEpochKeys, wipeEpochKeys } from './format/epochKeys.ts'
import { META_COLLECTION, META_ID } from './format/lines.ts'
import type { KdfParams } from './kdfParams.ts'
import { createVault } from './openVault.ts'
import type { Secret } from './secret.ts'
import { findDataKey, type VaultKey } from './slots.ts'
import { REAL_PORTS, type VaultPorts } from './startSession.ts'
import { attempt, unwrap, type VaultError, VaultFailure } from './vaultError.ts'

export interface RescueOptions<T extends object> {
  readonly path: string
  readonly key: VaultKey
  /** Where the new log goes; nothing may be there. */
  readonly out: string
  /** Passphrase of the new log. */
  readonly newPassphrase: Secret
  /** The log that what is found is put into: what it holds already stays where nothing is found. */
  readonly initial: T
  readonly schema: VaultSchema<T>
  readonly kdf?: KdfParams
  readonly onProgress?: (done: number, total: number) => void
  /** Stops it with `vault/cancelled`; nothing is left behind. */
  readonly signal?: AbortSignal
  readonly ports?: Partial<VaultPorts>
}

export interface RescueReport extends Omit<SalvageReport, 'end'> {
  /** Also those that were read and are not what the schema wants. */
  readonly lostRecords: readonly LostRecord[]
  /** The file is shorter than one of its commit records says was saved. */
  readonly endsEarly: boolean
  readonly lostBytes: number
  /** Records saved into the new log, by collection. */
  readonly records: Readonly<Record<string, number>>
  /** Records that were read and are not what the schema wants. */
  readonly invalid: number
}

/** True when nothing is missing, as far as the file itself can tell. */
export function isWholeRescue(report: RescueReport): boolean {
  const { lost, lostRecords, missingFrames, incompleteTransactions, invalid, sawSnapshotEnd, endsEarly } =
    report
  const isAnythingGone =
    lost.length + lostRecords.length + missingFrames + incompleteTransactions + invalid > 0
  return !isAnythingGone && sawSnapshotEnd && !endsEarly
}

/**
 * Errors as in `openVault`, but for damage behind the first pages; with both superblocks gone there is no key and
 * nothing to be done (`vault/damaged`). `vault/exists` when `out` is taken.
 */
export async function rescueVault<T extends object>(
  options: RescueOptions<T>,
): Promise<Result<RescueReport, VaultError>> {
  const ports = { ...REAL_PORTS, ...options.ports }
  const { path, key, out, newPassphrase, schema, initial, onProgress, signal } = options
  const chunks = new RecordChunks()
  const adapter: JournalAdapter<T> = new JournalAdapter(schema, chunks, {
    now: ports.now,
    append: async () => {
      throw new VaultFailure({ code: 'vault/read-only' })
    },
  })
  const reader = new ContentReader(adapter, chunks)
  let unreadableParts = 0
  const engine = await ports.startEngine(
    {
      content: (parts) => {
        for (const part of parts) {
          try {
            reader.take([part])
          } catch {
            // Of a collection that this program does not know.
            unreadableParts += 1
          }
        }
      },
      progress: (step, done, total) => {
        if (step === 'reading') onProgress?.(done, total)
      },
      changed: () => undefined,
    },
    ports.policy,
    path,
  )
  const salvaged = await attempt(async () => {
    try {
      const { superblock } = await engine.open({ path, readOnly: true, since: '' })
      const dataKey = unwrap(await cancellable(findDataKey(superblock, key, ports.deriveKey), signal))
      const bytes = dataKey.use((secret) => new Uint8Array(secret))
      dataKey.wipe()
      const { fileId, epoch } = superblock
      const keys = deriveEpochKeys(bytes, Buffer.from(fileId, 'hex'), Buffer.from(epoch, 'hex'))
      try {
        const { end, ...found } = await whileStoppable(
          signal,
          () => void engine.cancel(),
          () => engine.salvage(bytes),
        )
        const missing = findMissingEnd(end, keys.commit)
        return {
          ...found,
          lost: joined([...missing.lost, ...found.lost]),
          missingFrames: found.missingFrames + missing.missingFrames,
          endsEarly: missing.endsEarly,
        }
      } finally {
        wipeEpochKeys(keys)
      }
    } finally {
      await engine.close()
    }
  })
  if (!salvaged.ok) return salvaged
  if (signal?.aborted === true) return err({ code: 'vault/cancelled' })
  const { found, records, unusable } = collect(adapter, schema, initial)
  const kdf = options.kdf === undefined ? {} : { kdf: options.kdf }
  const created = await createVault({
    path: out,
    passphrase: newPassphrase,
    initial: schema.mend?.(found) ?? found,
    schema,
    ...kdf,
    ...(signal === undefined ? {} : { signal }),
    ports: { ...ports },
  })
  if (!created.ok) return created
  await created.value.close()
  const lostBytes = salvaged.value.lost.reduce((sum, { from, to }) => sum + to - from, 0)
  return ok({
    ...salvaged.value,
    lostRecords: [...salvaged.value.lostRecords, ...unusable],
    lostBytes,
    records,
    invalid: unusable.length + unreadableParts,
  })
}

/** What was found, over what `initial` holds; records that do not parse are named and left out. */
function collect<T extends object>(adapter: JournalAdapter<T>, schema: VaultSchema<T>, initial: T) {
  const records: Record<string, number> = {}
  const unusable: LostRecord[] = []
  const found = { ...initial }
  for (const collection of adapter.recordCollections()) {
    const kept: Record<string, object> = {}
    for (const { id, row, json } of collection.durableLines()) {
      const record = parse(() => schema.parseRecord(collection.name, JSON.parse(json)))
      if (record === null || Reflect.get(record, 'id') !== id)
        unusable.push({ collection: collection.name, id, untrustedRow: row })
      else kept[id] = record
    }
    Reflect.set(found, collection.name, kept)
    records[collection.name] = Object.keys(kept).length
  }
  for (const { id, json } of adapter.collection(META_COLLECTION)?.durableLines() ?? []) {
    const meta = id === META_ID ? parse(() => schema.parseMeta(JSON.parse(json))) : null
    if (meta !== null) Reflect.set(found, 'meta', meta)
  }
  return { found, records, unusable }
}

function parse(work: () => object): object | null {
  try {
    return work()
  } catch {
    return null
  }
}
