/** A process killed while saving: the last acknowledged save, or a later one, is there, and the log opens at once. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { KDF_FLOOR } from '../../src/vault/kdfParams.ts'
import { passphraseSecret } from '../../src/vault/secret.ts'
import { createVault, openVault } from '../../src/vault/VaultSession.ts'
import { expectValue, parseAnyLog, temporaryFolder } from '../unit/vault/vaultFixture.ts'

const CHILD = fileURLToPath(new URL('./savingChild.ts', import.meta.url))

test.each([1, 2, 4, 7])('killed after acknowledging save %i', async (killAfter) => {
  const folder = await temporaryFolder()
  const path = join(folder, 'log.daybook')
  const passphrase = passphraseSecret('p')
  await expectValue(await createVault({ path, passphrase, initial: { n: 0 }, kdf: KDF_FLOOR })).close()

  const child = spawn(process.execPath, [CHILD, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(child, 'exit')
  let acknowledged = 0
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line)
    if (acknowledged >= killAfter) child.kill('SIGKILL')
  }
  const [, signal] = await exited
  expect(signal).toBe('SIGKILL')
  expect(await readdir(folder)).toContain('log.daybook.lock')

  const session = expectValue(await openVault({ path, passphrase, parse: parseAnyLog }))
  expect(session.data.n).toBeGreaterThanOrEqual(acknowledged)
  expect(session.data.n).toBeLessThanOrEqual(acknowledged + 1)
  expectValue(await session.save({ n: -1 }))
  await session.close()
  expect((await readdir(folder)).sort()).toEqual(['log.daybook', 'log.daybook.bak'])
})
