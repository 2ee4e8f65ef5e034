import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { realDisk } from '../../../src/vault/disk.ts'
import {
  hasNoHardLinks,
  removeQuietly,
  removeStaleTemporaries,
  takeoverPath,
  temporaryPath,
} from '../../../src/vault/temporaryFiles.ts'

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-vault-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('what a crash left is removed, and nothing else beside the log', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'log.daybook')
  const kept = [
    'log.daybook',
    'log.daybook.bak',
    'log.daybook.lock',
    'log.daybook.tmp',
    'log.daybook.0123.tmp',
    `log.daybook.${'0'.repeat(32)}.tmp.txt`,
    `other.daybook.${'0'.repeat(32)}.tmp`,
    `lag.daybook.${'0'.repeat(32)}.tmp`,
  ]
  for (const name of kept) await writeFile(join(folder, name), '')
  await writeFile(temporaryPath(path), '')
  await writeFile(temporaryPath(path), '')
  await writeFile(takeoverPath(path, 'a'.repeat(32)), '')
  expect((await readdir(folder)).length).toBe(kept.length + 3)
  removeStaleTemporaries(realDisk, path)
  expect((await readdir(folder)).sort()).toEqual(kept.sort())
})

test('tidying up never fails', async () => {
  const folder = await temporaryFolder()
  removeQuietly(realDisk, join(folder, 'missing'))
  removeStaleTemporaries(realDisk, join(folder, 'missing', 'log.daybook'))
  expect(await readdir(folder)).toEqual([])
})

test('only the answers of a file system without hard links count as such', () => {
  const thrown = (code: string) => Object.assign(new Error(code), { code })
  // The last is what Node reports on exFAT under Windows.
  for (const code of ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR']) {
    expect(hasNoHardLinks(thrown(code))).toBe(true)
  }
  for (const code of ['EEXIST', 'ENOENT', 'ENOSPC', 'EIO', 'EROFS', 'ERR_INVALID_ARG_TYPE']) {
    expect(hasNoHardLinks(thrown(code))).toBe(false)
  }
  expect(hasNoHardLinks('EPERM')).toBe(false)
})
