/** A log large enough to have a dictionary, with a save that takes several frames: damaged like the small one. */
import { stateOf } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom, type Random } from '../support/vault/random.ts'
import { createTestLog, expectValue, type TestLog, type TestSession } from '../support/vault/testLog.ts'
import { DAMAGE_POLICY, PATH, type Subject } from './damageSubject.ts'

/** Together more than the bytes of chunks that a dictionary is made of. */
const RECORDS = 400
const RECORD_LENGTH = 6 * 1024
/** Together more than a megabyte, which is what a frame of a transaction holds. */
const SAVED_AT_ONCE = 300

/** The same log for a seed, but for its random keys. Its last two saves stand behind the last commit record. */
export async function makeLargeSubject(seed: number): Promise<Subject> {
  const random = createRandom(seed)
  const disk = new PowerCutDisk(random, ['/logs'])
  const initial: TestLog = {
    meta: { n: 0 },
    incidents: {},
    sources: { counter: { id: 'counter', n: 0, text: '' } },
  }
  for (let n = 0; n < RECORDS; n += 1) initial.incidents[`i${n}`] = recordOf(`i${n}`, n, random)
  const session = expectValue(await createTestLog(PATH, initial, { disk, policy: NEVER_COMMITS }))
  const states = [stateOf(session.data)]
  const save = async (change: (log: TestLog) => void) => {
    await update(session, change)
    states.push(stateOf(session.data))
  }
  await save((log) => {
    for (let n = 0; n < SAVED_AT_ONCE; n += 1) log.incidents[`i${n}`] = recordOf(`i${n}`, n + 1, random)
  })
  await save((log) => {
    log.meta.n = 2
  })
  const bytes = disk.contentOf(PATH) ?? Buffer.alloc(0)
  await session.close()
  return { name: 'large', bytes, states, committed: 0 }
}

const NEVER_COMMITS = { ...DAMAGE_POLICY, commitDelayMs: 2 ** 30, reserveBytes: 4096 }

async function update(session: TestSession, change: (log: TestLog) => void): Promise<void> {
  expectValue(await session.update(change))
}

/** Words that come again, so that a dictionary is worth having, and some that nothing compresses. */
function recordOf(id: string, n: number, random: Random) {
  const text = 'свидетель сообщил '.repeat(40) + random.bytes(RECORD_LENGTH / 2).toString('base64')
  return { id, n, text }
}
