/**
 * Wrote docs/format/vectors once: `node tests/support/makeVaultVectors.ts <new folder>`. No test runs it, and it
 * replaces nothing: vectors that are made anew prove nothing.
 *
 * vault-v1.json is written by the book, with primitives that are not the program's; small.daybook by the program.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { KDF_FLOOR } from '../../src/vault/kdfParams.ts'
import { createVault } from '../../src/vault/openVault.ts'
import { passphraseSecret } from '../../src/vault/secret.ts'
import {
  argon2id,
  ascii,
  type Bytes,
  fromHex,
  hkdf32,
  hmacSha256,
  join,
  sha256,
  toHex,
  xaesSeal,
} from './primitivesByTheBook.ts'
import { type BookSlot, slotText } from './readVaultByTheBook.ts'
import { expectValue, type TestLog, testPorts, testSchema } from './vault/testLog.ts'
import { acceptedChanges, refusedChanges } from './vaultVectorChanges.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('which folder?')
mkdirSync(folder, { recursive: true })
const write = (name: string, text: string) => writeFileSync(joinPath(folder, name), text, { flag: 'wx' })

/** `length` bytes that count up from `first`. */
const run = (first: number, length: number): Bytes =>
  Uint8Array.from({ length }, (_, i) => (first + i) & 0xff)
const number = (value: number, length: number): Bytes => fromHex(value.toString(16).padStart(2 * length, '0'))

// Typed as some keyboards do, with the accent as a character of its own.
const PASSPHRASE = 'Пароль cafe\u0301 ☂'
const RECOVERY_KEY = run(0xa0, 32)
const FILE_ID = run(0xf0, 16)
const EPOCH = run(0xe0, 16)
const DATA_KEY = run(0x00, 32)

async function makeSlot(slot: Omit<BookSlot, 'commitment' | 'wrappedKey'>, slotKey: Bytes, nonce: Bytes) {
  const text = slotText(slot)
  const commitment = hkdf32(slotKey, FILE_ID, join(ascii('daybook/v1/slot/commit'), text))
  const wrappingKey = hkdf32(slotKey, FILE_ID, join(ascii('daybook/v1/slot/wrap'), text))
  const wrapped = join(nonce, await xaesSeal(wrappingKey, nonce, DATA_KEY, join(FILE_ID, text)))
  return {
    slotKey: toHex(slotKey),
    text: new TextDecoder().decode(text),
    wrappingKey: toHex(wrappingKey),
    nonce: toHex(nonce),
    slot: { ...slot, commitment: toHex(commitment), wrappedKey: toHex(wrapped) },
  }
}

const kdf = { name: 'argon2id', memoryKiB: 65_536, passes: 2, lanes: 1 } as const
const salt = run(0x10, 16)
const passphraseSlot = await makeSlot(
  { id: toHex(run(0x20, 8)), kind: 'passphrase', kdf, salt: toHex(salt) },
  argon2id(PASSPHRASE, salt, kdf),
  run(0x30, 24),
)
const recoverySlot = await makeSlot(
  { id: toHex(run(0x50, 8)), kind: 'recovery', kdf: null, salt: toHex(run(0x60, 16)) },
  RECOVERY_KEY,
  run(0x70, 24),
)

const keys = {
  superblock: hkdf32(DATA_KEY, FILE_ID, ascii('daybook/v1/superblock')),
  commit: hkdf32(DATA_KEY, EPOCH, ascii('daybook/v1/commit')),
  frames: hkdf32(DATA_KEY, EPOCH, ascii('daybook/v1/frames')),
}

function makePage(counter: number): Bytes {
  const json = ascii(
    JSON.stringify({
      suite: 'argon2id+hkdf-sha256+xaes-256-gcm+zstd',
      fileId: toHex(FILE_ID),
      epoch: toHex(EPOCH),
      counter,
      generation: 3,
      slots: [passphraseSlot.slot, recoverySlot.slot],
    }),
  )
  const preamble = join(ascii('DAYBOOK\0'), number(1, 4), number(json.length, 4), number(0, 8))
  const signed = join(preamble, sha256(preamble), json, new Uint8Array(3976 - json.length))
  const withMac = join(signed, hmacSha256(keys.superblock, signed))
  return join(withMac, sha256(withMac))
}

const chainStart = sha256(ascii('daybook/v1/chain'), FILE_ID, EPOCH)
const frames: {
  name: string
  offset: number
  type: number
  flags: number
  sequence: number
  settled: number
  nonce: string
  text: string
  body: string
  chainBefore: string
  bytes: string
  chainAfter: string
}[] = []
let chain = chainStart
let offset = 16384

async function addFrame(
  name: string,
  type: number,
  flags: number,
  settled: number,
  lines: readonly string[],
) {
  const text = `${lines.join('\n')}\n`
  const body = (flags & 1) === 0 ? ascii(text) : new Uint8Array(zstdCompressSync(ascii(text)))
  const step = type === 4 ? 256 : 1024
  const plaintext = new Uint8Array(Math.ceil((44 + body.length) / step) * step)
  plaintext.set(join(number(body.length, 4), number(settled, 8), chain, body))
  const sequence = frames.length
  const head = join(
    ascii('DBF1'),
    number(plaintext.length + 16, 4),
    Uint8Array.of(type, flags, 0, 0),
    number(sequence, 8),
  )
  const nonce = run(0x80 + 0x10 * sequence, 24)
  const sealed = await xaesSeal(keys.frames, nonce, plaintext, head)
  const before = chain
  chain = sha256(chain, head, nonce, sealed.slice(-16))
  const bytes = join(head, nonce, sealed)
  frames.push({
    name,
    offset,
    type,
    flags,
    sequence,
    settled,
    nonce: toHex(nonce),
    text,
    body: toHex(body),
    chainBefore: toHex(before),
    bytes: toHex(bytes),
    chainAfter: toHex(chain),
  })
  offset += bytes.length
}

function commitHere(counter: number) {
  const signed = join(
    ascii('DBC1'),
    number(0, 4),
    number(counter, 8),
    number(offset, 8),
    number(frames.length, 8),
    chain,
  )
  const bytes = join(signed, hmacSha256(keys.commit, signed))
  return { counter, length: offset, sequence: frames.length, chain: toHex(chain), bytes: toHex(bytes) }
}

const i1 = { id: 'i1', n: 1, text: 'Автобус сожжён' }
const i2 = { id: 'i2', n: 2, text: 'two\nlines' }
const i3 = { id: 'i3', n: 3, text: 'الشاهد' }
const s1 = { id: 's1', n: 1, text: '' }
const i1Later = { id: 'i1', n: 7, text: 'Автобус сожжён, 12 марта' }
const line = JSON.stringify
const lengthOf = (record: object) => ascii(line(record)).length

await addFrame('chunk of incidents', 1, 1, 0, [line('incidents'), line(i1), line(i2)])
await addFrame('chunk of sources', 1, 1, 0, [line('sources'), line(s1)])
await addFrame('index', 2, 1, 0, [
  line([
    'incidents',
    [
      ['i1', lengthOf(i1), { n: 1 }],
      ['i2', lengthOf(i2), { n: 2 }],
    ],
  ]),
  line(['sources', [['s1', lengthOf(s1)]]]),
])
await addFrame('snapshot end', 3, 0, 0, [
  line({ at: '2026-01-02T03:04:05.678Z', meta: { n: 0 }, records: 3, counter: 17 }),
])
const commitB = commitHere(4)
await addFrame('transaction', 4, 0, offset, [
  line({ at: '2026-01-02T03:05:00.000Z' }),
  line(['incidents', 'i1', { n: 7 }]),
  line(i1Later),
])
const commitA = commitHere(5)
const lastStart = offset
await addFrame('transaction in two frames, the first', 4, 3, lastStart, [
  line({ at: '2026-01-02T03:06:00.000Z' }),
  line(['incidents', 'i3', { n: 3 }]),
  line(i3),
])
await addFrame('transaction in two frames, the last', 4, 0, lastStart, [
  line({ at: '2026-01-02T03:06:00.000Z' }),
  line(['incidents', 'i2']),
  '',
  line(['', 'meta']),
  line({ n: 5 }),
])

write(
  'vault-v1.json',
  `${JSON.stringify(
    {
      passphrase: PASSPHRASE,
      recoveryKey: toHex(RECOVERY_KEY),
      fileId: toHex(FILE_ID),
      epoch: toHex(EPOCH),
      dataKey: toHex(DATA_KEY),
      slots: [passphraseSlot, recoverySlot],
      epochKeys: {
        superblock: toHex(keys.superblock),
        commit: toHex(keys.commit),
        frames: toHex(keys.frames),
      },
      chainStart: toHex(chainStart),
      superblocks: [
        { counter: 8, generation: 3, page: toHex(makePage(8)) },
        { counter: 9, generation: 3, page: toHex(makePage(9)) },
      ],
      commitRecords: [commitA, commitB],
      frames,
      log: {
        sizeBytes: offset,
        counter: 19,
        savedAt: '2026-01-02T03:06:00.000Z',
        content: { meta: { n: 5 }, incidents: { i1: i1Later, i3 }, sources: { s1 } },
        tornTail: {
          truncateTo: offset - 1,
          tornBytes: offset - 1 - lastStart,
          counter: 18,
          content: { meta: { n: 0 }, incidents: { i1: i1Later, i2 }, sources: { s1 } },
        },
      },
    },
    null,
    2,
  )}\n`,
)

await makeSmallLog(joinPath(folder, 'small.daybook'))

/** What the program writes: its own nonces, keys and compression. */
async function makeSmallLog(path: string): Promise<void> {
  const passphrase = 'small log, first passphrase'
  const second = 'второй пароль'
  const initial: TestLog = { meta: { n: 1 }, incidents: {}, sources: {} }
  for (let n = 1; n <= 30; n += 1) {
    initial.incidents[`i${n}`] = { id: `i${n}`, n, text: `случай ${n}` }
  }
  initial.sources.s1 = { id: 's1', n: 1, text: 'a source' }
  const { deriveKey: _cheap, ...ports } = testPorts({})
  const session = expectValue(
    await createVault<TestLog>({
      path,
      passphrase: passphraseSecret(passphrase),
      initial,
      schema: testSchema,
      kdf: KDF_FLOOR,
      ports,
    }),
  )
  const long = 'набат '
  const times = 180_000
  expectValue(
    await session.update((log) => {
      const record = log.incidents.i7
      if (record !== undefined) record.text = 'changed in the journal'
    }),
  )
  expectValue(
    await session.update((log) => {
      log.incidents.long = { id: 'long', n: 100, text: long.repeat(times) }
      log.sources.s2 = { id: 's2', n: 2, text: 'in the last frame of the same save' }
    }),
  )
  expectValue(
    await session.update((log) => {
      delete log.incidents.i9
      log.meta.n = 2
    }),
  )
  expectValue(await session.addPassphrase(passphraseSecret(passphrase), passphraseSecret(second)))
  const recovery = expectValue(await session.addRecoveryKey(passphraseSecret(passphrase)))
  const { counter, generation, fileId } = session.info()
  const { meta, incidents, sources } = session.data
  const content = {
    meta: { ...meta },
    incidents: { ...incidents, long: { id: 'long', n: 100, text: { repeat: long, times } } },
    sources: { ...sources },
  }
  await session.close()
  const bytes = readFileSync(path)
  write(
    'small.json',
    `${JSON.stringify(
      {
        sizeBytes: bytes.length,
        sha256: toHex(sha256(bytes)),
        passphrases: [passphrase, second],
        recoveryKey: recovery.use((secret) => secret.toString('hex')),
        fileId,
        counter,
        generation,
        content,
        accepted: acceptedChanges(bytes),
        refused: refusedChanges(bytes),
      },
      null,
      2,
    )}\n`,
  )
}
