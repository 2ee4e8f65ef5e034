/** What a copy takes over from the file it is made from, seen by the second reader. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { realDisk } from '../../../src/vault/disk.ts'
import { type CopySource, copyLive } from '../../../src/vault/file/copyLive.ts'
import { copyTransactions } from '../../../src/vault/file/copyLog.ts'
import { FrameReader, type Tail } from '../../../src/vault/file/FrameReader.ts'
import { NewFile } from '../../../src/vault/file/NewFile.ts'
import { deriveEpochKeys } from '../../../src/vault/format/epochKeys.ts'
import { startOfChain } from '../../../src/vault/format/frame.ts'
import { FRAMES_OFFSET } from '../../../src/vault/format/layout.ts'
import { type BookLog, readVaultByTheBook } from '../../support/readVaultByTheBook.ts'
import { temporaryFolder } from './vaultFixture.ts'
import { assembledLog, VECTORS } from './vectorFiles.ts'

const { fileId, epoch, dataKey } = VECTORS
const KEY = { kind: 'recovery', key: VECTORS.recoveryKey } as const

/** The log of the vectors as a source, up to the given number of frames. */
async function source(frames: number): Promise<CopySource & { readonly path: string }> {
  const path = join(await temporaryFolder(), 'source.daybook')
  await writeFile(path, assembledLog())
  const file = realDisk.open(path, 'read')
  onTestFinished(() => file.close())
  const { frames: key } = deriveEpochKeys(dataKey, fileId, epoch)
  const start: Tail = { position: FRAMES_OFFSET, place: startOfChain(fileId, epoch) }
  const tails = [start]
  const reader = new FrameReader(file, key, start, VECTORS.log.sizeBytes)
  while (reader.next().kind === 'frame') tails.push(reader.tail)
  const [snapshotEnd, tail] = [tails[4], tails[frames]]
  if (snapshotEnd === undefined || tail === undefined) throw new Error('too few frames')
  return {
    path,
    file,
    key,
    start,
    snapshotEnd,
    tail,
    counter: 17 + Math.max(0, frames - 4),
    dictionary: null,
  }
}

function targetOf(path: string): NewFile {
  const { slots } = newest()
  return new NewFile(realDisk, path, dataKey, {
    fileId: fileId.toString('hex'),
    counter: 1,
    generation: 4,
    slots,
  })
}

const newest = () => ({ slots: VECTORS.slots.map(({ slot }) => slot) })

async function finish(target: NewFile): Promise<BookLog> {
  target.seal(newest().slots, 10).file.close()
  return readVaultByTheBook(await readFile(target.path), KEY)
}

const idsOf = (book: BookLog, collection: string) => [...(book.records.get(collection)?.keys() ?? [])]
const noPause = async () => undefined

test('the snapshot of a copy holds the newest of each record, without those deleted', async () => {
  const from = await source(7)
  const target = targetOf(from.path)
  await copyLive({ ...from, counter: 19 }, target, noPause)
  const book = await finish(target)
  expect(book).toMatchObject({ meta: { n: 5 }, counter: 19, savedAt: VECTORS.log.savedAt, tornBytes: 0 })
  expect(idsOf(book, 'incidents').sort()).toEqual(['i1', 'i3'])
  expect(book.records.get('incidents')?.get('i1')).toEqual({
    record: { id: 'i1', n: 7, text: 'Автобус сожжён, 12 марта' },
    row: { n: 7 },
  })
  expect(idsOf(book, 'sources')).toEqual(['s1'])
  // One chunk of each collection, an index, the end.
  expect(book.frames).toBe(4)
})

test('what was saved meanwhile follows as transactions', async () => {
  const from = await source(5)
  const target = targetOf(from.path)
  await copyLive({ ...from, counter: 18 }, target, noPause)
  const whole = await source(7)
  copyTransactions(whole, from.tail, target)
  const book = await finish(target)
  expect(book).toMatchObject({ meta: { n: 5 }, counter: 19, savedAt: VECTORS.log.savedAt })
  expect(idsOf(book, 'incidents').sort()).toEqual(['i1', 'i3'])
  expect(book.frames).toBe(6)
})

test('a chunk in which nothing changed is taken over without being looked into', async () => {
  const from = await source(5)
  const target = targetOf(from.path)
  await copyLive({ ...from, dictionary: Buffer.from('shared') }, target, noPause)
  target.seal(newest().slots, 10).file.close()
  const bytes = await readFile(target.path)
  const epochInFile = /"epoch":"([0-9a-f]{32})"/.exec(bytes.toString('latin1', 0, 4096))?.[1] ?? ''
  const keys = deriveEpochKeys(dataKey, fileId, Buffer.from(epochInFile, 'hex'))
  const start: Tail = {
    position: FRAMES_OFFSET,
    place: startOfChain(fileId, Buffer.from(epochInFile, 'hex')),
  }
  const file = realDisk.open(target.path, 'read')
  const reader = new FrameReader(file, keys.frames, start, bytes.length)
  const bodies: string[] = []
  for (let frame = reader.next(); frame.kind === 'frame'; frame = reader.next()) {
    bodies.push(frame.body.toString('hex'))
  }
  file.close()
  expect(bodies).toContain(VECTORS.frames[1]?.body.toString('hex'))
  expect(bodies).not.toContain(VECTORS.frames[0]?.body.toString('hex'))
})

test('a source that the disk has changed since it was opened is damage, not a shorter copy', async () => {
  const from = await source(7)
  const bytes = assembledLog()
  const at = (VECTORS.frames[5]?.offset ?? 0) + 100
  bytes[at] = (bytes[at] ?? 0) ^ 1
  await writeFile(from.path, bytes)
  const target = targetOf(from.path)
  await expect(copyLive(from, target, noPause)).rejects.toMatchObject({
    error: { code: 'vault/damaged', where: 'frame', at: VECTORS.frames[5]?.offset },
  })
  target.discard()
})

test('it can be stopped between any two frames, and then leaves no file', async () => {
  for (let stopAt = 1; stopAt <= 10; stopAt += 1) {
    const from = await source(7)
    const target = targetOf(from.path)
    let pauses = 0
    const stopping = copyLive(from, target, async (done, total) => {
      expect(done).toBeLessThanOrEqual(total)
      pauses += 1
      if (pauses === stopAt) throw new Error('stopped')
    })
    await expect(stopping).rejects.toThrow('stopped')
    target.discard()
    expect(realDisk.stamp(target.path)).toBeNull()
  }
})
