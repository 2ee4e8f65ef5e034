/** Sectors that the disk cannot read: told with their place on opening, and read around by a rescue. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Disk } from '../../src/vault/disk.ts'
import { KDF_FLOOR } from '../../src/vault/kdfParams.ts'
import { isWholeRescue, rescueVault } from '../../src/vault/rescueVault.ts'
import { passphraseSecret } from '../../src/vault/secret.ts'
import { FOLDER, PATH, STICK } from '../support/vault/faultScenarios.ts'
import { stateOf } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  testPorts,
  testSchema,
} from '../support/vault/testLog.ts'
import { type UnreadablePlace, unreadableDisk } from '../support/vault/unreadableDisk.ts'
import { frameStarts, makeSubjects, type Subject } from './damageSubject.ts'

const OUT = `${STICK}/rescued.daybook`
const SECTOR = 512
const PAGE = 4096
let subject: Subject

beforeAll(async () => {
  subject = (await makeSubjects(7)).closed
})

function diskWith(places: readonly UnreadablePlace[]): {
  readonly memory: PowerCutDisk
  readonly disk: Disk
} {
  const memory = new PowerCutDisk(createRandom(1), [FOLDER, STICK])
  memory.put(PATH, subject.bytes)
  return { memory, disk: unreadableDisk(memory, PATH, places) }
}

async function rescue(places: readonly UnreadablePlace[]) {
  const { memory, disk } = diskWith(places)
  const report = expectValue(
    await rescueVault({
      path: PATH,
      key: { kind: 'passphrase', secret: passphraseSecret(PASSPHRASE) },
      out: OUT,
      newPassphrase: passphraseSecret(PASSPHRASE),
      initial: { meta: { n: 0 }, incidents: {}, sources: {} },
      schema: testSchema,
      kdf: KDF_FLOOR,
      ports: testPorts({ disk }),
    }),
  )
  expect(memory.carelessness).toBeNull()
  const session = expectValue(await openTestLog(OUT, { disk: memory }))
  const state = stateOf(session.data)
  await session.close()
  return { report, state }
}

const last = () => subject.states.at(-1) ?? new Map<string, string>()
const outdated = (state: ReadonlyMap<string, string>) =>
  [...last()].filter(([key, text]) => state.get(key) !== text).map(([key]) => key)
const sectorAt = (at: number): UnreadablePlace => ({ from: at, to: at + SECTOR })
const placeOf = ({ from }: UnreadablePlace) => Math.floor(from / PAGE) * PAGE

/** Of the snapshot, of the middle, of the newest save; a sector each. */
const sectors = () => {
  const starts = frameStarts(subject.bytes)
  return [starts[1] ?? 0, starts[starts.length >> 1] ?? 0, (starts.at(-2) ?? 0) + 60].map(sectorAt)
}

test('opening is refused with the place; the file is as it was', async () => {
  for (const sector of sectors()) {
    const { memory, disk } = diskWith([sector])
    const opened = await openTestLog(PATH, { disk })
    expect(opened).toEqual({ ok: false, error: { code: 'vault/unreadable', at: placeOf(sector) } })
    expect(memory.contentOf(PATH)?.equals(subject.bytes)).toBe(true)
    expect(memory.paths).toEqual([PATH])
    expect(memory.carelessness).toBeNull()
  }
})

test('a rescue reads around it, and counts the page as lost', async () => {
  for (const sector of sectors()) {
    const { report, state } = await rescue([sector])
    const at = placeOf(sector)
    expect(report.lost.some(({ from, to }) => from <= at && at + PAGE <= to)).toBe(true)
    expect(isWholeRescue(report)).toBe(false)
    expect(report.frames).toBeGreaterThan(10)
    expect(outdated(state).length).toBeLessThan(last().size)
    const invented = [...state].filter(([key, text]) => subject.states.every((one) => one.get(key) !== text))
    expect(invented).toEqual([])
  }
})

test('several at once', async () => {
  const { report, state } = await rescue(sectors())
  expect(report.lost.length).toBeGreaterThanOrEqual(2)
  expect(state.size).toBeGreaterThan(1)
})

describe('in the first pages', () => {
  test('one superblock or commit record: nothing of the log is lost', async () => {
    for (const at of [100, PAGE + 100, 2 * PAGE, 3 * PAGE]) {
      const sector = sectorAt(at)
      const { disk } = diskWith([sector])
      const opened = await openTestLog(PATH, { disk })
      expect(opened).toEqual({ ok: false, error: { code: 'vault/unreadable', at: placeOf(sector) } })
      const { report, state } = await rescue([sector])
      expect(outdated(state)).toEqual([])
      expect(report.missingFrames).toBe(0)
    }
  })

  test('both superblocks: no key, and the place is said', async () => {
    const { disk } = diskWith([{ from: 0, to: 2 * PAGE }])
    expect(await openTestLog(PATH, { disk })).toEqual({
      ok: false,
      error: { code: 'vault/unreadable', at: 0 },
    })
  })
})

test('under an open log it is said at once', async () => {
  const memory = new PowerCutDisk(createRandom(1), [FOLDER, STICK])
  const places: UnreadablePlace[] = []
  const ports = { disk: unreadableDisk(memory, PATH, places) }
  const initial = { meta: { n: 0 }, incidents: {}, sources: {} }
  await expectValue(await createTestLog(PATH, initial, ports)).close()
  const session = expectValue(await openTestLog(PATH, ports))
  places.push(sectorAt(4 * PAGE))
  const rotten = { code: 'vault/rotten', at: 4 * PAGE }
  expect(await session.compact()).toEqual({ ok: false, error: rotten })
  expect(session.info().failure).toEqual(rotten)
  await session.close()
})
