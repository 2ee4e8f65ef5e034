/** Every call to the disk fails once, in every way: what was acknowledged stays, memory follows the disk. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type FileOps, realFileOps } from '../../src/vault/fileOps.ts'
import {
  createTestVault,
  dataOnDisk,
  expectValue,
  openTestVault,
  temporaryFolder,
} from '../unit/vault/vaultFixture.ts'
import { type FaultPlan, faultyFileOps } from './faultyFileOps.ts'

const withoutLinks: FileOps = {
  ...realFileOps,
  link: () => Promise.reject(Object.assign(new Error('no links here'), { code: 'EPERM' })),
}

const fileSystems = [
  ['with hard links', realFileOps],
  ['without hard links', withoutLinks],
] as const

const kinds: readonly Omit<FaultPlan, 'at'>[] = [
  { lasting: 'once', errno: 'EIO' },
  { lasting: 'once', errno: 'ENOSPC' },
  { lasting: 'from-then-on', errno: 'EIO' },
]

const NEVER = Number.MAX_SAFE_INTEGER

/** A log with one acknowledged save, open on a disk that can be made to fail. */
async function openOnFaultyDisk(base: FileOps) {
  const path = join(await temporaryFolder(), 'log.daybook')
  await expectValue(await createTestVault(path, { v: 0 })).close()
  const disk = faultyFileOps(base)
  const session = expectValue(await openTestVault(path, {}, { ops: disk.ops }))
  expectValue(await session.save({ v: 1 }))
  return { path, disk, session }
}

async function countCalls(base: FileOps): Promise<readonly string[]> {
  const { disk, session } = await openOnFaultyDisk(base)
  disk.arm({ at: NEVER, lasting: 'once', errno: 'EIO' })
  expectValue(await session.save({ v: 2 }))
  return disk.calls
}

describe.each(fileSystems)('saving %s', (_name, base) => {
  test('syncs the content before it gets its name, and the name before it is acknowledged', async () => {
    const calls = await countCalls(base)
    expect(calls.indexOf('sync')).toBeGreaterThan(calls.indexOf('write'))
    expect(calls.lastIndexOf('rename')).toBeGreaterThan(calls.indexOf('sync'))
    expect(calls.lastIndexOf('syncFolder')).toBeGreaterThan(calls.lastIndexOf('rename'))
  })

  test.each(kinds)('each call failing $lasting with $errno', async (kind) => {
    const { length } = await countCalls(base)
    expect(length).toBeGreaterThan(8)
    for (let at = 0; at < length; at += 1) {
      const { path, disk, session } = await openOnFaultyDisk(base)
      disk.arm({ ...kind, at })
      const saved = await session.save({ v: 2 })
      const where = `call ${at}: ${disk.calls[at]}`
      // What cannot hurt (tidying up) may fail unseen; everything else is reported.
      if (!saved.ok) expect(saved.error.code, where).toMatch(/^disk\/(full|failed)$/)
      expect(session.data, where).toEqual({ v: saved.ok ? 2 : 1 })
      const onDisk = await dataOnDisk(path)
      if (saved.ok || kind.lasting === 'once') expect(onDisk, where).toEqual({ v: saved.ok ? 2 : 1 })
      else expect([1, 2], where).toContain(onDisk.v)
      disk.disarm()
      expectValue(await session.save({ v: 3 }))
      expect(session.data, where).toEqual({ v: 3 })
      await session.close()
      expect(await dataOnDisk(path), where).toEqual({ v: 3 })
      const list = async () => (await readdir(join(path, '..'))).sort()
      const tidy = ['log.daybook', 'log.daybook.bak']
      // One call that fails is the only reason to leave one file behind, and the next opening removes it.
      if (!disk.failed.includes('remove')) expect(await list(), where).toEqual(tidy)
      await expectValue(await openTestVault(path)).close()
      expect(await list(), where).toEqual(tidy)
    }
  })

  test('several failures in a row, of different kinds, do not lock us out', async () => {
    const { length } = await countCalls(base)
    for (let at = 0; at < length; at += 1) {
      const { path, disk, session } = await openOnFaultyDisk(base)
      disk.arm({ at, lasting: 'from-then-on', errno: 'EIO' })
      await session.save({ v: 2 })
      disk.arm({ at: 1, lasting: 'once', errno: 'ENOSPC' })
      await session.save({ v: 3 })
      disk.disarm()
      expectValue(await session.save({ v: 4 }))
      await session.close()
      expect(await dataOnDisk(path)).toEqual({ v: 4 })
    }
  })
})

describe.each(fileSystems)('creating %s', (_name, base) => {
  test.each(kinds)('each call failing $lasting with $errno leaves a log or none', async (kind) => {
    for (let at = 0, calls = NEVER; at < calls; at += 1) {
      const path = join(await temporaryFolder(), 'log.daybook')
      const disk = faultyFileOps(base)
      disk.arm({ ...kind, at })
      const created = await createTestVault(path, { v: 0 }, { ops: disk.ops })
      if (disk.calls.length <= at) calls = 0
      disk.disarm()
      const where = `call ${at}: ${disk.calls[at]}`
      if (created.ok) {
        await created.value.close()
        expect(await dataOnDisk(path), where).toEqual({ v: 0 })
        continue
      }
      expect(created.error.code, where).toMatch(/^disk\/(full|failed)$/)
      const left = await openTestVault(path, { readOnly: true })
      // With the disk gone the log may be there unacknowledged; it is whole then.
      if (left.ok) expect([kind.lasting, left.value.data], where).toEqual(['from-then-on', { v: 0 }])
      else expect(left.error.code, where).toBe('vault/not-found')
    }
  })
})

test.each(kinds)('opening: each call failing $lasting with $errno leaves the log as it was', async (kind) => {
  const path = join(await temporaryFolder(), 'log.daybook')
  await expectValue(await createTestVault(path, { v: 0 })).close()
  for (let at = 0, calls = NEVER; at < calls; at += 1) {
    const disk = faultyFileOps()
    disk.arm({ ...kind, at })
    const opened = await openTestVault(path, {}, { ops: disk.ops })
    if (disk.calls.length <= at) calls = 0
    disk.disarm()
    if (opened.ok) await opened.value.close()
    else expect(opened.error.code, `call ${at}: ${disk.calls[at]}`).toMatch(/^disk\/(full|failed)$/)
    expect(await dataOnDisk(path)).toEqual({ v: 0 })
    // This process lives, so a lock that could not be removed stays in the way: as it should.
    await realFileOps.remove(`${path}.lock`).catch(() => undefined)
  }
})
