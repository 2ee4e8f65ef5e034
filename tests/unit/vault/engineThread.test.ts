/** The engine in its own thread: the same answers as beside us, and plain words when the thread is gone. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { startEngineThread } from '../../../src/vault/file/engineThread.ts'
import type { VaultPorts } from '../../../src/vault/startSession.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  type TestLog,
  type TestSession,
} from '../../support/vault/testLog.ts'
import { dataOnDisk, EMPTY_LOG, logOf, plain, QUIET_POLICY, temporaryFolder } from './vaultFixture.ts'

let folder: string
let path: string
const ports: Partial<VaultPorts> = { policy: QUIET_POLICY, startEngine: startEngineThread }

beforeEach(async () => {
  folder = await temporaryFolder()
  path = join(folder, 'log.daybook')
})

const setN = (n: number) => (log: TestLog) => {
  log.meta.n = n
}

test('creates, saves, compacts, copies, closes and opens', async () => {
  const session = expectValue(await createTestLog(path, logOf(3000), ports))
  const saves = Array.from({ length: 100 }, (_, n) => session.update(setN(n)))
  expect((await Promise.all(saves)).every(({ ok }) => ok)).toBe(true)
  expect(session.info().syncs).toBeLessThanOrEqual(3)
  expectValue(await session.compact())
  expect(session.info()).toMatchObject({ generation: 2, counter: 101 })
  expectValue(await session.backup(join(folder, 'backup')))
  await session.close()
  const reopened = expectValue(await openTestLog(path, ports))
  expect(plain(reopened.data)).toEqual({ ...logOf(3000), meta: { n: 99 } })
  await reopened.close()
  expect(await dataOnDisk(join(folder, 'backup'), ports)).toEqual({ ...logOf(3000), meta: { n: 99 } })
  expect((await readdir(folder)).sort()).toEqual(['backup', 'log.daybook', 'log.daybook.bak'])
})

test('failures cross as codes', async () => {
  expect(await openTestLog(path, ports)).toEqual({ ok: false, error: { code: 'vault/not-found' } })
  expect(await createTestLog(join(folder, 'no', 'log'), EMPTY_LOG, ports)).toEqual({
    ok: false,
    error: { code: 'disk/failed', errno: 'ENOENT' },
  })
  const session = expectValue(await createTestLog(path, logOf(1), ports))
  expect(await createTestLog(path, EMPTY_LOG, ports)).toEqual({ ok: false, error: { code: 'vault/exists' } })
  expect(await openTestLog(path, ports)).toMatchObject({ error: { code: 'vault/in-use' } })
  await session.close()
})

/** Notes the threads that are spoken to until the test is over. */
function watchThreads(): ReadonlySet<Worker> {
  const workers = new Set<Worker>()
  const { postMessage } = Worker.prototype
  const spy = vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, ...args) {
    workers.add(this)
    return postMessage.apply(this, args)
  })
  onTestFinished(() => spy.mockRestore())
  return workers
}

test.each<[string, () => Promise<TestSession>]>([
  ['created', async () => expectValue(await createTestLog(path, logOf(2), ports))],
  [
    'opened',
    async () => {
      await expectValue(await createTestLog(path, logOf(2), ports)).close()
      return expectValue(await openTestLog(path, ports))
    },
  ],
  [
    'saved elsewhere',
    async () => {
      const session = expectValue(await createTestLog(`${path}.old`, logOf(2), ports))
      expectValue(await session.saveElsewhere(path))
      return session
    },
  ],
])('when the thread of a log ends that was %s, saving says so and the lock is free', async (_name, start) => {
  const threads = watchThreads()
  const session = await start()
  expectValue(await session.update(setN(1)))
  expect(await readdir(folder)).toContain('log.daybook.lock')
  await Promise.all([...threads].map((thread) => thread.terminate()))
  const ended = { code: 'vault/thread-ended' }
  expect(await session.update(setN(2))).toEqual({ ok: false, error: ended })
  expect(session.info().failure).toEqual(ended)
  expect(session.data.meta.n).toBe(1)
  // Nothing can write a copy either: what helps is to lock the log and open it again.
  expect(await session.saveElsewhere(join(folder, 'elsewhere'))).toEqual({ ok: false, error: ended })
  expect((await readdir(folder)).filter((name) => name.endsWith('.lock'))).toEqual([])
  await session.close()
  const reopened = expectValue(await openTestLog(path, ports))
  expect(plain(reopened.data)).toEqual({ ...logOf(2), meta: { n: 1 } })
  await reopened.close()
})
