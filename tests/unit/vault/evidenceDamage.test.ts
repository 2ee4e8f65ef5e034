/** What is not as it was sealed is refused with its place, or is the very same data; never is it other data. */
import { expect, test } from 'vitest'
import { createRandom } from '../../support/vault/random.ts'
import {
  CHUNK,
  contentOf,
  FOLDER,
  findFault,
  HEADER,
  memoryDisk,
  readAll,
  readRange,
  SEALED_CHUNK,
  sealInMemory,
} from './evidenceFixture.ts'

const NOTHING = Buffer.alloc(0)
/** Printed with a failure, so that it can be run again. */
const SEED = Number(process.env.DAYBOOK_TEST_SEED ?? Date.now() % 2 ** 31)

/** Three chunks, the last one short; and its sealed bytes. */
async function threeChunks() {
  const content = contentOf(2 * CHUNK + 5000)
  const sealed = await sealInMemory(content)
  const bytes = sealed.disk.files.get(sealed.path) ?? NOTHING
  const chunk = (index: number) =>
    bytes.subarray(HEADER + index * SEALED_CHUNK, HEADER + (index + 1) * SEALED_CHUNK)
  const header = bytes.subarray(0, HEADER)
  const put = (...parts: readonly Uint8Array[]) => sealed.disk.files.set(sealed.path, Buffer.concat(parts))
  return { content, sealed, bytes, header, chunk, put }
}

const damagedChunk = (index: number) => ({
  code: 'evidence/damaged',
  where: 'chunk',
  at: HEADER + index * SEALED_CHUNK,
})

test('every truncation of a small file is refused, and hands out nothing', async () => {
  const sealed = await sealInMemory(contentOf(100))
  const bytes = sealed.disk.files.get(sealed.path) ?? NOTHING
  for (let length = 0; length < bytes.length; length += 1) {
    sealed.disk.files.set(sealed.path, bytes.subarray(0, length))
    const error = { code: 'evidence/truncated', expectedBytes: bytes.length, foundBytes: length }
    expect(await readAll(sealed)).toEqual({ bytes: NOTHING, error })
  }
})

test('a cut of a large one too, while its sound chunks can still be had by range', async () => {
  const { content, sealed, bytes } = await threeChunks()
  const borders = [0, 1, 2, 3].map((n) => HEADER + n * SEALED_CHUNK)
  const random = createRandom(SEED)
  const lengths = [
    ...borders.flatMap((at) => [at - 41, at - 40, at - 17, at - 16, at - 1, at, at + 1]),
    ...Array.from({ length: 100 }, () => random.below(bytes.length)),
  ].filter((length) => length >= 0 && length < bytes.length)
  for (const length of lengths) {
    sealed.disk.files.set(sealed.path, bytes.subarray(0, length))
    const error = { code: 'evidence/truncated', expectedBytes: bytes.length, foundBytes: length }
    expect(await readAll(sealed), `seed ${SEED}, cut at ${length}`).toEqual({ bytes: NOTHING, error })
    expect(await findFault(sealed)).toEqual(error)
    const whole = Math.max(0, Math.floor((length - HEADER) / SEALED_CHUNK)) * CHUNK
    const rest = await readRange(sealed, 0, content.length)
    expect(rest.error).toEqual(error)
    expect(rest.bytes.equals(content.subarray(0, whole))).toBe(true)
  }
})

test('every bit of the header and one of every other byte of a small file, flipped, is refused', async () => {
  const sealed = await sealInMemory(contentOf(100))
  const bytes = sealed.disk.files.get(sealed.path) ?? NOTHING
  const random = createRandom(SEED)
  const bits = Array.from({ length: bytes.length }, (_, at) =>
    at < HEADER ? [0, 1, 2, 3, 4, 5, 6, 7].map((bit) => at * 8 + bit) : [at * 8 + random.below(8)],
  ).flat()
  for (const bit of bits) {
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    sealed.disk.files.set(sealed.path, flipped)
    const { bytes: read, error } = await readAll(sealed)
    expect(read.length, `seed ${SEED}, bit ${bit}`).toBe(0)
    expect(error).toEqual(
      bit < HEADER * 8 ? { code: 'evidence/damaged', where: 'header', at: 0 } : damagedChunk(0),
    )
  }
})

test('a flipped bit of a large one: what comes out before the refusal is genuine', async () => {
  const { content, sealed, bytes } = await threeChunks()
  const random = createRandom(SEED)
  for (let run = 0; run < 150; run += 1) {
    const bit = random.below(bytes.length * 8)
    const flipped = Buffer.from(bytes)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    sealed.disk.files.set(sealed.path, flipped)
    const hit = Math.floor(((bit >> 3) - HEADER) / SEALED_CHUNK)
    const error = hit < 0 ? { code: 'evidence/damaged', where: 'header', at: 0 } : damagedChunk(hit)
    const read = await readAll(sealed)
    expect(read.error, `seed ${SEED}, bit ${bit}`).toEqual(error)
    expect(read.bytes.equals(content.subarray(0, read.bytes.length))).toBe(true)
    // The last chunk is looked at first: damage there hands out nothing.
    expect(read.bytes.length).toBe(hit === 1 ? CHUNK : 0)
    // Undamaged parts can still be seen.
    const sound = hit === 0 ? 1 : 0
    const range = await readRange(sealed, sound * CHUNK, CHUNK)
    expect(range.error).toEqual(hit < 0 ? error : null)
    if (hit >= 0) expect(range.bytes.equals(content.subarray(sound * CHUNK, (sound + 1) * CHUNK))).toBe(true)
  }
})

test('damage in padding that the content does not need is found by verifying', async () => {
  const content = contentOf(2 ** 25 + 1)
  const sealed = await sealInMemory(content)
  const bytes = sealed.disk.files.get(sealed.path) ?? NOTHING
  // Content ends in chunk 128; 129 and 130 hold nothing but zeros, 131 is the last.
  bytes[HEADER + 129 * SEALED_CHUNK + 50] = (bytes[HEADER + 129 * SEALED_CHUNK + 50] ?? 0) ^ 1
  const read = await readAll(sealed)
  expect(read.error).toBeNull()
  expect(read.bytes.equals(content)).toBe(true)
  expect(await findFault(sealed)).toEqual(damagedChunk(129))
})

test.each<{ name: string; order: readonly number[]; found: number }>([
  { name: 'the first two chunks swapped', order: [1, 0, 2], found: 0 },
  { name: 'a chunk doubled over the next', order: [0, 0, 2], found: 1 },
  { name: 'a chunk doubled over the one before', order: [1, 1, 2], found: 0 },
])('$name', async ({ order, found }) => {
  const { content, sealed, header, chunk, put } = await threeChunks()
  put(header, ...order.map(chunk))
  const read = await readAll(sealed)
  expect(read.error).toEqual(damagedChunk(found))
  expect(read.bytes.equals(content.subarray(0, found * CHUNK))).toBe(true)
  expect(await findFault(sealed)).toEqual(damagedChunk(found))
})

test('an end put on earlier, a chunk left out, or anything behind the end', async () => {
  const { sealed, bytes, header, chunk, put } = await threeChunks()
  const expectedBytes = bytes.length
  for (const order of [[0, 2], [0, 1], [1, 2], [2], []]) {
    put(header, ...order.map(chunk))
    const foundBytes = sealed.disk.files.get(sealed.path)?.length
    expect(await readAll(sealed)).toEqual({
      bytes: NOTHING,
      error: { code: 'evidence/truncated', expectedBytes, foundBytes },
    })
  }
  for (const more of [Buffer.alloc(1), chunk(2), chunk(0), bytes]) {
    put(bytes, more)
    const error = { code: 'evidence/damaged', where: 'length', at: expectedBytes }
    expect(await readAll(sealed)).toEqual({ bytes: NOTHING, error })
    expect(await findFault(sealed)).toEqual(error)
  }
})

test('a full chunk that is the last one is not taken for one in the middle, nor the other way round', async () => {
  // Exactly two full chunks against exactly one and three: only the mark of the end differs.
  const sealed = await sealInMemory(contentOf(2 * CHUNK))
  const bytes = sealed.disk.files.get(sealed.path) ?? NOTHING
  const { entry, disk } = sealed
  disk.files.set(sealed.path, bytes.subarray(0, HEADER + SEALED_CHUNK))
  const cut = await readAll({ disk, entry: { ...entry, sizeBytes: CHUNK } })
  expect(cut).toEqual({ bytes: NOTHING, error: damagedChunk(0) })
  disk.files.set(sealed.path, Buffer.concat([bytes, bytes.subarray(HEADER, HEADER + SEALED_CHUNK)]))
  const grown = await readAll({ disk, entry: { ...entry, sizeBytes: 3 * CHUNK } })
  expect(grown).toEqual({ bytes: NOTHING, error: damagedChunk(2) })
  const range = await readRange({ disk, entry: { ...entry, sizeBytes: 3 * CHUNK } }, CHUNK, CHUNK)
  expect(range).toEqual({ bytes: NOTHING, error: damagedChunk(1) })
})

test('a chunk, or the whole, of another file of the same length', async () => {
  const { content, sealed, bytes, header, chunk, put } = await threeChunks()
  const other = await sealInMemory(content, memoryDisk())
  const otherBytes = other.disk.files.get(`${FOLDER}/${other.entry.name}`) ?? NOTHING
  expect(otherBytes.length).toBe(bytes.length)
  const otherChunk = otherBytes.subarray(HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK)
  put(header, chunk(0), otherChunk, chunk(2))
  expect((await readAll(sealed)).error).toEqual(damagedChunk(1))
  put(otherBytes)
  expect((await readAll(sealed)).error).toEqual({ code: 'evidence/damaged', where: 'header', at: 0 })
  put(header, otherBytes.subarray(HEADER))
  expect((await readAll(sealed)).error).toEqual(damagedChunk(2))
})
