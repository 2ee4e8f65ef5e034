/** An older file in the place of a log whose session was never closed: noticed but for the saves of the last moments. */
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { Anchor, AnchorStore } from '../../../src/vault/anchors.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  type TestPorts,
  type TestSession,
} from '../../support/vault/testLog.ts'
import { logOf, QUIET_POLICY, temporaryFolder } from './vaultFixture.ts'

const EVERY = 50
let folder: string
let path: string
let noted: Map<string, Anchor>
let ports: TestPorts

beforeEach(async () => {
  folder = await temporaryFolder()
  path = join(folder, 'log.daybook')
  noted = new Map()
  const anchors: AnchorStore = {
    read: (fileId) => noted.get(fileId) ?? null,
    write: (fileId, anchor) => void noted.set(fileId, anchor),
  }
  ports = { policy: QUIET_POLICY, anchors }
})

async function saveTimes(session: TestSession, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    expectValue(
      await session.update((log) => {
        log.meta.n += 1
      }),
    )
  }
}

/** The file as it is now, beside it. */
async function copyNow(name: string): Promise<string> {
  const copy = join(folder, name)
  await copyFile(path, copy)
  return copy
}

const rolledBack = async (copy: string) => {
  const session = expectValue(await openTestLog(copy, ports, { readOnly: true }))
  await session.close()
  return session.report.rolledBack
}

test('after a crash every fiftieth save is known, and an older file is noticed by it', async () => {
  const session = expectValue(await createTestLog(path, logOf(1), ports))
  await saveTimes(session, EVERY - 1)
  const first = await copyNow('first')
  await saveTimes(session, 1)
  const fiftieth = await copyNow('fiftieth')
  await saveTimes(session, EVERY - 1)
  // The crash: nobody closes the session. What this device knows is what it noted while there were saves.
  const { counter } = session.info()
  expect(counter).toBe(2 * EVERY)
  expect([...noted.values()]).toMatchObject([{ counter: EVERY + 1 }])
  expect(await rolledBack(first)).toMatchObject({ seen: { counter: EVERY + 1 }, found: { counter: EVERY } })
  // Of the saves behind that nothing is known: the guide says so.
  expect(await rolledBack(fiftieth)).toBeNull()
  await session.close()
  expect(await rolledBack(fiftieth)).toMatchObject({ seen: { counter } })
})

test('whoever opens the log after the crash notes all of it', async () => {
  const crashed = expectValue(await createTestLog(path, logOf(1), ports))
  await saveTimes(crashed, 7)
  const older = await copyNow('older')
  await saveTimes(crashed, 3)
  const found = await copyNow('found')
  const { counter } = crashed.info()
  const session = expectValue(await openTestLog(found, ports))
  expect([...noted.values()]).toMatchObject([{ counter }])
  expect(await rolledBack(older)).toMatchObject({ seen: { counter } })
  await session.close()
  await crashed.close()
})
