/** The program and the second reader against the stored vectors of docs/format/vault-v1.md, and against each other. */
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../../../src/core/result.ts'
import { realDisk } from '../../../src/vault/disk.ts'
import { packCommitRecord, readCommitRecord } from '../../../src/vault/format/commitRecord.ts'
import { deriveEpochKeys } from '../../../src/vault/format/epochKeys.ts'
import { advance, openFrame, readFrameHead, startOfChain } from '../../../src/vault/format/frame.ts'
import { isAuthenticPage, packSuperblock, readSuperblockPage } from '../../../src/vault/format/superblock.ts'
import { type DeriveKey, deriveKey } from '../../../src/vault/kdf.ts'
import { openKeySlot } from '../../../src/vault/keySlot.ts'
import { openVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret, Secret } from '../../../src/vault/secret.ts'
import type { VaultKey } from '../../../src/vault/slots.ts'
import { BookError } from '../../support/contentByTheBook.ts'
import { argon2id, sha256, toHex } from '../../support/primitivesByTheBook.ts'
import { type BookLog, readVaultByTheBook } from '../../support/readVaultByTheBook.ts'
import {
  createTestLog,
  expectValue,
  type TestLog,
  testPorts,
  testSchema,
} from '../../support/vault/testLog.ts'
import { logOf, plain, QUIET_POLICY, temporaryFolder } from './vaultFixture.ts'
import { assembledLog, changedLog, SMALL, SMALL_LOG, VECTORS, withLongTexts } from './vectorFiles.ts'

/** Argon2id once for each passphrase and salt: the same file is opened many times. */
const known = new Map<string, Secret>()
const deriveOnce: DeriveKey = async (passphrase, salt, params) => {
  const name = passphrase.use(toHex) + toHex(salt) + JSON.stringify(params)
  const key = known.get(name) ?? expectValue(await deriveKey(passphrase, salt, params))
  known.set(name, key)
  return ok(key.use((bytes) => new Secret(bytes)))
}

const passphraseKey = (text: string): VaultKey => ({ kind: 'passphrase', secret: passphraseSecret(text) })

async function openBytes(bytes: Uint8Array, key: VaultKey, readOnly = false) {
  const path = join(await temporaryFolder(), 'log.daybook')
  await writeFile(path, bytes)
  const ports = testPorts({ disk: realDisk, policy: QUIET_POLICY, deriveKey: deriveOnce })
  return openVault<TestLog>({ path, key, schema: testSchema, readOnly, ports })
}

/** The content that a second reader found, in the form of the vectors. */
function bookContent({ meta, records }: BookLog): Readonly<Record<string, unknown>> {
  const collections = [...records].map(([name, byId]) => [
    name,
    Object.fromEntries([...byId].map(([id, { record }]) => [id, record])),
  ])
  return { meta, ...Object.fromEntries(collections) }
}

describe('the pieces', () => {
  const { fileId, epoch, dataKey, epochKeys } = VECTORS
  const keys = deriveEpochKeys(dataKey, fileId, epoch)

  test('key of the passphrase', async () => {
    const [first] = VECTORS.slots
    if (first?.slot.kdf == null) throw new Error('no passphrase in the vectors')
    const key = await deriveKey(
      passphraseSecret(VECTORS.passphrase),
      Buffer.from(first.slot.salt, 'hex'),
      first.slot.kdf,
    )
    expect(expectValue(key).use(toHex)).toBe(toHex(first.slotKey))
    expect(VECTORS.passphrase.normalize('NFC')).not.toBe(VECTORS.passphrase)
  })

  test.each(VECTORS.slots)('slot: $slot.kind', ({ slot, slotKey }) => {
    const found = expectValue(openKeySlot(fileId, slot, new Secret(slotKey)))
    expect(found.use(toHex)).toBe(toHex(dataKey))
  })

  test('keys of the epoch, start of the chain', () => {
    expect(keys).toEqual(epochKeys)
    expect(startOfChain(fileId, epoch)).toEqual({ chain: VECTORS.chainStart, sequence: 0 })
  })

  test.each(VECTORS.superblocks)('superblock of counter $counter', ({ counter, generation, page }) => {
    const read = readSuperblockPage(page)
    if (read.kind !== 'intact') return expect.fail(read.kind)
    expect(read.superblock).toEqual({
      fileId: toHex(fileId),
      epoch: toHex(epoch),
      counter,
      generation,
      slots: VECTORS.slots.map(({ slot }) => slot),
    })
    expect(isAuthenticPage(page, keys.superblock)).toBe(true)
    expect(packSuperblock(read.superblock, keys.superblock)).toEqual(page)
  })

  test.each(VECTORS.commitRecords)('commit record $counter', ({ bytes, ...record }) => {
    expect(readCommitRecord(bytes, keys.commit)).toEqual(record)
    expect(packCommitRecord(record, keys.commit)).toEqual(bytes)
  })

  test.each(VECTORS.frames)('frame $sequence: $name', (frame) => {
    const head = readFrameHead(frame.bytes)
    if (head === null) return expect.fail('no head')
    expect(head).toMatchObject({ type: frame.type, flags: frame.flags, sequence: frame.sequence })
    expect(frame.bytes.subarray(20, 44)).toEqual(frame.nonce)
    const opened = openFrame(keys.frames, head, frame.nonce, frame.bytes.subarray(44))
    expect(opened).toEqual({ settled: frame.settled, chain: frame.chainBefore, body: frame.body })
    const text = (frame.flags & 1) === 0 ? frame.body : zstdDecompressSync(frame.body)
    expect(text.toString('utf8')).toBe(frame.text)
    const place = { chain: frame.chainBefore, sequence: frame.sequence }
    expect(advance(place, head.bytes, frame.nonce, frame.bytes.subarray(-16)).chain).toEqual(frame.chainAfter)
  })
})

describe('the log that the pieces make, which this program has not written', () => {
  const keys: [string, VaultKey][] = [
    ['passphrase', passphraseKey(VECTORS.passphrase)],
    ['passphrase typed in another way', passphraseKey(VECTORS.passphrase.normalize('NFC'))],
    ['recovery key', { kind: 'recovery', secret: new Secret(VECTORS.recoveryKey) }],
  ]

  test.each(keys)('opens with its %s', async (_name, key) => {
    const session = expectValue(await openBytes(assembledLog(), key))
    const { content, counter, savedAt, sizeBytes } = VECTORS.log
    expect(plain(session.data)).toEqual(content)
    expect(session.info()).toMatchObject({ counter, lastSaved: savedAt, sizeBytes, generation: 3 })
    expect(session.report.tornTail).toBeNull()
    expect([...session.rows('incidents')].sort()).toEqual([
      ['i1', { n: 7 }],
      ['i3', { n: 3 }],
    ])
    await session.close()
  })

  test('opens to what was acknowledged when its end is torn', async () => {
    const { truncateTo, tornBytes, counter, content } = VECTORS.log.tornTail
    const torn = assembledLog().subarray(0, truncateTo)
    const session = expectValue(await openBytes(torn, passphraseKey(VECTORS.passphrase), true))
    expect(plain(session.data)).toEqual(content)
    expect(session.info().counter).toBe(counter)
    expect(session.report.tornTail).toEqual({ bytes: tornBytes, keptAs: null })
    await session.close()
    const book = await readVaultByTheBook(torn, { kind: 'passphrase', passphrase: VECTORS.passphrase })
    expect(bookContent(book)).toEqual(content)
    expect(book.tornBytes).toBe(tornBytes)
  })

  test('is written on, and the second reader reads it', async () => {
    const session = expectValue(await openBytes(assembledLog(), passphraseKey(VECTORS.passphrase)))
    expectValue(
      await session.update((log) => {
        log.incidents.new = { id: 'new', n: 1, text: 'нов' }
      }),
    )
    const expected = plain(session.data)
    const bytes = await readFile(session.info().path)
    await session.close()
    const book = await readVaultByTheBook(bytes, { kind: 'recovery', key: VECTORS.recoveryKey })
    expect(bookContent(book)).toEqual(expected)
  })
})

describe('the second reader', () => {
  const [first, second] = SMALL.passphrases
  const content = withLongTexts(SMALL.content)

  test('the stored log is the one that was released', () => {
    expect(SMALL_LOG.length).toBe(SMALL.sizeBytes)
    expect(toHex(sha256(SMALL_LOG))).toBe(SMALL.sha256)
  })

  test.each([
    ['first passphrase', { kind: 'passphrase', passphrase: first }],
    ['second passphrase', { kind: 'passphrase', passphrase: second }],
    ['recovery key', { kind: 'recovery', key: SMALL.recoveryKey }],
  ] as const)('reads the stored log with the %s', async (_name, key) => {
    const book = await readVaultByTheBook(SMALL_LOG, key)
    expect(bookContent(book)).toEqual(content)
    expect(book).toMatchObject({ counter: SMALL.counter, tornBytes: 0 })
    expect(book.superblock).toMatchObject({ fileId: SMALL.fileId, generation: SMALL.generation })
    expect(book.records.get('incidents')?.get('i7')?.row).toEqual({ n: 7 })
  })

  test('reads what the program writes today, through every kind of change to the file', async () => {
    const path = join(await temporaryFolder(), 'log.daybook')
    const ports = { disk: realDisk, policy: QUIET_POLICY, deriveKey: deriveOnce }
    const passphrase = 'today'
    const session = expectValue(await createTestLog(path, logOf(400), ports, passphrase))
    const expectSame = async () => {
      const book = await readVaultByTheBook(await readFile(path), { kind: 'passphrase', passphrase })
      expect({ sources: {}, ...bookContent(book) }).toEqual(plain(session.data))
      const rows = [...(book.records.get('incidents') ?? [])].map(([id, { row }]) => [id, row])
      expect(rows.sort()).toEqual([...session.rows('incidents')].sort())
      expect(book).toMatchObject({ counter: session.info().counter, tornBytes: 0 })
    }
    await expectSame()
    const long = Array.from({ length: 3 }, () => randomBytes(600_000).toString('base64'))
    expectValue(
      await session.update((log) => {
        for (const [n, text] of long.entries()) log.sources[`long${n}`] = { id: `long${n}`, n, text }
        delete log.incidents.i5
        log.meta.n = -1
      }),
    )
    await expectSame()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        session.update((log) => {
          log.incidents[`i${n}`] = { id: `i${n}`, n: n + 1000, text: 'edited' }
        }),
      ),
    )
    await expectSame()
    expectValue(await session.compact())
    await expectSame()
    expectValue(await session.rekey(passphraseSecret(passphrase)))
    await expectSame()
    const backupPath = `${path}.copy`
    expectValue(await session.backup(backupPath))
    const backup = await readVaultByTheBook(await readFile(backupPath), { kind: 'passphrase', passphrase })
    expect(bookContent(backup)).toEqual(plain(session.data))
    expectValue(await session.saveElsewhere(`${path}.elsewhere`))
    await session.close()
    const elsewhere = await readFile(`${path}.elsewhere`)
    expect(bookContent(await readVaultByTheBook(elsewhere, { kind: 'passphrase', passphrase }))).toEqual(
      bookContent(backup),
    )
  })

  test('uses another Argon2id than the program, and both agree', async () => {
    const salt = new Uint8Array(randomBytes(16))
    const params = { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 } as const
    const ours = expectValue(await deriveKey(passphraseSecret('päss'), salt, params))
    expect(toHex(argon2id('päss', salt, params))).toBe(ours.use(toHex))
  })
})

describe('changes to the stored log', () => {
  let content: unknown

  beforeAll(() => {
    content = withLongTexts(SMALL.content)
  })

  test.each(SMALL.accepted)('$name: opens to the same', async ({ repaired, ...vector }) => {
    const bytes = changedLog(vector)
    const session = expectValue(await openBytes(bytes, passphraseKey(SMALL.passphrases[0])))
    expect(plain(session.data)).toEqual(content)
    expect(session.report).toMatchObject({ repaired, tornTail: null })
    await session.close()
    const book = await readVaultByTheBook(bytes, { kind: 'recovery', key: SMALL.recoveryKey })
    expect(bookContent(book)).toEqual(content)
  })

  test.each(SMALL.refused)('$name: refused with $error.code $error.where', async (vector) => {
    const bytes = changedLog(vector)
    expect(await openBytes(bytes, passphraseKey(SMALL.passphrases[0]))).toEqual({
      ok: false,
      error: vector.error,
    })
    const book = readVaultByTheBook(bytes, { kind: 'passphrase', passphrase: SMALL.passphrases[0] })
    await expect(book).rejects.toThrow(new BookError(vector.error.where ?? vector.error.code))
  })

  test('a wrong passphrase is refused as that', async () => {
    expect(await openBytes(SMALL_LOG, passphraseKey('wrong'))).toEqual({
      ok: false,
      error: { code: 'vault/wrong-passphrase' },
    })
  })
})
