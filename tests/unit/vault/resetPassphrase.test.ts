/** A passphrase that is forgotten: the recovery key sets a new one. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret, Secret } from '../../../src/vault/secret.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  testPorts,
  testSchema,
} from '../../support/vault/testLog.ts'

const NEXT = 'three grey kites over water'
const WRONG = { ok: false, error: { code: 'vault/wrong-passphrase' } }
let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daybook-reset-'))
  path = join(folder, 'log.daybook')
})
afterEach(() => rm(folder, { recursive: true }))

async function logWithRecoveryKey() {
  const session = expectValue(await createTestLog(path, { meta: { n: 7 }, incidents: {}, sources: {} }))
  const current = passphraseSecret(PASSPHRASE)
  expectValue(await session.addPassphrase(current, passphraseSecret('a second one')))
  const recovery = expectValue(await session.addRecoveryKey(current))
  return { session, recovery }
}

const openWith = (secret: Secret) =>
  openVault({ path, key: { kind: 'recovery', secret }, schema: testSchema, ports: testPorts({}) })

test('the new passphrase and the recovery key open, no older passphrase does', async () => {
  const { session, recovery } = await logWithRecoveryKey()
  await session.close()
  const byWords = expectValue(await openWith(recovery))
  expectValue(await byWords.resetPassphrase(recovery, passphraseSecret(NEXT)))
  expect(byWords.info().slots.map(({ kind }) => kind)).toEqual(['recovery', 'passphrase'])
  await byWords.close()
  for (const passphrase of [PASSPHRASE, 'a second one']) {
    expect(await openTestLog(path, {}, { passphrase })).toMatchObject(WRONG)
  }
  for (const open of [() => openTestLog(path, {}, { passphrase: NEXT }), () => openWith(recovery)]) {
    const again = expectValue(await open())
    expect(again.data.meta.n).toBe(7)
    await again.close()
  }
})

test('a key that is not of this log changes nothing', async () => {
  const { session } = await logWithRecoveryKey()
  const before = await readFile(path)
  expect(await session.resetPassphrase(new Secret(Buffer.alloc(32, 7)), passphraseSecret(NEXT))).toEqual(
    WRONG,
  )
  expect((await readFile(path)).equals(before)).toBe(true)
  await session.close()
})
