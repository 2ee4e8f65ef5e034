/**
 * What locking leaves in memory: every buffer that held a key, and the records as they came from the file, is kept here
 * across `close` and must hold zeros then. Copies that Node makes for its ciphers are out of reach.
 */
import { createCipheriv } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { forgetLastKeys } from '../../../src/vault/cipher.ts'
import { RecordChunks } from '../../../src/vault/data/RecordChunks.ts'
import { type Disk, realDisk } from '../../../src/vault/disk.ts'
import { startEngineThread } from '../../../src/vault/file/engineThread.ts'
import { epochKeysOf } from '../../../src/vault/format/epochKeys.ts'
import { passphraseSecret, Secret } from '../../../src/vault/secret.ts'
import { PowerCutDisk } from '../../support/vault/powerCutDisk.ts'
import { createRandom } from '../../support/vault/random.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  type TestSession,
} from '../../support/vault/testLog.ts'
import { logOf, QUIET_POLICY, temporaryFolder } from './vaultFixture.ts'

vi.mock('../../../src/vault/format/epochKeys.ts', { spy: true })

const KEY_LENGTH = 32

afterEach(() => {
  vi.restoreAllMocks()
  vi.mocked(epochKeysOf).mockClear()
})

interface Watched {
  /** Buffers of keys: the program's own, not copies. */
  keys(): readonly Uint8Array[]
  /** Chunks of records, as they were read and as they were decompressed. */
  records(): readonly Uint8Array[]
  /** Buffers made since, in which the bytes of this key, or the mask that CMAC makes of it, stand. */
  copiesOf(key: string): readonly Uint8Array[]
}

/** Keeps hold of everything from now on. */
function watch(): Watched {
  forgetLastKeys()
  vi.mocked(epochKeysOf).mockClear()
  const secrets = new Set<Uint8Array>()
  const use = Secret.prototype.use
  vi.spyOn(Secret.prototype, 'use').mockImplementation(function <R>(
    this: Secret,
    fn: (bytes: Buffer) => R,
  ): R {
    return Reflect.apply(use, this, [
      (bytes: Buffer) => {
        // Passphrases belong to whoever asked for them.
        if (bytes.length === KEY_LENGTH) secrets.add(bytes)
        return fn(bytes)
      },
    ])
  })
  const added = vi.spyOn(RecordChunks.prototype, 'add')
  const read = vi.spyOn(RecordChunks.prototype, 'json')
  const copied = vi.spyOn(Buffer, 'from')
  const made = vi.spyOn(Buffer, 'alloc')
  return {
    keys: () => [...secrets, ...epochKeys()],
    records: () => [...added.mock.calls.map(([body]) => body), ...valuesOf(read.mock.results)],
    copiesOf: (key) => {
      const searched = [key, maskOf(key)]
      return [...valuesOf(copied.mock.results), ...valuesOf(made.mock.results)].filter((bytes) => {
        const text = bytes.length > 4096 ? '' : hex(bytes)
        return searched.some((one) => text.includes(one))
      })
    },
  }
}

function epochKeys(): readonly Uint8Array[] {
  return vi
    .mocked(epochKeysOf)
    .mock.results.flatMap(({ type, value }) =>
      type === 'return' ? [value.superblock, value.commit, value.frames] : [],
    )
}

function valuesOf(results: readonly { readonly type: string; readonly value?: unknown }[]): Uint8Array[] {
  return results.flatMap(({ value }) => (value instanceof Uint8Array ? [value] : []))
}

/** Not by `Buffer.from`, which is watched. */
function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** K1 of CMAC under a key: who knows it knows a part of every subkey. */
function maskOf(key: string): string {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const block = createCipheriv('aes-256-ecb', bytes, null).update(new Uint8Array(16))
  const doubled = BigInt(`0x${hex(block)}`) << 1n
  const reduced = doubled >> 128n === 0n ? doubled : (doubled ^ 0x87n) & ((1n << 128n) - 1n)
  return reduced.toString(16).padStart(32, '0')
}

const isZero = (bytes: Uint8Array) => bytes.every((byte) => byte === 0)

function expectNothingLeft(watched: Watched, keys: readonly string[]): void {
  // Counts, so that no key is printed.
  expect(watched.keys().filter((key) => !isZero(key))).toHaveLength(0)
  expect(watched.records().filter((bytes) => !isZero(bytes))).toHaveLength(0)
  for (const key of keys) expect(watched.copiesOf(key)).toHaveLength(0)
}

/** Whatever uses a key, but for a new data key. */
async function work(session: TestSession): Promise<void> {
  expect(session.data.incidents.i3?.n).toBe(3)
  expectValue(
    await session.update((log) => {
      log.meta.n = 1
    }),
  )
  session.openFromMemory(session.sealForMemory(Uint8Array.of(1, 2, 3)))
  expectValue(await session.compact())
  expect(session.data.incidents.i4?.n).toBe(4)
}

test('nothing, after saves, a compaction and a new data key', async () => {
  const path = join(await temporaryFolder(), 'log.daybook')
  const ports = { disk: realDisk, policy: QUIET_POLICY }
  await expectValue(await createTestLog(path, logOf(500), ports)).close()
  const watched = watch()
  const session = expectValue(await openTestLog(path, ports))
  await work(session)
  expectValue(await session.rekey(passphraseSecret(PASSPHRASE)))
  expectValue(
    await session.update((log) => {
      log.meta.n = 2
    }),
  )
  session.sealForMemory(Uint8Array.of(1))
  // Of the opened, the smaller and the newly encrypted file; three keys each. Only those of the last are alive.
  expect(epochKeys().map(isZero)).toEqual([...Array(6).fill(true), false, false, false])
  const alive = watched.keys().filter((key) => !isZero(key))
  // Those three, the data key and the key of the memory.
  expect(alive.length).toBeGreaterThanOrEqual(5)
  const keys = alive.map(hex)
  // Otherwise what is searched for below could not be found either.
  expect(keys.some((key) => watched.copiesOf(key).length > 0)).toBe(true)
  expect(watched.records().some((bytes) => !isZero(bytes))).toBe(true)
  await session.close()
  expectNothingLeft(watched, keys)
})

test('nothing, also of a new data key that a hanging disk keeps from being used', async () => {
  const memory = new PowerCutDisk(createRandom(1), ['/logs'])
  const path = '/logs/log.daybook'
  await expectValue(await createTestLog(path, logOf(50), { disk: memory, policy: QUIET_POLICY })).close()
  let hang: (() => void) | null = null
  const disk: Disk = {
    realPath: (name) => memory.realPath(name),
    open: (name, mode) => {
      const file = memory.open(name, mode)
      const syncInBackground = () => {
        hang?.()
        return new Promise<void>(() => undefined)
      }
      return name.endsWith('.tmp') ? { ...file, syncInBackground } : file
    },
    stamp: (name) => memory.stamp(name),
    link: (from, to) => memory.link(from, to),
    rename: (from, to) => memory.rename(from, to),
    remove: (name) => memory.remove(name),
    list: (folder) => memory.list(folder),
    syncFolder: (folder) => memory.syncFolder(folder),
  }
  const watched = watch()
  const session = expectValue(await openTestLog(path, { disk, policy: QUIET_POLICY }))
  const hanging = new Promise<void>((resolve) => {
    hang = resolve
  })
  void session.rekey(passphraseSecret(PASSPHRASE))
  await hanging
  const alive = watched.keys().filter((key) => !isZero(key))
  // Data key, next data key, epoch keys of both files, key of the memory not used yet.
  expect(alive.length).toBeGreaterThanOrEqual(8)
  const keys = alive.map(hex)
  // Never ends, since the disk does not.
  void session.close()
  for (let turn = 0; turn < 5; turn += 1) await nextTurn()
  expectNothingLeft(watched, keys)
})

test('nothing in this thread, with the engine in another; what was handed over is there alone', async () => {
  const path = join(await temporaryFolder(), 'log.daybook')
  const handedOver: Uint8Array[] = []
  const ports = {
    startEngine: (...[listener, policy]: Parameters<typeof startEngineThread>) => {
      const engine = startEngineThread(listener, policy)
      return {
        ...engine,
        unlock: (dataKey: Uint8Array) => {
          handedOver.push(dataKey)
          return engine.unlock(dataKey)
        },
      }
    },
  }
  await expectValue(await createTestLog(path, logOf(500), ports)).close()
  const watched = watch()
  const session = expectValue(await openTestLog(path, ports))
  await work(session)
  expect(handedOver.map(({ length }) => length)).toEqual([0])
  const alive = watched.keys().filter((key) => !isZero(key))
  expect(alive.length).toBeGreaterThanOrEqual(1)
  const keys = alive.map(hex)
  await session.close()
  expectNothingLeft(watched, keys)
})
