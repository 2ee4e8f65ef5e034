/** What a rescue gets out of a damaged log: never anything that was not in it, and little less than all that was. */
import { beforeAll, describe, expect, test } from 'vitest'
import { KDF_FLOOR } from '../../src/vault/kdfParams.ts'
import { isWholeRescue, type RescueReport, rescueVault } from '../../src/vault/rescueVault.ts'
import { passphraseSecret } from '../../src/vault/secret.ts'
import { FOLDER, PATH, STICK } from '../support/vault/faultScenarios.ts'
import { type LogState, stateOf } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'
import { expectValue, openTestLog, PASSPHRASE, testPorts, testSchema } from '../support/vault/testLog.ts'
import { frameStarts, makeSubjects, type Subject, type Subjects } from './damageSubject.ts'

const OUT = `${STICK}/rescued.daybook`
const seed = Date.now() % 1_000_000
/** An update changes at most three records and the one that counts. */
const RECORDS_OF_AN_UPDATE = 4
let subjects: Subjects

beforeAll(async () => {
  console.log(`seed ${seed}`)
  subjects = await makeSubjects(seed)
})

async function rescue(bytes: Buffer): Promise<{ readonly report: RescueReport; readonly state: LogState }> {
  const disk = new PowerCutDisk(createRandom(1), [FOLDER, STICK])
  disk.put(PATH, bytes)
  const key = { kind: 'passphrase', secret: passphraseSecret(PASSPHRASE) } as const
  const report = expectValue(
    await rescueVault({
      path: PATH,
      key,
      out: OUT,
      newPassphrase: passphraseSecret(PASSPHRASE),
      initial: { meta: { n: 0 }, incidents: {}, sources: {} },
      schema: testSchema,
      kdf: KDF_FLOOR,
      ports: testPorts({ disk }),
    }),
  )
  expect(disk.contentOf(PATH)?.equals(bytes)).toBe(true)
  expect(disk.paths.filter((path) => path.startsWith(FOLDER))).toEqual([PATH])
  expect(disk.carelessness).toBeNull()
  const session = expectValue(await openTestLog(OUT, { disk }))
  const state = stateOf(session.data)
  await session.close()
  return { report, state }
}

/** Records that are not as they were last. */
function outdated(subject: Subject, state: LogState): readonly string[] {
  const last = subject.states.at(-1) ?? new Map()
  return [...new Set([...last.keys(), ...state.keys()])].filter((key) => last.get(key) !== state.get(key))
}

/** Records that never were as they are. */
function invented(subject: Subject, state: LogState): readonly string[] {
  return [...state]
    .filter(([key, text]) => subject.states.every((one) => one.get(key) !== text))
    .map(([key]) => key)
}

test.each(['closed', 'open'] as const)('%s and not damaged: everything', async (name) => {
  const { report, state } = await rescue(subjects[name].bytes)
  expect(outdated(subjects[name], state)).toEqual([])
  expect([report.lostBytes, report.invalid, report.missingFrames]).toEqual([0, 0, 0])
  expect(isWholeRescue(report)).toBe(true)
})

test('cut between two frames: told, though every byte that is left can be read', async () => {
  const { bytes } = subjects.closed
  const starts = frameStarts(bytes)
  const random = createRandom(seed + 2)
  const cuts = [starts.length - 2, 0, ...Array.from({ length: 10 }, () => random.below(starts.length - 1))]
  for (const index of cuts) {
    const { report } = await rescue(bytes.subarray(0, starts[index]))
    expect(report.lost).toEqual([])
    expect([report.endsEarly, report.missingFrames]).toEqual([true, starts.length - 1 - index])
    expect(isWholeRescue(report)).toBe(false)
  }
})

test.each(['closed', 'open'] as const)(
  '%s, a frame cut out: told, though every byte can be read',
  async (name) => {
    const { bytes } = subjects[name]
    const starts = frameStarts(bytes)
    const random = createRandom(seed + 3)
    for (let attempt = 0; attempt < 10; attempt += 1) {
      // The last of an open log stands behind its commit record: nothing in the file says that it was there.
      const index = random.below(starts.length - 2)
      const rest = Buffer.concat([bytes.subarray(0, starts[index]), bytes.subarray(starts[index + 1])])
      const { report } = await rescue(rest)
      expect(report.missingFrames, `frame ${index}`).toBe(1)
      expect(isWholeRescue(report)).toBe(false)
    }
  },
)

test('one damaged commit record: the other one tells where the file ends', async () => {
  const { bytes } = subjects.closed
  const starts = frameStarts(bytes)
  for (const offset of [8192, 12288]) {
    const cut = Buffer.from(bytes.subarray(0, starts.at(-3))).fill(0, offset, offset + 96)
    const { report } = await rescue(cut)
    expect(report.endsEarly).toBe(true)
  }
})

describe('records of which nothing is left', () => {
  test.each(['closed', 'open'] as const)('%s: are named, with what the index says of them', async (name) => {
    const subject = subjects[name]
    const starts = frameStarts(subject.bytes)
    const snapshotFrames = starts.length - 1 - (subject.states.length - 1)
    let named = 0
    for (let index = 0; index < snapshotFrames; index += 1) {
      const bytes = Buffer.from(subject.bytes)
      const at = (starts[index] ?? 0) + 60
      bytes[at] = (bytes[at] ?? 0) ^ 1
      const { report, state } = await rescue(bytes)
      const first = subject.states[0] ?? new Map()
      const last = subject.states.at(-1) ?? new Map()
      const lost = report.lostRecords.map(({ collection, id }) => `${collection}/${id}`)
      // Nothing is called lost that is there, and nothing is gone without being called so.
      expect(lost.filter((key) => state.has(key) || !first.has(key))).toEqual([])
      const gone = [...last.keys()].filter((key) => !state.has(key) && key !== 'meta')
      const isIndexLeft = lost.length > 0 || gone.length === 0
      if (isIndexLeft) expect(gone.filter((key) => !lost.includes(key))).toEqual([])
      for (const { collection, untrustedRow } of report.lostRecords) {
        expect(untrustedRow).toEqual(collection === 'incidents' ? { n: 0 } : undefined)
      }
      named += lost.length
    }
    expect(named).toBeGreaterThan(40)
  })

  test('none where all is whole', async () => {
    const { report } = await rescue(subjects.closed.bytes)
    expect(report.lostRecords).toEqual([])
  })
})

describe.each(['closed', 'open'] as const)('%s', (name) => {
  test('one bit of the journal: the records of one update are older', async () => {
    const subject = subjects[name]
    const random = createRandom(seed)
    const starts = frameStarts(subject.bytes)
    // The last frames are the journal; a frame for each update.
    const journal = starts.slice(-subject.states.length)
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const index = random.below(journal.length - 1)
      const [from = 0, to = 0] = journal.slice(index, index + 2)
      const at = from + random.below(to - from)
      const bytes = Buffer.from(subject.bytes)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      const { report, state } = await rescue(bytes)
      const where = `byte ${at}`
      expect(invented(subject, state), where).toEqual([])
      expect(outdated(subject, state).length, where).toBeLessThanOrEqual(RECORDS_OF_AN_UPDATE)
      expect(
        report.lost.some((range) => range.from <= at && at < range.to),
        where,
      ).toBe(true)
    }
  })

  test('anything may happen to it: nothing is invented', async () => {
    const subject = subjects[name]
    const random = createRandom(seed + 1)
    const starts = frameStarts(subject.bytes)
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const bytes = mistreat(subject.bytes, starts, random)
      const { state } = await rescue(bytes)
      expect(invented(subject, state), `attempt ${attempt}, seed ${seed}`).toEqual([])
    }
  })
})

/** Behind the first page, which holds the key. */
function mistreat(bytes: Buffer, starts: readonly number[], random: ReturnType<typeof createRandom>): Buffer {
  const at = 4096 + random.below(bytes.length - 4096)
  switch (random.below(5)) {
    case 0:
      return bytes.subarray(0, at)
    case 1:
      return Buffer.concat([
        bytes.subarray(0, at),
        bytes.subarray(Math.min(bytes.length, at + random.below(5000))),
      ])
    case 2:
      return Buffer.concat([bytes.subarray(0, at), random.bytes(random.below(3000)), bytes.subarray(at)])
    case 3: {
      const copy = Buffer.from(bytes)
      return copy.fill(0, at, Math.min(bytes.length, at + random.below(8000)))
    }
    default: {
      const [a, b, c] = [random.pick(starts), random.pick(starts), random.pick(starts)].sort((x, y) => x - y)
      return Buffer.concat([
        bytes.subarray(0, a),
        bytes.subarray(b, c),
        bytes.subarray(a, b),
        bytes.subarray(c),
      ])
    }
  }
}

test('with one superblock gone, with both commit records gone', async () => {
  for (const [from, to] of [
    [0, 4096],
    [4096, 8192],
    [8192, 16384],
  ] as const) {
    const bytes = Buffer.from(subjects.closed.bytes).fill(0, from, to)
    const { report, state } = await rescue(bytes)
    expect(outdated(subjects.closed, state)).toEqual([])
    // Without commit records nothing says where the file should end, so that it is not told as whole.
    expect(isWholeRescue(report)).toBe(from !== 8192)
  }
})
