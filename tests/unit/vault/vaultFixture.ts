/** What the tests of the vault share: a folder of its own, a disk that fails on request, bits to flip. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EnginePolicy } from '../../../src/vault/file/engine.ts'
import type { DeriveKey } from '../../../src/vault/kdf.ts'
import { expectValue, openTestLog, type TestLog, type TestPorts } from '../../support/vault/testLog.ts'

/** A folder that goes away with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-vault-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** For what must be found out before any derivation. */
export const forbiddenDeriveKey: DeriveKey = async () => {
  throw new Error('a key was derived')
}

/** Commit records at once, no compaction by itself, no reserve: what a test sees is what it asked for. */
export const QUIET_POLICY: EnginePolicy = {
  compactAfterFrames: 1_000_000,
  compactAfterBytes: 1024 * 1024 * 1024,
  commitDelayMs: null,
  reserveBytes: 0,
}

export const EMPTY_LOG: TestLog = { meta: { n: 0 }, incidents: {}, sources: {} }

/** A log with `count` incidents `i0`, `i1`, … */
export function logOf(count: number): TestLog {
  const ids = Array.from({ length: count }, (_, n) => `i${n}`)
  return {
    meta: { n: count },
    incidents: Object.fromEntries(ids.map((id, n) => [id, { id, n, text: `случай ${n}` }])),
    sources: {},
  }
}

/** A plain copy of what a log holds, to compare with. */
export function plain(log: TestLog): unknown {
  return JSON.parse(JSON.stringify(log))
}

/** The data of the log on disk, read without a lock. */
export async function dataOnDisk(path: string, ports: TestPorts = {}, passphrase?: string): Promise<unknown> {
  const session = expectValue(await openTestLog(path, ports, { readOnly: true, passphrase }))
  const data = plain(session.data)
  await session.close()
  return data
}

/** A copy with one bit turned over. */
export function flipBit(bytes: Uint8Array, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}
