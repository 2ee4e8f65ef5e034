/**
 * The test vectors of docs/format/evidence-v1.md. The files are put together here from that document and Node's
 * primitives alone, so that reader and document cannot drift apart together.
 */
import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseStoredEntry, toStoredEntry } from '../../../src/vault/evidence/evidenceEntry.ts'
import { CHUNK, expectDone, FOLDER, findFault, memoryDisk, readAll, sealInMemory } from './evidenceFixture.ts'

const DOCUMENT = readFileSync(new URL('../../../docs/format/evidence-v1.md', import.meta.url), 'utf8')
const KEY = Buffer.from(Array.from({ length: 32 }, (_, index) => index))
const NAME = Buffer.from(Array.from({ length: 16 }, (_, index) => 0xf0 + index))

interface Vector {
  readonly content: Buffer
  readonly paddedBytes: number
}

/** Bytes of which the i-th is i mod 251. */
const pattern = (length: number) => Buffer.from(Array.from({ length }, (_, index) => index % 251))

const VECTORS: readonly Vector[] = [
  { content: Buffer.alloc(0), paddedBytes: 4096 },
  { content: Buffer.from('Evidence.\n'), paddedBytes: 4096 },
  { content: pattern(262_144), paddedBytes: 262_144 },
  { content: pattern(300_001), paddedBytes: 303_104 },
]

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** HKDF-SHA256 for 32 bytes, in two lines of RFC 5869. */
function hkdf32(key: Uint8Array, salt: Uint8Array, info: string): Buffer {
  const extracted = createHmac('sha256', salt).update(key).digest()
  return createHmac('sha256', extracted).update(info).update(Buffer.of(1)).digest()
}

const COMMITMENT = hkdf32(KEY, NAME, 'daybook/evidence/v1/commit')
const CHUNK_KEY = hkdf32(KEY, NAME, 'daybook/evidence/v1/chunk')

const pad = ({ content, paddedBytes }: Vector) =>
  Buffer.concat([content, Buffer.alloc(paddedBytes - content.length)])

/** Nonce and associated data of chunk `index` of `count`. */
function parametersOf(index: number, count: number, sizeBytes: number) {
  const isLast = index === count - 1
  const nonce = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, index, isLast ? 1 : 0])
  const aad = Buffer.alloc(isLast ? 8 : 0)
  if (isLast) aad.writeUInt32BE(sizeBytes, 4)
  return { nonce, aad }
}

function build(vector: Vector): Buffer {
  const count = Math.ceil(vector.paddedBytes / CHUNK)
  const chunks = Array.from({ length: count }, (_, index) => {
    const { nonce, aad } = parametersOf(index, count, vector.content.length)
    const cipher = createCipheriv('aes-256-gcm', CHUNK_KEY, nonce).setAAD(aad)
    const plaintext = pad(vector).subarray(index * CHUNK, (index + 1) * CHUNK)
    return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
  })
  return Buffer.concat([Buffer.from('DAYBOOKE'), Buffer.of(0, 0, 0, 1), COMMITMENT, ...chunks])
}

test.each(VECTORS)(
  'the vector of $content.length bytes opens, and is the one in the document',
  async (vector) => {
    const file = build(vector)
    const sizeBytes = vector.content.length
    const hash = sha256(vector.content)
    const name = NAME.toString('hex')
    const entry = expectDone(
      parseStoredEntry({ format: 1, name, key: KEY.toString('hex'), sizeBytes, sha256: hash }),
    )
    const disk = memoryDisk()
    disk.files.set(`${FOLDER}/${name}`, file)
    expect(await readAll({ disk, entry })).toEqual({ bytes: vector.content, error: null })
    expect(await findFault({ disk, entry })).toBeNull()
    expect(DOCUMENT).toContain(`| ${sizeBytes} | \`${hash}\` | ${file.length} | \`${sha256(file)}\` |`)
  },
)

test('the keys of the vectors are in the document', () => {
  for (const bytes of [KEY, NAME, COMMITMENT, CHUNK_KEY])
    expect(DOCUMENT).toContain(`\`${bytes.toString('hex')}\``)
})

test.each(VECTORS)('what we seal of $content.length bytes is what the document says', async (vector) => {
  const { disk, entry, path } = await sealInMemory(vector.content)
  const file = disk.files.get(path) ?? Buffer.alloc(0)
  const key = Buffer.from(toStoredEntry(entry).key, 'hex')
  const name = Buffer.from(entry.name, 'hex')
  expect(file.toString('latin1', 0, 8)).toBe('DAYBOOKE')
  expect(file.readUInt32BE(8)).toBe(1)
  expect(file.subarray(12, 44)).toEqual(hkdf32(key, name, 'daybook/evidence/v1/commit'))
  const chunkKey = hkdf32(key, name, 'daybook/evidence/v1/chunk')
  const count = Math.ceil(vector.paddedBytes / CHUNK)
  const opened = Array.from({ length: count }, (_, index) => {
    const sealed = file.subarray(44 + index * (CHUNK + 16), 44 + (index + 1) * (CHUNK + 16))
    const { nonce, aad } = parametersOf(index, count, vector.content.length)
    const decipher = createDecipheriv('aes-256-gcm', chunkKey, nonce, { authTagLength: 16 })
    decipher.setAAD(aad).setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  })
  expect(Buffer.concat(opened).equals(pad(vector))).toBe(true)
})
