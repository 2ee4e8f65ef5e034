import { expect, test } from 'vitest'
import { copyEvidence } from '../../../src/vault/evidence/copyEvidence.ts'
import { openEvidence } from '../../../src/vault/evidence/openEvidence.ts'
import { CHUNK, contentOf, expectDone, FOLDER, memoryDisk, readOut, sealInMemory } from './evidenceFixture.ts'

const TO = '/stick/backup.daybook.evidence'
const EMPTY = Buffer.alloc(0)

async function threeFiles() {
  const disk = memoryDisk()
  const contents = [contentOf(CHUNK + 9, 1), contentOf(50, 2), EMPTY]
  const entries = []
  for (const content of contents) entries.push((await sealInMemory(content, disk)).entry)
  const names = entries.map(({ name }) => name)
  const flip = (folder: string, name: string | undefined) => {
    const bytes = disk.files.get(`${folder}/${name}`) ?? EMPTY
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1
  }
  return { disk, contents, entries, names, flip }
}

test('a copy opens with the same entries, and is the same bytes', async () => {
  const { disk, contents, entries, names } = await threeFiles()
  const progress: number[] = []
  const onProgress = (done: number) => progress.push(done)
  const copied = expectDone(await copyEvidence({ from: FOLDER, to: TO, entries, disk, onProgress }))
  expect(copied).toEqual({ sound: names, failed: [] })
  expect(progress).toEqual([1, 2, 3])
  for (const [index, entry] of entries.entries()) {
    const read = await readOut(openEvidence({ folder: TO, entry, disk }))
    expect(read).toEqual({ bytes: contents[index], error: null })
    expect(disk.files.get(`${TO}/${entry.name}`)).toEqual(disk.files.get(`${FOLDER}/${entry.name}`))
  }
  expect([...disk.files.keys()].length).toBe(6)
})

test('what is there and sound is not written again, what is damaged there is replaced', async () => {
  const { disk, entries, names, flip } = await threeFiles()
  expectDone(await copyEvidence({ from: FOLDER, to: TO, entries, disk }))
  flip(TO, names[1])
  const created: string[] = []
  const watched = {
    ...disk,
    create: (path: string) => {
      created.push(path)
      return disk.create(path)
    },
  }
  const copied = expectDone(await copyEvidence({ from: FOLDER, to: TO, entries, disk: watched }))
  expect(copied).toEqual({ sound: names, failed: [] })
  expect(created).toEqual([`${TO}/${names[1]}.tmp`])
})

test('what is missing or damaged is named and left out; what lies there under the name stays', async () => {
  const { disk, entries, names, flip } = await threeFiles()
  expectDone(await copyEvidence({ from: FOLDER, to: TO, entries, disk }))
  flip(FOLDER, names[0])
  flip(TO, names[0])
  disk.files.delete(`${FOLDER}/${names[1]}`)
  disk.files.delete(`${TO}/${names[1]}`)
  const before = disk.files.get(`${TO}/${names[0]}`)
  const copied = expectDone(await copyEvidence({ from: FOLDER, to: TO, entries, disk }))
  expect(copied).toEqual({
    sound: [names[2]],
    failed: [
      { name: names[0], error: { code: 'evidence/damaged', where: 'chunk', at: 44 + CHUNK + 16 } },
      { name: names[1], error: { code: 'evidence/missing' } },
    ],
  })
  expect(disk.files.get(`${TO}/${names[0]}`)).toEqual(before)
  expect([...disk.files.keys()].filter((path) => path.endsWith('.tmp'))).toEqual([])
})

test('a cancelled copy keeps what it had and leaves nothing half', async () => {
  const { disk, entries, names } = await threeFiles()
  const controller = new AbortController()
  const copied = await copyEvidence({
    from: FOLDER,
    to: TO,
    entries,
    disk,
    signal: controller.signal,
    onProgress: () => controller.abort(),
  })
  expect(copied).toEqual({ ok: false, error: { code: 'evidence/cancelled' } })
  expect([...disk.files.keys()].filter((path) => path.startsWith(TO))).toEqual([`${TO}/${names[0]}`])
})
