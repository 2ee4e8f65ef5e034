import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createFileAnchorStore, isOlder } from '../../../src/vault/anchors.ts'
import { type Disk, realDisk } from '../../../src/vault/disk.ts'

const LOG = '00112233445566778899aabbccddeeff'
const OTHER_LOG = 'ffeeddccbbaa99887766554433221100'

async function profileFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-anchors-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'profile', 'anchors')
}

test('what was written is read again, for each log by itself', async () => {
  const folder = await profileFolder()
  const store = createFileAnchorStore(folder)
  expect(store.read(LOG)).toBe(null)
  store.write(LOG, { superblock: 2, counter: 17 })
  store.write(OTHER_LOG, { superblock: 1, counter: 3 })
  store.write(LOG, { superblock: 2, counter: 18 })
  const reopened = createFileAnchorStore(folder)
  expect(reopened.read(LOG)).toEqual({ superblock: 2, counter: 18 })
  expect(reopened.read(OTHER_LOG)).toEqual({ superblock: 1, counter: 3 })
  // An older file that the user accepted.
  reopened.write(LOG, { superblock: 1, counter: 4 })
  expect(store.read(LOG)).toEqual({ superblock: 1, counter: 4 })
})

test('the folder tells neither id nor path, is for the user alone, and holds nothing unfinished', async () => {
  const folder = await profileFolder()
  createFileAnchorStore(folder).write(LOG, { superblock: 1, counter: 1 })
  const names = await readdir(folder)
  expect(names.length).toBe(1)
  const [name = ''] = names
  expect(name).toMatch(/^[0-9a-f]{32}\.json$/)
  expect(name).not.toContain(LOG)
  expect(await readFile(join(folder, name), 'utf8')).toBe('{"superblock":1,"counter":1}')
  if (process.platform !== 'win32') {
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
  }
})

test('a damaged anchor is none, and is replaced', async () => {
  const folder = await profileFolder()
  const store = createFileAnchorStore(folder)
  store.write(LOG, { superblock: 1, counter: 1 })
  const [name = ''] = await readdir(folder)
  for (const content of [
    '',
    '{',
    'null',
    '{"superblock":1}',
    '{"superblock":1,"counter":-1}',
    `${'9'.repeat(2000)}`,
  ]) {
    await writeFile(join(folder, name), content)
    expect(store.read(LOG)).toBe(null)
    store.write(LOG, { superblock: 1, counter: 2 })
    expect(store.read(LOG)).toEqual({ superblock: 1, counter: 2 })
  }
})

test('no failure of the disk reaches the caller, and what was seen before stays', async () => {
  const folder = await profileFolder()
  createFileAnchorStore(folder).write(LOG, { superblock: 1, counter: 1 })
  const failing = () => {
    throw Object.assign(new Error('EIO'), { code: 'EIO' })
  }
  const disks: Disk[] = [
    { ...realDisk, rename: failing },
    { ...realDisk, open: (path, mode) => (mode === 'create' ? failing() : realDisk.open(path, mode)) },
    {
      ...realDisk,
      open: (path, mode) => {
        const file = realDisk.open(path, mode)
        return mode === 'create' ? { ...file, sync: failing } : file
      },
    },
  ]
  for (const disk of disks) createFileAnchorStore(folder, [], disk).write(LOG, { superblock: 1, counter: 2 })
  expect(createFileAnchorStore(folder).read(LOG)).toEqual({ superblock: 1, counter: 1 })
  expect((await readdir(folder)).length).toBe(1)

  const blocked = join(folder, 'file')
  await writeFile(blocked, '')
  await chmod(blocked, 0o400)
  const store = createFileAnchorStore(join(blocked, 'anchors'))
  store.write(LOG, { superblock: 1, counter: 1 })
  expect(store.read(LOG)).toBe(null)
})

test('one in a former folder goes only when the new one is sure to stay', async () => {
  const folder = await profileFolder()
  const former = `${folder}-former`
  createFileAnchorStore(former).write(LOG, { superblock: 1, counter: 1 })
  const unsure: Disk = {
    ...realDisk,
    syncFolder: () => {
      throw Object.assign(new Error('EIO'), { code: 'EIO' })
    },
  }
  createFileAnchorStore(folder, [former], unsure).write(LOG, { superblock: 1, counter: 2 })
  expect((await readdir(former)).length).toBe(1)
  createFileAnchorStore(folder, [former]).write(LOG, { superblock: 1, counter: 3 })
  expect(await readdir(former)).toEqual([])
})

test('an anchor that has not changed is not written again', async () => {
  const folder = await profileFolder()
  let created = 0
  const counting: Disk = {
    ...realDisk,
    open: (path, mode) => {
      if (mode === 'create') created += 1
      return realDisk.open(path, mode)
    },
  }
  const store = createFileAnchorStore(folder, [], counting)
  for (let time = 0; time < 3; time += 1) store.write(LOG, { superblock: 1, counter: 1 })
  expect(created).toBe(1)
})

test('older is what has fewer transactions, or as many in an earlier file', () => {
  const seen = { superblock: 5, counter: 100 }
  expect(isOlder(seen, seen)).toBe(false)
  expect(isOlder({ superblock: 5, counter: 99 }, seen)).toBe(true)
  expect(isOlder({ superblock: 6, counter: 99 }, seen)).toBe(true)
  expect(isOlder({ superblock: 4, counter: 100 }, seen)).toBe(true)
  expect(isOlder({ superblock: 6, counter: 100 }, seen)).toBe(false)
  expect(isOlder({ superblock: 4, counter: 101 }, seen)).toBe(false)
})
