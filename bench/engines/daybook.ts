/**
 * Daybook's own vault as the app uses it. Only the key derivation is left out: it costs the
 * same for every size, and is chosen to be slow.
 */
import { z } from 'zod'
import { LOG_SCHEMA, type Log } from '../../src/core/log.ts'
import { ok } from '../../src/core/result.ts'
import type { DeriveKey } from '../../src/vault/kdf.ts'
import { KDF_PROBE } from '../../src/vault/kdfParams.ts'
import { createVault, openVault } from '../../src/vault/openVault.ts'
import { passphraseSecret, Secret } from '../../src/vault/secret.ts'
import type { VaultSession } from '../../src/vault/VaultSession.ts'
import { unwrap } from '../../src/vault/vaultError.ts'
import { type Edit, type Engine, incidentOf, newestOf, type OpenLog, type ScreenRow } from './Engine.ts'

const PASSPHRASE = 'a passphrase for measuring'
const fixedKey: DeriveKey = async () => ok(new Secret(Buffer.alloc(32, 9)))
const ports = { deriveKey: fixedKey }

/** What the index holds of an incident. */
const rowSchema = z.tuple([z.string()])

export const daybook: Engine = {
  async create(path, initial) {
    const passphrase = passphraseSecret(PASSPHRASE)
    const session = unwrap(
      await createVault({ path, passphrase, initial, schema: LOG_SCHEMA, kdf: KDF_PROBE, ports }),
    )
    await session.close()
  },
  async open(path) {
    const secret = passphraseSecret(PASSPHRASE)
    return openLog(
      unwrap(await openVault({ path, key: { kind: 'passphrase', secret }, schema: LOG_SCHEMA, ports })),
    )
  },
}

function openLog(session: VaultSession<Log>): OpenLog {
  const startBytes = session.info().sizeBytes
  const startSyncs = session.info().syncs
  const save = async (edits: readonly Edit[]): Promise<void> => {
    unwrap(
      await session.update((draft, before) => {
        for (const { id, ...fields } of edits) {
          Reflect.set(draft.incidents, id, { ...incidentOf(before, id), ...fields })
        }
      }),
    )
  }
  return {
    newest: (count) =>
      newestOf(indexRows(session), count).map((row) => ({
        ...row,
        title: incidentOf(session.data, row.id).title,
      })),
    read: (id) => incidentOf(session.data, id),
    readAll: () => Object.values(session.data.incidents),
    save: (edit) => save([edit]),
    async saveTogether(edits) {
      await Promise.all(edits.map((edit) => save([edit])))
    },
    async import(incidents) {
      unwrap(
        await session.update((draft) => {
          for (const incident of incidents) Reflect.set(draft.incidents, incident.id, incident)
        }),
      )
    },
    close: () => session.close(),
    written: () => ({
      bytes: session.info().sizeBytes - startBytes,
      syncs: session.info().syncs - startSyncs,
    }),
    async compact() {
      unwrap(await session.compact())
    },
  }
}

/** Dates of all incidents from the index; the title of those that are shown is read from their records. */
function* indexRows(session: VaultSession<Log>): Generator<ScreenRow> {
  for (const [id, untrustedRow] of session.rows('incidents')) {
    const [when] = rowSchema.parse(untrustedRow)
    yield { id, title: '', when }
  }
}
