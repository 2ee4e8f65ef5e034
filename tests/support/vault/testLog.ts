/** A small log for trials: two collections of one kind of record, opened by a key that costs nothing. */
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { ok, type Result } from '../../../src/core/result.ts'
import type { VaultSchema } from '../../../src/vault/data/vaultSchema.ts'
import type { Disk } from '../../../src/vault/disk.ts'
import { FileEngine } from '../../../src/vault/file/FileEngine.ts'
import type { DeriveKey } from '../../../src/vault/kdf.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { createVault, openVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret, Secret } from '../../../src/vault/secret.ts'
import type { VaultPorts } from '../../../src/vault/startSession.ts'
import type { VaultSession } from '../../../src/vault/VaultSession.ts'
import type { VaultError } from '../../../src/vault/vaultError.ts'

export const COLLECTIONS = ['incidents', 'sources'] as const
export type CollectionName = (typeof COLLECTIONS)[number]

const recordSchema = z.strictObject({ id: z.string(), n: z.int(), text: z.string() })
const metaSchema = z.strictObject({ n: z.int() })

/** Of immutable type, but not `readonly`: in an update it is a draft. */
export interface TestRecord {
  id: string
  n: number
  text: string
}

export interface TestLog {
  meta: { n: number }
  incidents: Record<string, TestRecord>
  sources: Record<string, TestRecord>
}

export const testSchema: VaultSchema<TestLog> = {
  collections: COLLECTIONS,
  parseMeta: (untrusted) => metaSchema.parse(untrusted),
  parseRecord: (_collection, untrusted) => recordSchema.parse(untrusted),
  // One collection with rows and one without: the file treats them differently.
  summarise: (collection, record) =>
    collection === 'incidents' ? { n: recordSchema.parse(record).n } : undefined,
}

export const PASSPHRASE = 'correct horse battery staple'

/** Stands in for Argon2id where the test is about something else. */
export const cheapDeriveKey: DeriveKey = async (passphrase, salt) =>
  ok(passphrase.use((bytes) => new Secret(createHmac('sha256', salt).update(bytes).digest())))

export type TestSession = VaultSession<TestLog>
/** As for a session; with `disk`, the file is handled on this thread and on that disk. */
export type TestPorts = Partial<VaultPorts> & { readonly disk?: Disk }

const FIXED_TIME = new Date('2026-01-02T03:04:05.000Z')

/** The ports of a session: cheap and always the same, but for what `ports` says. */
export function testPorts({ disk, ...ports }: TestPorts): Partial<VaultPorts> {
  return {
    deriveKey: cheapDeriveKey,
    now: () => FIXED_TIME,
    ...(disk === undefined
      ? {}
      : {
          startEngine: (listener, policy) =>
            new FileEngine({ disk, policy, listener, warningsFor: () => [] }),
        }),
    ...ports,
  }
}

export function createTestLog(
  path: string,
  initial: TestLog,
  ports: TestPorts = {},
  passphrase: string = PASSPHRASE,
): Promise<Result<TestSession, VaultError>> {
  return createVault<TestLog>({
    path,
    passphrase: passphraseSecret(passphrase),
    initial,
    schema: testSchema,
    kdf: KDF_FLOOR,
    ports: testPorts(ports),
  })
}

export function openTestLog(
  path: string,
  ports: TestPorts = {},
  options: { readonly passphrase?: string | undefined; readonly readOnly?: boolean } = {},
): Promise<Result<TestSession, VaultError>> {
  return openVault<TestLog>({
    path,
    key: { kind: 'passphrase', secret: passphraseSecret(options.passphrase ?? PASSPHRASE) },
    schema: testSchema,
    readOnly: options.readOnly ?? false,
    kdf: KDF_FLOOR,
    ports: testPorts(ports),
  })
}

/** The value, or an error that names the code. */
export function expectValue<T>(result: Result<T, VaultError>): T {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`)
  return result.value
}
