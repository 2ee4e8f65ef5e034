/** A log large enough for its chunks to share a dictionary. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FRAME_TYPES, readFrameHead } from '../../../src/vault/format/frame.ts'
import { FRAMES_OFFSET } from '../../../src/vault/format/layout.ts'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { createVault, openVault } from '../../../src/vault/openVault.ts'
import { rescueVault } from '../../../src/vault/rescueVault.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import type { VaultPorts } from '../../../src/vault/startSession.ts'
import { readVaultByTheBook } from '../../support/readVaultByTheBook.ts'
import { cheapDeriveKey, expectValue, type TestLog, testSchema } from '../../support/vault/testLog.ts'
import { EMPTY_LOG, temporaryFolder } from './vaultFixture.ts'

const COUNT = 4_000
const passphrase = 'p'
const CHEAP: Partial<VaultPorts> = { deriveKey: cheapDeriveKey }

/** About 2 MB of JSON that compresses neither to nothing nor not at all. */
function largeLog(): TestLog {
  const incidents = Object.fromEntries(
    Array.from({ length: COUNT }, (_, n) => {
      const words = Array.from(
        { length: 60 },
        (_word, index) => `word${(n * 7919 + index * index * 31) % 5_000}`,
      )
      return [`i${n}`, { id: `i${n}`, n, text: words.join(' ') }]
    }),
  )
  return { ...EMPTY_LOG, incidents }
}

/** By the slow derivation where the second reader, which knows no other, is to open it. */
async function createLarge(ports: Partial<VaultPorts> = {}): Promise<string> {
  const path = join(await temporaryFolder(), 'log.daybook')
  const options = {
    path,
    passphrase: passphraseSecret(passphrase),
    initial: largeLog(),
    schema: testSchema,
    ports,
  }
  await expectValue(await createVault({ ...options, kdf: KDF_FLOOR })).close()
  return path
}

const key = () => ({ kind: 'passphrase', secret: passphraseSecret(passphrase) }) as const
const open = async (path: string) => expectValue(await openVault({ path, key: key(), schema: testSchema }))

/** Offsets of frames of a type; heads can be read without a key. */
function framesOfType(file: Buffer, type: number): number[] {
  const found: number[] = []
  for (let at = FRAMES_OFFSET; at < file.length; ) {
    const head = readFrameHead(file.subarray(at))
    if (head === null) throw new Error(`no frame at ${at}`)
    if (head.type === type) found.push(at)
    at += 44 + head.sealedLength
  }
  return found
}

test('its records are read in any order, changed, compacted, copied, and by the second reader', async () => {
  const path = await createLarge()
  expect(framesOfType(await readFile(path), FRAME_TYPES.dictionary)).toHaveLength(2)
  const session = await open(path)
  const { incidents } = largeLog()
  for (let n = COUNT - 1; n >= 0; n -= 97) expect(session.data.incidents[`i${n}`]).toEqual(incidents[`i${n}`])
  expectValue(
    await session.update((log) => {
      for (let n = 0; n < COUNT; n += 50) log.incidents[`i${n}`] = { id: `i${n}`, n: -n, text: 'changed' }
    }),
  )
  expectValue(await session.compact())
  const copy = `${path}.copy`
  expectValue(await session.backup(copy))
  await session.close()
  for (const file of [path, copy]) {
    const bytes = await readFile(file)
    expect(framesOfType(bytes, FRAME_TYPES.dictionary)).toHaveLength(2)
    const book = await readVaultByTheBook(bytes, { kind: 'passphrase', passphrase })
    const records = book.records.get('incidents')
    expect(records?.size).toBe(COUNT)
    expect(records?.get('i50')?.record).toEqual({ id: 'i50', n: -50, text: 'changed' })
    expect(records?.get('i51')?.record).toEqual(incidents.i51)
  }
})

test.each([
  ['the first copy of the dictionary', [0], COUNT],
  ['the second copy', [1], COUNT],
  ['both copies', [0, 1], 0],
] as const)(
  'with %s damaged, a rescue still finds what does not need it',
  async (_name, damaged, expected) => {
    const path = await createLarge(CHEAP)
    const bytes = await readFile(path)
    const dictionaries = framesOfType(bytes, FRAME_TYPES.dictionary)
    for (const index of damaged) {
      const at = (dictionaries[index] ?? 0) + 1_000
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    }
    await writeFile(path, bytes)
    expect(await openVault({ path, key: key(), schema: testSchema, ports: CHEAP })).toMatchObject({
      ok: false,
      error: { code: 'vault/damaged', where: 'frame', at: dictionaries[damaged[0]] },
    })
    const report = expectValue(
      await rescueVault({
        path,
        key: key(),
        out: `${path}.out`,
        newPassphrase: passphraseSecret(passphrase),
        initial: EMPTY_LOG,
        schema: testSchema,
        kdf: KDF_FLOOR,
        ports: CHEAP,
      }),
    )
    expect(report.records.incidents).toBe(expected)
    expect(report.lostBytes > 0).toBe(true)
  },
)
