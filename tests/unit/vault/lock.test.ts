import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Result } from '../../../src/core/result.ts'
import { type Disk, realDisk } from '../../../src/vault/disk.ts'
import { acquireLock, type Lock, realLockPorts, releaseAbandonedLock } from '../../../src/vault/lock.ts'
import {
  isHolderAlive,
  isOfEarlierBoot,
  isProvenAlive,
  type ProcessIdentity,
  processIdentity,
} from '../../../src/vault/processIdentity.ts'
import { takeoverPath } from '../../../src/vault/temporaryFiles.ts'
import type { VaultError } from '../../../src/vault/vaultError.ts'

const SINCE = '2026-03-04T05:06:07.000Z'
const DEAD: Partial<ProcessIdentity> = { bootId: 'another boot', pid: 999_999_999, startTime: '1' }

async function logPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'daybook-lock-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'log.daybook')
}

const id = (digit: string) => digit.repeat(32)
const foreignRecord = (change: object) => ({ id: id('f'), since: SINCE, ...processIdentity(), ...change })
const writeLock = (path: string, change: object) =>
  writeFile(`${path}.lock`, JSON.stringify(foreignRecord(change)))
const readLock = async (path: string): Promise<unknown> => JSON.parse(await readFile(`${path}.lock`, 'utf8'))
const namesBeside = (path: string) => readdir(dirname(path))

/** As `acquireLock`, but waits no time; `onPause` happens while it would. */
function acquire(path: string, disk: Disk = realDisk, onPause: (milliseconds: number) => unknown = () => {}) {
  const pause = async (milliseconds: number) => onPause(milliseconds)
  return acquireLock(disk, path, SINCE, { ...realLockPorts('app'), pause })
}

function expectLock(result: Result<Lock, VaultError>): Lock {
  if (!result.ok) throw new Error(`expected a lock, got ${JSON.stringify(result.error)}`)
  return result.value
}

/** The number of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

const errno = (code: string) => Object.assign(new Error(code), { code })
const diskWithoutLinks: Disk = {
  ...realDisk,
  link: () => {
    throw errno('EPERM')
  },
}

test('a second taker is told who has the lock and since when', async () => {
  const path = await logPath()
  const lock = expectLock(await acquire(path))
  expect(await acquireLock(realDisk, path, '2027-01-01T00:00:00.000Z')).toEqual({
    ok: false,
    error: {
      code: 'vault/in-use',
      holder: {
        lockId: lock.id,
        pid: process.pid,
        host: processIdentity().host,
        since: SINCE,
        thisComputer: true,
        program: 'app',
        // Only where the system tells when a process was started.
        provenAlive: process.platform === 'linux',
      },
    },
  })
  lock.release()
  expectLock(await acquire(path)).release()
  expect(await namesBeside(path)).toEqual([])
})

test('the lock of a dead process is taken over at once, and its late release removes nothing', async () => {
  const path = await logPath()
  await writeLock(path, { pid: await deadPid(), startTime: '1' })
  const lock = expectLock(await acquire(path))
  expect(await readLock(path)).toMatchObject({ pid: process.pid, id: lock.id })
  expect(await namesBeside(path)).toEqual(['log.daybook.lock'])
  // Somebody else's lock now stands there.
  await writeLock(path, { id: id('e') })
  lock.release()
  expect(await readLock(path)).toMatchObject({ id: id('e') })
})

test.runIf(process.platform === 'linux')(
  'a number given out again, or another boot, is a dead holder',
  async () => {
    const path = await logPath()
    for (const change of [{ startTime: '1' }, { bootId: 'another boot' }]) {
      await writeLock(path, change)
      expectLock(await acquire(path)).release()
    }
  },
)

const takeOver = (path: string, lockId: string) =>
  acquireLock(realDisk, path, SINCE, { ...realLockPorts(), pause: async () => {} }, lockId)

test('a holder on another computer is named, and replaced only when the user says so of its very lock', async () => {
  const path = await logPath()
  await writeLock(path, { ...DEAD, host: 'other-host' })
  expect(await acquire(path)).toEqual({
    ok: false,
    error: {
      code: 'vault/in-use',
      holder: {
        lockId: id('f'),
        pid: 999_999_999,
        host: 'other-host',
        since: SINCE,
        thisComputer: false,
        program: null,
        provenAlive: false,
      },
    },
  })
  expect(await takeOver(path, id('e'))).toMatchObject({ error: { holder: { lockId: id('f') } } })
  expect(await readLock(path)).toMatchObject({ id: id('f') })
  const lock = expectLock(await takeOver(path, id('f')))
  expect(await readLock(path)).toMatchObject({ id: lock.id, pid: process.pid })
  expect(await namesBeside(path)).toEqual(['log.daybook.lock'])
  // Of two who were told the same, the slower one finds another lock there.
  expect(await takeOver(path, id('f'))).toMatchObject({ error: { holder: { lockId: lock.id } } })
  lock.release()
})

test.runIf(process.platform === 'linux')(
  'the lock of a process that is running is never taken over',
  async () => {
    const path = await logPath()
    await writeLock(path, {})
    const before = await readLock(path)
    expect(await takeOver(path, id('f'))).toMatchObject({
      error: { code: 'vault/in-use', holder: { thisComputer: true, provenAlive: true } },
    })
    expect(await readLock(path)).toEqual(before)
  },
)

/** As where the system says nothing but a number: Windows and macOS. */
const BARE: ProcessIdentity = {
  ...processIdentity(),
  startTime: null,
  bootId: null,
  pidNamespace: null,
  machine: null,
}

test('after a crash in another container of this computer the user may take the lock over', async () => {
  const path = await logPath()
  await writeLock(path, { pid: 4, pidNamespace: 'pid:[1]' })
  expect(await acquire(path)).toMatchObject({
    error: { code: 'vault/in-use', holder: { lockId: id('f'), thisComputer: true, provenAlive: false } },
  })
  expectLock(await takeOver(path, id('f'))).release()
  expect(await namesBeside(path)).toEqual([])
})

test('where a number of a process is all there is, a crash and a restart lock nobody out', async () => {
  const path = await logPath()
  const bare = (uptime: number, lockId: string | null = null) =>
    acquireLock(
      realDisk,
      path,
      '2026-03-04T06:00:00.000Z',
      { self: BARE, pause: async () => {}, program: null, uptime: () => uptime },
      lockId,
    )
  // The number has been given out again: to this very process.
  await writeLock(path, { ...BARE, uptime: 900 })
  expect(await bare(901)).toMatchObject({
    error: { code: 'vault/in-use', holder: { pid: process.pid, thisComputer: true, provenAlive: false } },
  })
  expectLock(await bare(30)).release()
  // A lock of an earlier version does not say; whatever the clock says, it is named.
  await writeLock(path, { ...BARE, since: '1999-01-01T00:00:00.000Z' })
  expect(await bare(30)).toMatchObject({ error: { code: 'vault/in-use', holder: { pid: process.pid } } })
  // The crash was no restart: the user says so of this very lock.
  await writeLock(path, BARE)
  expect(await bare(901, id('e'))).toMatchObject({ error: { code: 'vault/in-use' } })
  expectLock(await bare(901, id('f'))).release()
  expect(await namesBeside(path)).toEqual([])
})

test('an earlier boot is told by the time since boot, only where boots have no number, and of this computer alone', () => {
  const later = 60
  const record = { ...BARE, uptime: 3_600 }
  expect(isOfEarlierBoot(record, BARE, later)).toBe(true)
  expect(isOfEarlierBoot({ ...record, bootId: 'boot' }, { ...BARE, bootId: 'boot' }, later)).toBe(false)
  expect(isOfEarlierBoot({ ...record, host: 'other-host' }, BARE, later)).toBe(false)
  expect(isOfEarlierBoot({ ...record, uptime: null }, BARE, later)).toBe(false)
  expect(isOfEarlierBoot({ ...record, uptime: later }, BARE, later)).toBe(false)
})

test('who is alive is told by boot, computer, container and process', () => {
  const self: ProcessIdentity = { ...processIdentity(), bootId: 'boot', machine: 'machine', host: 'host' }
  const gone = { ...self, pid: 999_999_999 }
  expect(isProvenAlive(self, self)).toBe(self.startTime !== null)
  expect(isProvenAlive({ ...self, startTime: '1' }, self)).toBe(false)
  expect(isProvenAlive({ ...self, pidNamespace: 'pid:[1]' }, self)).toBe(false)
  expect(isHolderAlive(self, self)).toBe(true)
  expect(isHolderAlive(gone, self)).toBe(false)
  // The same boot, even after the computer was given another name.
  expect(isHolderAlive({ ...gone, host: 'renamed' }, self)).toBe(false)
  expect(isHolderAlive({ ...self, bootId: 'earlier' }, self)).toBe(false)
  // Two computers of one name, a copied machine of another name: neither can be asked.
  expect(isHolderAlive({ ...gone, bootId: 'other', machine: 'other' }, self)).toBe(true)
  expect(isHolderAlive({ ...gone, bootId: 'other', host: 'other' }, self)).toBe(true)
  expect(isHolderAlive({ ...gone, pidNamespace: 'pid:[1]' }, self)).toBe(true)
  // Where nothing but name and number is known.
  const bare = { ...self, bootId: null, machine: null, startTime: null }
  expect(isHolderAlive({ ...bare, pid: 999_999_999 }, bare)).toBe(false)
  expect(isHolderAlive(bare, bare)).toBe(true)
  expect(isProvenAlive(bare, bare)).toBe(false)
})

test('a lock that stays cut off was left by a crash; one that is being written is respected', async () => {
  const path = await logPath()
  for (const content of ['', '\0'.repeat(200), '{"id":"', JSON.stringify(foreignRecord({})).slice(0, -1)]) {
    await writeFile(`${path}.lock`, content)
    let waitedMs = 0
    const lock = expectLock(await acquire(path, realDisk, (milliseconds) => (waitedMs += milliseconds)))
    expect(waitedMs).toBeGreaterThanOrEqual(2000)
    lock.release()
    expect(await namesBeside(path)).toEqual([])

    await writeFile(`${path}.lock`, content)
    let looks = 0
    const finishing = await acquire(path, realDisk, async () => {
      looks += 1
      if (looks === 9) await writeLock(path, {})
    })
    expect(finishing).toMatchObject({ error: { code: 'vault/in-use', holder: { pid: process.pid } } })
  }
})

test('a whole lock of a kind we do not know is held; one that says more than we know is understood', async () => {
  const path = await logPath()
  for (const content of ['{"pid":"1"}', '[]', JSON.stringify(foreignRecord({ id: '../../x' }))]) {
    await writeFile(`${path}.lock`, content)
    let pauses = 0
    const result = await acquire(path, realDisk, () => (pauses += 1))
    expect(result).toMatchObject({ error: { code: 'vault/in-use', holder: null } })
    expect(pauses).toBe(0)
  }
  for (const more of [{ later: 'addition' }, { program: 'a later one' }]) {
    await writeLock(path, { ...DEAD, ...more })
    expectLock(await acquire(path)).release()
  }
})

test('what cannot be read at the place of the lock counts as a lock', async () => {
  const path = await logPath()
  await mkdir(`${path}.lock`)
  expect(await acquire(path)).toMatchObject({ error: { code: 'vault/in-use', holder: null } })
})

test('of many takers of one dead lock exactly one wins, with and without hard links', async () => {
  for (const disk of [realDisk, diskWithoutLinks]) {
    for (const content of [JSON.stringify(foreignRecord(DEAD)), '']) {
      for (let round = 0; round < 10; round += 1) {
        const path = await logPath()
        await writeFile(`${path}.lock`, content)
        const results = await Promise.all(Array.from({ length: 8 }, () => acquire(path, disk)))
        expect(results.filter((result) => result.ok).length).toBe(1)
        expect(await namesBeside(path)).toEqual(['log.daybook.lock'])
      }
    }
  }
})

test('a lock made by a faster taker in the meantime is not removed', async () => {
  const path = await logPath()
  await writeLock(path, DEAD)
  const faster = JSON.stringify(foreignRecord({ id: id('a') }))
  const disk: Disk = {
    ...realDisk,
    link(from, to) {
      // The faster one has come and gone between our look at the dead lock and its removal.
      if (to.endsWith('.takeover')) {
        realDisk.remove(`${path}.lock`)
        const file = realDisk.open(`${path}.lock`, 'create')
        file.write(0, Buffer.from(faster))
        file.close()
      }
      realDisk.link(from, to)
    },
  }
  expect(await acquire(path, disk)).toMatchObject({ error: { code: 'vault/in-use' } })
  expect(await readLock(path)).toMatchObject({ id: id('a') })
  expect(await namesBeside(path)).toEqual(['log.daybook.lock'])
})

test('a taker that died while taking over, or was cut off, locks nobody out', async () => {
  for (const content of [JSON.stringify(foreignRecord({ ...DEAD, id: id('b') })), '']) {
    const path = await logPath()
    await writeLock(path, DEAD)
    await writeFile(takeoverPath(path, id('f')), content)
    expectLock(await acquire(path)).release()
    expect(await namesBeside(path)).toEqual([])
  }
})

test('a power cut that cut off both the lock and the taking over locks nobody out', async () => {
  const path = await logPath()
  await writeFile(`${path}.lock`, '')
  const disk: Disk = {
    ...realDisk,
    link(from, to) {
      if (!to.endsWith('.takeover')) return realDisk.link(from, to)
      realDisk.open(to, 'create').close()
      throw errno('EIO')
    },
  }
  await expect(acquire(path, disk)).rejects.toThrow('EIO')
  expect((await namesBeside(path)).length).toBe(2)
  expectLock(await acquire(path)).release()
  expect(await namesBeside(path)).toEqual([])
})

test('a taker that is at it is left to it', async () => {
  const path = await logPath()
  await writeLock(path, DEAD)
  await writeFile(takeoverPath(path, id('f')), JSON.stringify(foreignRecord({ id: id('b') })))
  expect(await acquire(path)).toMatchObject({ error: { code: 'vault/in-use', holder: null } })
  expect(await readLock(path)).toMatchObject({ id: id('f') })
})

test('without hard links a lock that was taken from us while the computer slept is not ours', async () => {
  const path = await logPath()
  let pauses = 0
  const result = await acquire(path, diskWithoutLinks, async () => {
    pauses += 1
    if (pauses === 1) await writeLock(path, { id: id('a') })
  })
  expect(result).toMatchObject({ error: { code: 'vault/in-use', holder: { pid: process.pid } } })
  expect(await readLock(path)).toMatchObject({ id: id('a') })
})

test('a lock that a network file system made, and then reported as being there, is ours', async () => {
  const path = await logPath()
  const disk: Disk = {
    ...realDisk,
    link(from, to) {
      realDisk.link(from, to)
      throw errno('EEXIST')
    },
  }
  const lock = expectLock(await acquire(path, disk))
  expect(await readLock(path)).toMatchObject({ id: lock.id })
  lock.release()
  expect(await namesBeside(path)).toEqual([])
})

test('a holder that tidies our unfinished file away makes us look again, not fail', async () => {
  const path = await logPath()
  let links = 0
  const disk: Disk = {
    ...realDisk,
    link(from, to) {
      links += 1
      if (links === 1) realDisk.remove(from)
      realDisk.link(from, to)
    },
  }
  expectLock(await acquire(path, disk)).release()
  expect(links).toBe(2)
})

test('a failing disk is reported, and leaves no lock of ours behind', async () => {
  const path = await logPath()
  const afterLink: Disk = {
    ...realDisk,
    link(from, to) {
      realDisk.link(from, to)
      throw errno('EIO')
    },
  }
  const full: Disk = {
    ...realDisk,
    open(name, mode) {
      const file = realDisk.open(name, mode)
      const write = () => {
        throw errno('ENOSPC')
      }
      return mode === 'create' ? { ...file, write } : file
    },
  }
  await expect(acquire(path, afterLink)).rejects.toThrow('EIO')
  await expect(acquire(path, full)).rejects.toThrow('ENOSPC')
  expect(await namesBeside(path)).toEqual([])
  await expect(acquire(join(path, 'no', 'folder'))).rejects.toThrow('ENOENT')
})

test('the lock that a dead thread of this process left is released by its id', async () => {
  const path = await logPath()
  const lock = expectLock(await acquire(path))
  expect(releaseAbandonedLock(realDisk, path, lock.id)).toBe(true)
  const next = expectLock(await acquire(path))
  expect(releaseAbandonedLock(realDisk, path, lock.id)).toBe(false)
  expect(await readLock(path)).toMatchObject({ id: next.id })
})
