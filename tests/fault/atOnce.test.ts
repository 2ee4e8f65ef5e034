/** Everything that a session can do, begun without waiting for what is under way: nothing acknowledged goes missing. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Result } from '../../src/core/result.ts'
import { passphraseSecret } from '../../src/vault/secret.ts'
import type { VaultError } from '../../src/vault/vaultError.ts'
import { FOLDER, PATH, STICK } from '../support/vault/faultScenarios.ts'
import { initialLog } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom } from '../support/vault/random.ts'
import { allSettled } from '../support/vault/settled.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  type TestSession,
} from '../support/vault/testLog.ts'
import { TrialLog } from '../support/vault/trialLog.ts'

const ROUNDS = 40

/** Begins some thirty things at once; returns the path of the log that is open in the end. */
async function begin(session: TestSession, log: TrialLog, seed: number): Promise<string> {
  const random = createRandom(seed)
  const secret = () => passphraseSecret(PASSPHRASE)
  const jobs: Promise<unknown>[] = []
  const wrong: unknown[] = []
  const start = (job: Promise<unknown>) => void jobs.push(job.catch((thrown: unknown) => wrong.push(thrown)))
  for (let action = 0; action < 30; action += 1) {
    const kind = random.next()
    if (kind < 0.6) start(log.update(session, () => false))
    else if (kind < 0.72) start(session.compact().then(expectValue))
    else if (kind < 0.82) start(session.backup(`${STICK}/backup${action}`).then(expectValue))
    else if (kind < 0.87) start(session.rekey(secret()).then(expectDoneOrOvertaken))
    else if (kind < 0.92) start(session.changePassphrase(secret(), secret()).then(expectDoneOrOvertaken))
    else start(session.saveElsewhere(`${STICK}/log${action}`).then(expectValue))
    if (random.chance(0.5)) for (let turns = random.below(12); turns > 0; turns -= 1) await nextTurn()
  }
  await allSettled(jobs, `seed ${seed}`)
  if (wrong.length > 0) throw wrong[0]
  return session.info().path
}

/** Another change of passphrases may have come first: then this one is refused, and nothing of it is done. */
function expectDoneOrOvertaken(result: Result<void, VaultError>): void {
  if (!result.ok && result.error.code !== 'vault/no-such-slot') expectValue(result)
}

test(`${ROUNDS} rounds of everything at once`, async () => {
  const first = Date.now() % 1_000_000
  const wrong: string[] = []
  for (let seed = first; seed < first + ROUNDS; seed += 1) {
    const disk = new PowerCutDisk(createRandom(seed), [FOLDER, STICK])
    const policy = {
      compactAfterFrames: 1e9,
      compactAfterBytes: 1e12,
      commitDelayMs: null,
      reserveBytes: 4096,
    }
    const session = expectValue(await createTestLog(PATH, initialLog(), { disk, policy }))
    const log = new TrialLog(createRandom(seed), initialLog())
    try {
      const path = await begin(session, log, seed)
      if (session.info().slots.length !== 1) wrong.push(`seed ${seed}: passphrases are left over`)
      log.expectLatest(session.data)
      await session.close()
      expect(disk.carelessness).toBeNull()
      const rest = disk.afterPowerCut()
      const opened = expectValue(await openTestLog(path, { disk: rest }, { readOnly: true }))
      log.expectIssued(opened.data, log.issued, log.issued, 'reopened')
      await opened.close()
      for (const copy of rest.list(STICK).filter((name) => name.startsWith('backup'))) {
        const backup = expectValue(await openTestLog(`${STICK}/${copy}`, { disk: rest }, { readOnly: true }))
        log.expectIssued(backup.data, 0, log.issued, copy)
        await backup.close()
      }
    } catch (thrown) {
      wrong.push(`seed ${seed}: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
    }
  }
  expect(wrong).toEqual([])
})
