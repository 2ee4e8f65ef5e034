/** What the tests of the vault share: a folder of its own, a cheap key derivation, a parser of any object. */
import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ok, type Result } from '../../../src/core/result.ts'
import type { DeriveKey } from '../../../src/vault/kdf.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { passphraseSecret, Secret } from '../../../src/vault/secret.ts'
import {
  createVault,
  openVault,
  type VaultPorts,
  type VaultSession,
} from '../../../src/vault/VaultSession.ts'
import type { VaultError } from '../../../src/vault/vaultError.ts'

export type AnyLog = Record<string, unknown>

/** A folder that goes away with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-vault-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Stands in for Argon2id where the test is about something else. */
export const cheapDeriveKey: DeriveKey = async (passphrase, salt) =>
  ok(passphrase.use((bytes) => new Secret(createHmac('sha256', salt).update(bytes).digest())))

/** For what must be found out before any derivation. */
export const forbiddenDeriveKey: DeriveKey = async () => {
  throw new Error('a key was derived')
}

export const PASSPHRASE = 'correct horse battery staple'

export function parseAnyLog(untrusted: unknown): AnyLog {
  if (typeof untrusted !== 'object' || untrusted === null) throw new Error('not an object')
  return { ...untrusted }
}

export function createTestVault(path: string, initial: AnyLog, ports: Partial<VaultPorts> = {}) {
  return createVault<AnyLog>({
    path,
    passphrase: passphraseSecret(PASSPHRASE),
    initial,
    kdf: KDF_FLOOR,
    ports: { deriveKey: cheapDeriveKey, ...ports },
  })
}

export function openTestVault(
  path: string,
  options: { readonly readOnly?: boolean; readonly passphrase?: string } = {},
  ports: Partial<VaultPorts> = {},
): Promise<Result<VaultSession<AnyLog>, VaultError>> {
  return openVault<AnyLog>({
    path,
    passphrase: passphraseSecret(options.passphrase ?? PASSPHRASE),
    parse: parseAnyLog,
    readOnly: options.readOnly ?? false,
    ports: { deriveKey: cheapDeriveKey, ...ports },
  })
}

/** The value, or a failed test that names the error. */
export function expectValue<T>(result: Result<T, VaultError>): T {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`)
  return result.value
}

/** The data of the log on disk, read without a lock. */
export async function dataOnDisk(path: string): Promise<AnyLog> {
  const session = expectValue(await openTestVault(path, { readOnly: true }))
  const { data } = session
  await session.close()
  return data
}
