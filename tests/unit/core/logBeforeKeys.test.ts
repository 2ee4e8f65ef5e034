/** A log of a version that knew no keys opens, its keys empty, and takes keys. */
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addKey } from '../../../src/core/keyring/keyringChange.ts'
import { applyInPlace, emptyLog, LOG_SCHEMA, type Log } from '../../../src/core/log.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { createVault, openVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import { testPorts } from '../../support/vault/testLog.ts'

const NOW = '2026-01-01T00:00:00Z'
const NEW = ['keys', 'recipientKeys', 'keySecrets']

test('a log that was made before there were keys', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'daybook-before-'))
  try {
    const file = path.join(folder, 'old.daybook')
    const { keys: _keys, recipientKeys: _others, keySecrets: _secrets, ...initial } = emptyLog(NOW)
    type OldLog = typeof initial
    const old = {
      ...LOG_SCHEMA,
      collections: LOG_SCHEMA.collections.filter((name) => !NEW.includes(name)) as (keyof OldLog & string)[],
      mend: (log: OldLog) => log,
    }
    const passphrase = () => passphraseSecret('seven quiet herons')
    const ports = testPorts({})
    const created = await createVault<OldLog>({
      path: file,
      passphrase: passphrase(),
      initial,
      schema: old,
      kdf: KDF_FLOOR,
      ports,
    })
    if (!created.ok) throw new Error(created.error.code)
    await created.value.close()
    const opened = await openVault<Log>({
      path: file,
      key: { kind: 'passphrase', secret: passphrase() },
      schema: LOG_SCHEMA,
      ports,
    })
    if (!opened.ok) throw new Error(opened.error.code)
    const session = opened.value
    expect(NEW.map((name) => Object.keys(session.data[name as 'keys']))).toEqual([[], [], []])
    const pair = { publicKey: 'RW', secret: 'A'.repeat(56) }
    const change = addKey(session.data, { use: 'sign', name: 'Desk' }, pair, { id: 'k1', now: NOW })
    if (!change.ok) throw new Error(change.error.code)
    await session.update((log, before) => {
      applyInPlace(log, before, change.value)
    })
    expect(session.data.keys.k1?.name).toBe('Desk')
    expect(session.data.keySecrets.k1?.secret).toBe(pair.secret)
    await session.close()
  } finally {
    await rm(folder, { recursive: true })
  }
})
