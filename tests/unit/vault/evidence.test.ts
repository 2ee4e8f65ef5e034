import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseStoredEntry, toStoredEntry } from '../../../src/vault/evidence/evidenceEntry.ts'
import { describeEvidenceError, type EvidenceError } from '../../../src/vault/evidence/evidenceError.ts'
import { evidenceFolder, findOrphans, removeEvidence } from '../../../src/vault/evidence/evidenceFolder.ts'
import { layoutOf } from '../../../src/vault/evidence/evidenceFormat.ts'
import { openEvidence, readEvidenceRange, verifyEvidence } from '../../../src/vault/evidence/openEvidence.ts'
import { padmeLength } from '../../../src/vault/evidence/padmeLength.ts'
import { sealEvidence } from '../../../src/vault/evidence/sealEvidence.ts'
import { Secret } from '../../../src/vault/secret.ts'
import {
  CHUNK,
  contentOf,
  expectDone,
  FOLDER,
  findFault,
  memoryDisk,
  readAll,
  readOut,
  readRange,
  sealInMemory,
  sourceOf,
  temporaryFolder,
} from './evidenceFixture.ts'

const BORDERS = [
  0,
  1,
  2,
  4095,
  4096,
  4097,
  CHUNK - 1,
  CHUNK,
  CHUNK + 1,
  2 * CHUNK - 1,
  2 * CHUNK,
  2 * CHUNK + 1,
]

/** `content` in pieces of the given lengths, the last one repeated; empty pieces included. */
async function* inPieces(content: Buffer, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < content.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1
    yield content.subarray(at, at + length)
    at += length
  }
}

describe('what is sealed comes back', () => {
  test.each([...BORDERS, 5 * CHUNK + 123])('%i bytes', async (size) => {
    const content = contentOf(size)
    const sealed = await sealInMemory(content)
    expect(sealed.entry.sizeBytes).toBe(size)
    expect(sealed.entry.sha256).toBe(createHash('sha256').update(content).digest('hex'))
    expect(await readAll(sealed)).toEqual({ bytes: content, error: null })
    expect(await findFault(sealed)).toBeNull()
    expect(sealed.disk.files.get(sealed.path)?.length).toBe(layoutOf(size).fileBytes)
  })

  test('where the padding alone takes chunks', async () => {
    const content = contentOf(2 ** 25 + 1)
    expect(layoutOf(content.length).chunkCount).toBe(2 ** 7 + 4)
    const folder = evidenceFolder(join(await temporaryFolder(), 'log.daybook'))
    const entry = expectDone(await sealEvidence({ folder, source: sourceOf(content) }))
    const read = await readOut(openEvidence({ folder, entry }))
    expect(read.error).toBeNull()
    expect(read.bytes.equals(content)).toBe(true)
  })

  test('in whatever pieces it arrives', async () => {
    const content = contentOf(2 * CHUNK + 777)
    const lengths = fc.array(
      fc.oneof(fc.constantFrom(0, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK), fc.nat(CHUNK)),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    await fc.assert(
      fc.asyncProperty(lengths, async (some) => {
        const disk = memoryDisk()
        const source = inPieces(content, [...some, 50_000])
        const entry = expectDone(await sealEvidence({ folder: FOLDER, source, disk }))
        const { bytes, error } = await readAll({ disk, entry })
        expect(error).toBeNull()
        expect(bytes.equals(content)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('any range of it, from chunks of its own', async () => {
    const content = contentOf(3 * CHUNK + 4321)
    const sealed = await sealInMemory(content)
    const offset = fc.oneof(
      fc.nat(content.length + 10),
      fc.constantFrom(0, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, content.length - 1, content.length),
    )
    await fc.assert(
      fc.asyncProperty(offset, offset, async (from, length) => {
        const { bytes, error } = await readRange(sealed, from, length)
        expect(error).toBeNull()
        expect(bytes.equals(content.subarray(from, from + length))).toBe(true)
      }),
      { numRuns: 200 },
    )
    for (const broken of [-1, 0.5, Number.NaN]) {
      await expect(readRange(sealed, broken, 1)).rejects.toThrow(RangeError)
      await expect(readRange(sealed, 0, broken)).rejects.toThrow(RangeError)
    }
  })

  test('through Node streams on a real disk, in a folder for the user alone', async () => {
    const home = await temporaryFolder()
    const original = join(home, 'video.mp4')
    const content = contentOf(CHUNK + 99)
    await writeFile(original, content)
    const folder = evidenceFolder(join(home, 'log.daybook'))
    const progress: number[] = []
    const entry = expectDone(
      await sealEvidence({
        folder,
        source: createReadStream(original),
        onProgress: (done) => progress.push(done),
      }),
    )
    expect(progress).toEqual([CHUNK, CHUNK + 99])
    expect(await readdir(folder)).toEqual([entry.name])
    if (process.platform !== 'win32') {
      expect((await stat(folder)).mode & 0o777).toBe(0o700)
      expect((await stat(join(folder, entry.name))).mode & 0o777).toBe(0o600)
    }
    expect(await readFile(join(folder, entry.name))).not.toContain(content.subarray(0, 16))
    const read = await readOut(Readable.from(openEvidence({ folder, entry })))
    expect(read.bytes.equals(content)).toBe(true)
    const verified: number[] = []
    expectDone(await verifyEvidence({ folder, entry, onProgress: (done) => verified.push(done) }))
    expect(verified).toEqual([CHUNK, CHUNK + 99])
  })
})

test('the same content twice shares neither name, key nor sealed bytes', async () => {
  const disk = memoryDisk()
  const one = await sealInMemory(contentOf(CHUNK + 1), disk)
  const two = await sealInMemory(contentOf(CHUNK + 1), disk)
  expect(toStoredEntry(one.entry).key).not.toBe(toStoredEntry(two.entry).key)
  const blocks = [one, two].flatMap(({ path }) => {
    const bytes = disk.files.get(path)?.subarray(12) ?? Buffer.alloc(0)
    return Array.from({ length: bytes.length >> 4 }, (_, index) =>
      bytes.toString('hex', index * 16, index * 16 + 16),
    )
  })
  expect(new Set(blocks).size).toBe(blocks.length)
})

describe('the length on disk', () => {
  test('says little of the length of the content', () => {
    const lengths = new Set(Array.from({ length: 4097 }, (_, size) => layoutOf(size).fileBytes))
    expect([...lengths]).toEqual([44 + 4096 + 16])
    const megabytes = new Set(Array.from({ length: 10_000 }, (_, i) => layoutOf(3_000_000 + i).fileBytes))
    expect(megabytes.size).toBe(1)
  })

  test('is that of Padmé: never less, at most 12 % more, and the same again when padded', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat(5000),
          fc.maxSafeNat().map((n) => n % 2 ** 50),
        ),
        (length) => {
          const padded = padmeLength(length)
          expect(padded).toBeGreaterThanOrEqual(length)
          expect(padded).toBeLessThanOrEqual(length * 1.12)
          expect(padmeLength(padded)).toBe(padded)
        },
      ),
    )
    // Nikitin et al., algorithm 1, by hand: 9 = 1001₂ has E = 3, S = 2, so the lowest bit goes.
    expect([1, 8, 9, 100, 1_000_000].map(padmeLength)).toEqual([1, 8, 10, 104, 1_015_808])
  })
})

describe('the entry', () => {
  test('goes through JSON and opens the file again', async () => {
    const content = contentOf(5000)
    const { disk, entry } = await sealInMemory(content)
    const json: unknown = JSON.parse(JSON.stringify(toStoredEntry(entry)))
    const parsed = expectDone(parseStoredEntry(json))
    expect((await readAll({ disk, entry: parsed })).bytes.equals(content)).toBe(true)
  })

  test('shows its key to no log, template or serialiser', async () => {
    const { entry } = await sealInMemory(contentOf(10))
    const { key } = toStoredEntry(entry)
    for (const shown of [
      inspect(entry, { depth: 9, showHidden: true }),
      JSON.stringify(entry),
      `${entry.key}`,
    ]) {
      expect(shown).not.toContain(key)
      expect(shown).toContain('[secret]')
    }
  })

  test('is refused when it is anything else', async () => {
    const { entry } = await sealInMemory(contentOf(10))
    const stored = toStoredEntry(entry)
    const refused = { ok: false, error: { code: 'evidence/invalid-entry' } }
    for (const broken of [
      null,
      [],
      'x',
      {},
      { ...stored, format: 0 },
      { ...stored, format: '2' },
      { ...stored, name: '../../etc/passwd' },
      { ...stored, name: `${stored.name}/..` },
      { ...stored, name: stored.name.toUpperCase().replace(/^./, 'A') },
      { ...stored, key: stored.key.slice(2) },
      { ...stored, key: undefined },
      { ...stored, sizeBytes: -1 },
      { ...stored, sizeBytes: 0.5 },
      { ...stored, sizeBytes: 2 ** 52 },
      { ...stored, sha256: 'x'.repeat(64) },
      { ...stored, more: 1 },
    ]) {
      expect(parseStoredEntry(broken)).toEqual(refused)
    }
    expect(parseStoredEntry({ ...stored, format: 2, more: 1 })).toEqual({
      ok: false,
      error: { code: 'evidence/newer-format', format: 2 },
    })
  })

  test('with another key, name, length or hash opens nothing', async () => {
    const content = contentOf(CHUNK + 5000)
    const { disk, entry, path } = await sealInMemory(content)
    const nothing = Buffer.alloc(0)
    const header = { code: 'evidence/damaged', where: 'header', at: 0 }

    const otherKey = { ...entry, key: new Secret(Buffer.alloc(32, 7)) }
    expect(await readAll({ disk, entry: otherKey })).toEqual({ bytes: nothing, error: header })

    const otherName = { ...entry, name: '0'.repeat(32) }
    disk.files.set(`${FOLDER}/${otherName.name}`, disk.files.get(path) ?? nothing)
    expect(await readAll({ disk, entry: otherName })).toEqual({ bytes: nothing, error: header })

    // The next byte has the same Padmé length, hence the same layout.
    const longer = { ...entry, sizeBytes: entry.sizeBytes + 1 }
    expect(layoutOf(longer.sizeBytes).fileBytes).toBe(layoutOf(entry.sizeBytes).fileBytes)
    const end = { code: 'evidence/damaged', where: 'chunk', at: 44 + CHUNK + 16 }
    expect(await readAll({ disk, entry: longer })).toEqual({ bytes: nothing, error: end })

    const otherHash = await readAll({ disk, entry: { ...entry, sha256: '0'.repeat(64) } })
    expect(otherHash.error).toEqual({ code: 'evidence/damaged', where: 'hash', at: 0 })
    expect(otherHash.bytes.length).toBeLessThan(content.length)
  })
})

describe('a cancelled', () => {
  test('sealing leaves nothing, whenever it is cancelled', async () => {
    const content = contentOf(3 * CHUNK)
    for (let after = 0; after <= 5; after += 1) {
      const disk = memoryDisk()
      const controller = new AbortController()
      if (after === 0) controller.abort()
      let pulls = 0
      let closed = false
      async function* source() {
        try {
          for (let at = 0; at < content.length; at += CHUNK) {
            pulls += 1
            if (pulls === after) controller.abort()
            yield content.subarray(at, at + CHUNK)
          }
          if (after > 3) controller.abort()
        } finally {
          closed = true
        }
      }
      const sealed = await sealEvidence({ folder: FOLDER, source: source(), signal: controller.signal, disk })
      expect(sealed).toEqual({ ok: false, error: { code: 'evidence/cancelled' } })
      expect([...disk.files.keys()]).toEqual([])
      expect(closed).toBe(true)
    }
  })

  test('sealing does not wait for a source that hangs', async () => {
    const disk = memoryDisk()
    const controller = new AbortController()
    async function* hanging(): AsyncGenerator<Uint8Array> {
      yield contentOf(10)
      setImmediate(() => controller.abort())
      await new Promise(() => undefined)
    }
    const sealed = await sealEvidence({ folder: FOLDER, source: hanging(), signal: controller.signal, disk })
    expect(sealed).toEqual({ ok: false, error: { code: 'evidence/cancelled' } })
    expect([...disk.files.keys()]).toEqual([])
  })

  test('reading closes the file though nobody asks for more', async () => {
    const { disk, entry } = await sealInMemory(contentOf(3 * CHUNK))
    let closes = 0
    const onClose = () => {
      closes += 1
    }
    const watched = {
      ...disk,
      open: async (path: string) => ({ ...(await disk.open(path)), close: async () => onClose() }),
    }
    const controller = new AbortController()
    const pieces = openEvidence({ folder: FOLDER, entry, signal: controller.signal, disk: watched })
    await pieces.next()
    expect(closes).toBe(0)
    controller.abort()
    expect(closes).toBe(1)
    expect((await readOut(pieces)).error).toEqual({ code: 'evidence/cancelled' })

    const verified = await verifyEvidence({ folder: FOLDER, entry, signal: controller.signal, disk })
    expect(verified).toEqual({ ok: false, error: { code: 'evidence/cancelled' } })
  })

  test('reading that its consumer just leaves closes the file', async () => {
    const { disk, entry } = await sealInMemory(contentOf(3 * CHUNK))
    let closes = 0
    const onClose = () => {
      closes += 1
    }
    const watched = {
      ...disk,
      open: async (path: string) => ({ ...(await disk.open(path)), close: async () => onClose() }),
    }
    for await (const _ of openEvidence({ folder: FOLDER, entry, disk: watched })) break
    expect(closes).toBe(1)
    for await (const _ of readEvidenceRange({ folder: FOLDER, entry, from: 1, length: CHUNK, disk: watched }))
      break
    expect(closes).toBe(2)
  })
})

describe('a source', () => {
  test('that cannot be read is named as such, not as our disk', async () => {
    const home = await temporaryFolder()
    const folder = evidenceFolder(join(home, 'log.daybook'))
    const sealed = await sealEvidence({ folder, source: createReadStream(join(home, 'gone.jpg')) })
    expect(sealed).toEqual({ ok: false, error: { code: 'evidence/source-unreadable', errno: 'ENOENT' } })
    expect(await readdir(folder)).toEqual([])
  })

  test('is closed where not even the folder can be made', async () => {
    const home = await temporaryFolder()
    const original = join(home, 'photo.jpg')
    await writeFile(original, 'pixels')
    const source = createReadStream(original)
    const closed = new Promise<void>((resolve) => source.once('close', () => resolve()))
    const sealed = await sealEvidence({ folder: join(home, 'none', 'log.daybook.evidence'), source })
    expect(sealed).toEqual({ ok: false, error: { code: 'disk/failed', errno: 'ENOENT' } })
    await closed
  })

  test('that throws a defect has it thrown on, and nothing stays', async () => {
    const disk = memoryDisk()
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield contentOf(2 * CHUNK)
      throw new TypeError('a defect')
    }
    await expect(sealEvidence({ folder: FOLDER, source: broken(), disk })).rejects.toThrow('a defect')
    expect([...disk.files.keys()]).toEqual([])
  })

  test('that is itself evidence can be sealed anew, and its damage is told', async () => {
    const content = contentOf(CHUNK + 10)
    const first = await sealInMemory(content)
    const again = () =>
      sealEvidence({ folder: FOLDER, source: openEvidence({ folder: FOLDER, ...first }), disk: first.disk })
    const second = expectDone(await again())
    expect((await readAll({ disk: first.disk, entry: second })).bytes.equals(content)).toBe(true)
    first.disk.files.delete(first.path)
    expect(await again()).toEqual({ ok: false, error: { code: 'evidence/missing' } })
  })
})

describe('the folder', () => {
  const KNOWN = 'a'.repeat(32)

  test('that is not there is told from a file that is not there', async () => {
    const home = await temporaryFolder()
    const folder = evidenceFolder(join(home, 'log.daybook'))
    const entry = { name: KNOWN, key: new Secret(Buffer.alloc(32)), sizeBytes: 1, sha256: '0'.repeat(64) }
    expect((await readOut(openEvidence({ folder, entry }))).error).toEqual({
      code: 'evidence/folder-missing',
    })
    expectDone(await sealEvidence({ folder, source: sourceOf() }))
    expect((await readOut(openEvidence({ folder, entry }))).error).toEqual({ code: 'evidence/missing' })
  })

  test('tells what no record names, what was never finished, what is missing and what is not ours', async () => {
    const home = await temporaryFolder()
    const folder = evidenceFolder(join(home, 'log.daybook'))
    expect(expectDone(await findOrphans({ folder, namedInRecords: [KNOWN] }))).toEqual({
      unnamed: [],
      unfinished: [],
      missing: [KNOWN],
      foreign: [],
    })
    const kept = expectDone(await sealEvidence({ folder, source: sourceOf(contentOf(10)) }))
    const lost = expectDone(await sealEvidence({ folder, source: sourceOf(contentOf(10)) }))
    await writeFile(join(folder, `${KNOWN}.tmp`), 'half')
    await writeFile(join(folder, '.DS_Store'), '')
    const namedInRecords = [kept.name, KNOWN]
    expect(expectDone(await findOrphans({ folder, namedInRecords }))).toEqual({
      unnamed: [lost.name],
      unfinished: [`${KNOWN}.tmp`],
      missing: [KNOWN],
      foreign: ['.DS_Store'],
    })
    for (const name of [lost.name, lost.name, `${KNOWN}.tmp`])
      expectDone(await removeEvidence({ folder, name }))
    expect((await readdir(folder)).sort()).toEqual(['.DS_Store', kept.name].sort())
    for (const name of ['.DS_Store', '../log.daybook', '..', '']) {
      await expect(removeEvidence({ folder, name })).rejects.toThrow(RangeError)
    }
    expectDone(await removeEvidence({ folder: `${folder}.none`, name: KNOWN }))
  })

  test('with something else under the name of evidence says that it cannot be read', async () => {
    const home = await temporaryFolder()
    const entry = { name: KNOWN, key: new Secret(Buffer.alloc(32)), sizeBytes: 1, sha256: '0'.repeat(64) }
    await mkdir(join(home, KNOWN))
    const read = await readOut(openEvidence({ folder: home, entry }))
    expect(read.error).toEqual({ code: 'evidence/unreadable', errno: 'EISDIR' })
  })
})

test('each error has one sentence that says what happened, with its numbers', () => {
  const errors: readonly EvidenceError[] = [
    { code: 'evidence/missing' },
    { code: 'evidence/folder-missing' },
    { code: 'evidence/truncated', expectedBytes: 4156, foundBytes: 17 },
    { code: 'evidence/damaged', where: 'chunk', at: 262_204 },
    { code: 'evidence/unreadable', errno: 'EIO' },
    { code: 'evidence/source-unreadable', errno: 'EIO' },
    { code: 'evidence/newer-format', format: 2 },
    { code: 'evidence/invalid-entry' },
    { code: 'evidence/cancelled' },
    { code: 'disk/full' },
  ]
  const sentences = errors.map(describeEvidenceError)
  expect(new Set(sentences).size).toBe(errors.length)
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
  expect(sentences[2]).toContain('17 of 4156 bytes')
  expect(sentences[3]).toContain('byte 262204')
})
