import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realFileOps } from '../../../src/vault/fileOps.ts'
import { acquireLock } from '../../../src/vault/lock.ts'
import { isHolderAlive, processIdentity } from '../../../src/vault/processIdentity.ts'
import { expectValue, temporaryFolder } from './vaultFixture.ts'

const SINCE = '2026-03-04T05:06:07.000Z'

async function logPath(): Promise<string> {
  return join(await temporaryFolder(), 'log.daybook')
}

const writeLock = (path: string, record: object) => writeFile(`${path}.lock`, JSON.stringify(record))
const foreignLock = (change: object) => ({ id: 'x', since: SINCE, ...processIdentity(), ...change })

/** The number of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid ?? 0
}

test('a second taker is told who has the lock and since when', async () => {
  const path = await logPath()
  const lock = expectValue(await acquireLock(realFileOps, path, SINCE))
  expect(await acquireLock(realFileOps, path, '2027-01-01T00:00:00.000Z')).toEqual({
    ok: false,
    error: {
      code: 'vault/in-use',
      holder: { pid: process.pid, host: processIdentity().host, since: SINCE, thisComputer: true },
    },
  })
  await lock.release()
  const again = expectValue(await acquireLock(realFileOps, path, SINCE))
  await again.release()
  expect(await readdir(join(path, '..'))).toEqual([])
})

test('the lock of a dead process is taken over at once, and its late release removes nothing', async () => {
  const path = await logPath()
  await writeLock(path, foreignLock({ pid: await deadPid(), startTime: '1' }))
  const lock = expectValue(await acquireLock(realFileOps, path, SINCE))
  expect(JSON.parse(await readFile(`${path}.lock`, 'utf8'))).toMatchObject({ pid: process.pid })
  // Somebody else's lock now stands there.
  await writeLock(path, foreignLock({ id: 'other' }))
  await lock.release()
  expect(JSON.parse(await readFile(`${path}.lock`, 'utf8'))).toMatchObject({ id: 'other' })
})

test.runIf(process.platform === 'linux')(
  'a number given out again, or another boot, is a dead holder',
  async () => {
    const path = await logPath()
    for (const change of [{ startTime: '1' }, { bootId: 'another boot' }]) {
      await writeLock(path, foreignLock(change))
      await expectValue(await acquireLock(realFileOps, path, SINCE)).release()
    }
  },
)

test('a holder on another computer or in another container is named, never replaced', async () => {
  const path = await logPath()
  const pid = await deadPid()
  await writeLock(path, foreignLock({ pid, host: 'other-host', bootId: 'another boot' }))
  expect(await acquireLock(realFileOps, path, SINCE)).toMatchObject({
    error: { code: 'vault/in-use', holder: { host: 'other-host', thisComputer: false } },
  })
  expect(isHolderAlive({ ...processIdentity(), pid, pidNamespace: 'pid:[1]' })).toBe(true)
})

test('a lock without readable content is respected while fresh, and dropped when a crash left it', async () => {
  const path = await logPath()
  for (const content of ['', '{"pid":', '{"pid":"1"}']) {
    await writeFile(`${path}.lock`, content)
    expect(await acquireLock(realFileOps, path, SINCE)).toMatchObject({ error: { holder: null } })
    await utimes(`${path}.lock`, 1, 1)
    await expectValue(await acquireLock(realFileOps, path, SINCE)).release()
  }
})

test('of many takers of one dead lock exactly one wins', async () => {
  for (let round = 0; round < 20; round += 1) {
    const path = await logPath()
    await writeLock(path, foreignLock({ bootId: 'another boot', pid: 999_999_999, startTime: '1' }))
    const results = await Promise.all(Array.from({ length: 8 }, () => acquireLock(realFileOps, path, SINCE)))
    expect(results.filter((result) => result.ok).length).toBe(1)
  }
})

test('a lock made by a faster taker in the meantime is not removed', async () => {
  const path = await logPath()
  await writeLock(path, foreignLock({ pid: await deadPid(), startTime: '1' }))
  const ops = {
    ...realFileOps,
    createNew: async (name: string) => {
      // The faster one has come and gone between our look at the dead lock and its removal.
      if (name.endsWith('.takeover')) await writeLock(path, foreignLock({ id: 'faster' }))
      return realFileOps.createNew(name)
    },
  }
  expect(await acquireLock(ops, path, SINCE)).toMatchObject({ error: { code: 'vault/in-use' } })
  expect(JSON.parse(await readFile(`${path}.lock`, 'utf8'))).toMatchObject({ id: 'faster' })
})

test('where the file system has no hard links the lock still excludes', async () => {
  const path = await logPath()
  const ops = {
    ...realFileOps,
    link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' })),
  }
  const lock = expectValue(await acquireLock(ops, path, SINCE))
  expect(await acquireLock(ops, path, SINCE)).toMatchObject({ error: { code: 'vault/in-use' } })
  await lock.release()
  expect(await readdir(join(path, '..'))).toEqual([])
})
