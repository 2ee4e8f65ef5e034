/** Somebody else is at the file: another process, a sync tool, a user who tidies up. On a real disk, in real threads. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Anchor, AnchorStore } from '../../src/vault/anchors.ts'
import { type Disk, realDisk } from '../../src/vault/disk.ts'
import { initialLog, isSameState, stateOf } from '../support/vault/logModel.ts'
import { createTestLog, expectValue, openTestLog, type TestSession } from '../support/vault/testLog.ts'
import { runMounted } from './smallMount.ts'

const READ_ONLY_CHILD = fileURLToPath(new URL('./readOnlyChild.ts', import.meta.url))
const CHILD = fileURLToPath(new URL('./holdingChild.ts', import.meta.url))
let folder: string
let path: string

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'daybook-hands-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  folder = join(root, 'log')
  mkdirSync(folder)
  path = join(folder, 'log.daybook')
})

const setMeta = (session: TestSession, n: number) =>
  session.update((draft) => {
    draft.meta = { n }
  })

describe('a second process', () => {
  async function startHolder() {
    const child = spawn(process.execPath, [CHILD, path], { stdio: ['pipe', 'pipe', 'inherit'] })
    const exited = once(child, 'exit')
    onTestFinished(() => void child.kill('SIGKILL'))
    await once(createInterface({ input: child.stdout }), 'line')
    return { child, exited }
  }

  test('is refused, with who has the log since when; it may read', async () => {
    await expectValue(await createTestLog(path, initialLog())).close()
    const { child, exited } = await startHolder()
    expect(await openTestLog(path)).toEqual({
      ok: false,
      error: {
        code: 'vault/in-use',
        holder: expect.objectContaining({
          pid: child.pid,
          since: '2026-01-02T03:04:05.000Z',
          thisComputer: true,
        }),
      },
    })
    const reader = expectValue(await openTestLog(path, {}, { readOnly: true }))
    expect(isSameState(stateOf(reader.data), stateOf(initialLog()))).toBe(true)
    await reader.close()
    child.stdin.end()
    await exited
    await expectValue(await openTestLog(path)).close()
  })

  test('that was killed is no obstacle', async () => {
    await expectValue(await createTestLog(path, initialLog())).close()
    const { child, exited } = await startHolder()
    child.kill('SIGKILL')
    await exited
    await expectValue(await openTestLog(path)).close()
  })
})

// Linux lets root, or anybody in a user namespace of their own, mount a folder; elsewhere injected errors must do.
test.runIf(process.platform === 'linux')(
  'a folder that is read-only: said so, reading and backup go on',
  async () => {
    await expectValue(await createTestLog(path, initialLog())).close()
    const mount = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"'
    const stdout = await runMounted(mount, READ_ONLY_CHILD, folder, join(folder, '..'))
    expect(JSON.parse(stdout)).toEqual({
      created: 'disk/read-only',
      opened: 'disk/read-only',
      readsTheSame: true,
      backup: 'ok',
      names: ['log.daybook'],
    })
  },
)

test('an older copy that was put back is noticed where a later one was seen', async () => {
  const seen = new Map<string, Anchor>()
  const anchors: AnchorStore = {
    read: (fileId) => seen.get(fileId) ?? null,
    write: (fileId, anchor) => void seen.set(fileId, anchor),
  }
  await expectValue(await createTestLog(path, initialLog(), { anchors })).close()
  copyFileSync(path, `${path}.old`)
  const session = expectValue(await openTestLog(path, { anchors }))
  expectValue(await setMeta(session, 1))
  await session.close()
  const again = expectValue(await openTestLog(path, { anchors }))
  expect(again.report.rolledBack).toBeNull()
  await again.close()
  renameSync(`${path}.old`, path)
  const old = expectValue(await openTestLog(path, { anchors }))
  onTestFinished(() => old.close())
  expect(old.report.rolledBack?.seen.counter).toBeGreaterThan(old.report.rolledBack?.found.counter ?? 1e9)
})

describe('a file that is not what was left', () => {
  const hands: readonly (readonly [string, () => void])[] = [
    [
      'replaced by a copy of itself',
      () => {
        copyFileSync(path, `${path}.copy`)
        renameSync(`${path}.copy`, path)
      },
    ],
    ['grown', () => appendFileSync(path, 'x')],
    ['cut off', () => truncateSync(path, readFileSync(path).length - 1)],
    ['emptied', () => truncateSync(path, 0)],
    ['removed', () => unlinkSync(path)],
    ['moved away', () => renameSync(path, `${path}.moved`)],
    ['gone with its folder', () => rmSync(folder, { recursive: true })],
    ['in a folder that was renamed', () => renameSync(folder, `${folder}.moved`)],
  ]

  test.each(hands)('%s: nothing is written to it, and the log goes on elsewhere', async (_name, hand) => {
    const session = expectValue(await createTestLog(path, initialLog()))
    onTestFinished(() => session.close())
    expectValue(await setMeta(session, 1))
    hand()
    const read = () => {
      try {
        return readFileSync(path)
      } catch {
        return null
      }
    }
    const before = read()
    const code = { ok: false, error: { code: 'vault/changed-on-disk' } }
    expect(await setMeta(session, 2)).toEqual(code)
    expect(session.data.meta).toEqual({ n: 1 })
    expect(session.info().failure).toEqual({ code: 'vault/changed-on-disk' })
    // For good: what was acknowledged from here on would be in a file that nobody opens.
    expect(await setMeta(session, 3)).toEqual(code)
    expect((await session.compact()).ok).toBe(false)
    expect(read()).toEqual(before)

    const other = join(folder, '..', 'elsewhere.daybook')
    expectValue(await session.saveElsewhere(other))
    expectValue(await setMeta(session, 4))
    await session.close()
    expect(read()).toEqual(before)
    const reopened = expectValue(await openTestLog(other))
    onTestFinished(() => reopened.close())
    expect(isSameState(stateOf(reopened.data), stateOf({ ...initialLog(), meta: { n: 4 } }))).toBe(true)
  })

  test('replaced while it is being made smaller: what was put there is not renamed over', async () => {
    await expectValue(await createTestLog(path, initialLog())).close()
    const otherBytes = readFileSync(path)
    otherBytes.writeUInt8(otherBytes.readUInt8(otherBytes.length - 1) ^ 1, otherBytes.length - 1)
    let replaceNow = false
    const disk: Disk = {
      ...realDisk,
      open: (name, mode) => {
        const file = realDisk.open(name, mode)
        if (!name.endsWith('.tmp')) return file
        const sync = () => {
          file.sync()
          // The last sync of the new file: from there to the renaming there is no pause.
          if (!replaceNow) return
          replaceNow = false
          writeFileSync(`${path}.other`, otherBytes)
          renameSync(`${path}.other`, path)
        }
        return { ...file, sync }
      },
    }
    const session = expectValue(await openTestLog(path, { disk }))
    onTestFinished(() => session.close())
    expectValue(await setMeta(session, 1))
    replaceNow = true
    expect(await session.compact()).toEqual({ ok: false, error: { code: 'vault/changed-on-disk' } })
    expect(replaceNow).toBe(false)
    expect(readFileSync(path).equals(otherBytes)).toBe(true)
    expect(session.info().failure).toEqual({ code: 'vault/changed-on-disk' })
  })

  test('made smaller by the engine itself is still ours', async () => {
    const session = expectValue(await createTestLog(path, initialLog()))
    onTestFinished(() => session.close())
    expectValue(await setMeta(session, 1))
    expectValue(await session.compact())
    expectValue(await setMeta(session, 2))
  })
})
