/**
 * A log to be damaged, and what one attempt to open a damaged copy comes to.
 *
 * Held by every attempt: it is refused with a code, and where damaged with a byte offset, nothing on the disk changed;
 * or it opens to exactly the same data; or, only where the log was not closed, to the data after an earlier update not
 * older than the last commit record, with the rest cut off, kept aside and reported.
 */

import type { EnginePolicy } from '../../src/vault/file/engine.ts'
import { FRAMES_OFFSET } from '../../src/vault/format/layout.ts'
import { initialLog, isSameState, type LogState, stateOf } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom, type Random } from '../support/vault/random.ts'
import { createTestLog, expectValue, openTestLog, type TestPorts } from '../support/vault/testLog.ts'
import { TrialLog } from '../support/vault/trialLog.ts'

const FOLDER = '/logs'
export const PATH = '/logs/log.daybook'
/** Nothing is made smaller, and commit records are written on closing alone. */
export const DAMAGE_POLICY: EnginePolicy = {
  compactAfterFrames: 1e9,
  compactAfterBytes: 1e12,
  commitDelayMs: null,
  reserveBytes: 8192,
}
const UPDATES = 24
/** Records of a kilobyte that nothing compresses, so that the file is longer than what is cut off. */
const FILLERS = 48
const COPY_AT = 12

export interface Subject {
  readonly name: string
  readonly bytes: Buffer
  /** After each update, from the beginning. */
  readonly states: readonly LogState[]
  /** The update up to which the commit record speaks. */
  readonly committed: number
}

export interface Subjects {
  readonly closed: Subject
  /** Taken while it was open, with updates behind the last commit record. */
  readonly open: Subject
  /** The same log half-way. */
  readonly half: Buffer
  /** What became of the half-way copy when it was written on by itself. */
  readonly fork: Buffer
}

/** The same log for a seed, but for its random keys. */
export async function makeSubjects(seed: number): Promise<Subjects> {
  const random = createRandom(seed)
  const disk = new PowerCutDisk(random, [FOLDER])
  const initial = initialLog()
  for (let filler = 0; filler < FILLERS; filler += 1) {
    const id = `filler${filler}`
    initial.sources[id] = { id, n: filler, text: random.bytes(768).toString('base64') }
  }
  const log = new TrialLog(random, initial)
  const read = () => disk.contentOf(PATH) ?? Buffer.alloc(0)
  const ports: TestPorts = { disk, policy: DAMAGE_POLICY }
  const never: TestPorts = { disk, policy: { ...DAMAGE_POLICY, commitDelayMs: 2 ** 30, reserveBytes: 4096 } }

  let session = expectValue(await createTestLog(PATH, initial, ports))
  const states = [stateOf(session.data)]
  const save = async (count: number) => {
    for (let done = 0; done < count; done += 1) {
      await log.update(session, () => false)
      states.push(stateOf(session.data))
    }
  }
  await save(COPY_AT)
  await session.close()
  const half = read()
  session = expectValue(await openTestLog(PATH, never))
  await save(UPDATES - COPY_AT)
  const open = read()
  await session.close()
  return {
    closed: { name: 'closed', bytes: read(), states, committed: UPDATES },
    open: { name: 'open', bytes: open, states, committed: COPY_AT },
    half,
    fork: await makeFork(half, random),
  }
}

async function makeFork(half: Buffer, random: Random): Promise<Buffer> {
  const disk = new PowerCutDisk(random, [FOLDER])
  disk.put(PATH, half)
  const session = expectValue(await openTestLog(PATH, { disk, policy: DAMAGE_POLICY }))
  for (let update = 0; update < UPDATES - COPY_AT; update += 1) {
    expectValue(
      await session.update((draft) => {
        draft.incidents[`fork${update}`] = { id: `fork${update}`, n: update, text: 'fork' }
      }),
    )
  }
  await session.close()
  return disk.contentOf(PATH) ?? Buffer.alloc(0)
}

/** What an attempt came to; `broken` says which promise was not kept, or null. */
export interface Attempt {
  readonly outcome: string
  readonly broken: string | null
}

/** Opens `bytes` in place of the subject's. */
export async function attemptToOpen(subject: Subject, bytes: Buffer): Promise<Attempt> {
  const disk = new PowerCutDisk(createRandom(1), [FOLDER])
  disk.put(PATH, bytes)
  const opened = await openTestLog(PATH, { disk, policy: DAMAGE_POLICY })
  if (!opened.ok) {
    const { error } = opened
    const at = 'at' in error ? error.at : null
    if (disk.carelessness !== null) return { outcome: 'careless', broken: disk.carelessness }
    const untouched = disk.paths.length === 1 && disk.contentOf(PATH)?.equals(bytes) === true
    return {
      outcome: `refused: ${error.code}${'where' in error ? ` ${error.where}` : ''}`,
      broken: !untouched
        ? 'a file that was refused was changed'
        : error.code === 'vault/damaged' &&
            error.where !== 'not-a-log' &&
            error.where !== 'empty' &&
            at === null
          ? `damage without an offset: ${JSON.stringify(error)}`
          : error.code.startsWith('vault/')
            ? null
            : `refused as ${error.code}`,
    }
  }
  const session = opened.value
  const { tornTail } = session.report
  const found = stateOf(session.data)
  const update = subject.states.findLastIndex((state) => isSameState(state, found))
  await session.close()
  const missing = subject.states.length - 1 - update
  return {
    outcome:
      update < 0
        ? 'opened: other data'
        : `opened${missing > 0 ? ', cut' : ''}${tornTail === null ? '' : ', reported'}`,
    broken: judgeOpened(subject, update, tornTail, disk, bytes),
  }
}

function judgeOpened(
  subject: Subject,
  update: number,
  tornTail: { readonly bytes: number; readonly keptAs: string | null } | null,
  disk: PowerCutDisk,
  bytes: Buffer,
): string | null {
  if (update < 0) return 'opened to data that never was'
  if (update < subject.committed)
    return `opened without updates from ${update} on, ${subject.committed} committed`
  if (tornTail !== null) {
    const kept = tornTail.keptAs === null ? null : disk.contentOf(tornTail.keptAs)
    // Zeros behind it are no part of it.
    const end = bytes.findLastIndex((byte) => byte !== 0) + 1
    if (kept?.equals(bytes.subarray(end - tornTail.bytes, end)) !== true)
      return 'a torn tail was not kept as it was'
  }
  const isCutOff = bytes.length < subject.bytes.length
  if (update < subject.states.length - 1 && tornTail === null && !isCutOff) return 'cut without saying so'
  return null
}

/**
 * Start of each frame, and the end of the last; behind that there may be a reserve. Walks the file by its format, not by
 * the program's reader.
 */
export function frameStarts(bytes: Buffer): readonly number[] {
  const starts: number[] = []
  let at = FRAMES_OFFSET
  while (at + 44 <= bytes.length && bytes.readUInt32BE(at) !== 0) {
    starts.push(at)
    at += 44 + bytes.readUInt32BE(at + 4)
  }
  return [...starts, at]
}
