/**
 * One trial: a log is written in any order of work, the power goes, also during recovery, and what is left is judged.
 *
 * Held: no acknowledged update is lost; what is there is a state that was, namely after some number of the updates
 * issued, in their order; it always opens; a backup that was acknowledged, or has its name, opens.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EnginePolicy } from '../../src/vault/file/engine.ts'
import { passphraseSecret } from '../../src/vault/secret.ts'
import { endHolders } from '../support/vault/earlierBoot.ts'
import { type Forgotten, forgetfulDisk } from '../support/vault/forgetfulDisk.ts'
import { initialLog } from '../support/vault/logModel.ts'
import { PowerCutDisk } from '../support/vault/powerCutDisk.ts'
import { createRandom, type Random } from '../support/vault/random.ts'
import { allSettled } from '../support/vault/settled.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  type TestPorts,
  type TestSession,
} from '../support/vault/testLog.ts'
import { BrokenPromise, TrialLog } from '../support/vault/trialLog.ts'
import { TrialPassphrases } from '../support/vault/trialPassphrases.ts'
import { type Backup, judgeBackup, judgePrevious } from './trialCopies.ts'
import type { TrialCounts } from './trialCounts.ts'

const FOLDER = '/logs'
const FIRST_PATH = '/logs/log.daybook'
const BACKUPS = '/stick'
/** Where a round starts over at the latest. */
const ACTIONS = 60

const NEVER = 2 ** 30
/** What opening changes on a disk before it comes to the log itself. */
const CALLS_OF_LOCKING = 4
/**
 * Small enough for logs to be made smaller by themselves now and then. Commit records at once, or not before closing:
 * in between there would be a timer, and trials would not repeat.
 */
const POLICIES: readonly EnginePolicy[] = [
  { compactAfterFrames: 1e9, compactAfterBytes: 1e12, commitDelayMs: null, reserveBytes: 4096 },
  { compactAfterFrames: 10, compactAfterBytes: 1e12, commitDelayMs: null, reserveBytes: 700 },
  { compactAfterFrames: 1e9, compactAfterBytes: 6_000, commitDelayMs: null, reserveBytes: 4096 },
  { compactAfterFrames: 1e9, compactAfterBytes: 1e12, commitDelayMs: NEVER, reserveBytes: 4096 },
  { compactAfterFrames: 1e9, compactAfterBytes: 1e12, commitDelayMs: NEVER, reserveBytes: 0 },
  { compactAfterFrames: 30, compactAfterBytes: 1e12, commitDelayMs: NEVER, reserveBytes: 4096 },
]

/**
 * Runs the trial with this number; adds to `counts`. Throws `BrokenPromise` for a promise broken, anything else for a
 * defect on the way there.
 */
export async function runPowerCutTrial(
  seed: number,
  trial: number,
  counts: TrialCounts,
  forgotten: Forgotten | null = null,
): Promise<void> {
  await new PowerCutTrial(createRandom(seed, trial), counts, forgotten).run()
}

class PowerCutTrial {
  readonly #random: Random
  readonly #counts: TrialCounts
  readonly #forgotten: Forgotten | null
  readonly #log: TrialLog
  readonly #policy: EnginePolicy
  #disk: PowerCutDisk
  readonly #passphrases = new TrialPassphrases()
  #backups: Backup[] = []
  #backupsBegun = 0
  #path = FIRST_PATH
  #moves = 0
  #compactionsUnderWay = 0
  #jobs: Promise<unknown>[] = []
  #broken: unknown = null

  constructor(random: Random, counts: TrialCounts, forgotten: Forgotten | null) {
    this.#random = random
    this.#counts = counts
    this.#forgotten = forgotten
    this.#disk = new PowerCutDisk(random, [FOLDER, BACKUPS])
    this.#log = new TrialLog(random, initialLog())
    this.#policy = random.pick(POLICIES)
  }

  async run(): Promise<void> {
    let session = expectValue(
      await createTestLog(this.#path, initialLog(), this.#ports(), this.#passphrases.current ?? ''),
    )
    for (let round = 1 + this.#random.below(3); round > 0; round -= 1) {
      this.#disk.cutAfter(1 + this.#random.below(20 + this.#random.below(300)))
      await this.#cut(await this.#work(session))
      session = await this.#recover()
    }
    session = await this.#dieInSave(session)
    this.#counts.beyondAcknowledged += this.#log.beyondAcknowledged
    await session.close()
    if (this.#disk.carelessness !== null) throw new BrokenPromise(this.#disk.carelessness)
  }

  #ports(): TestPorts {
    const disk = this.#forgotten === null ? this.#disk : forgetfulDisk(this.#disk, this.#forgotten)
    return { disk, policy: this.#policy }
  }

  /** Starts `job`; what it finds broken ends the trial. */
  #start(job: Promise<unknown>): void {
    this.#jobs.push(
      job.catch((thrown: unknown) => {
        this.#broken ??= thrown
      }),
    )
  }

  async #settle(): Promise<void> {
    await allSettled(this.#jobs, `after ${this.#disk.calls.slice(-5).join(', ')}`)
    this.#jobs = []
    if (this.#broken !== null) throw this.#broken
  }

  /** Returns the session that is open, or was last. */
  async #work(first: TestSession): Promise<TestSession> {
    let session = first
    for (let action = 0; action < ACTIONS && !this.#disk.dead; action += 1) {
      const kind = this.#random.next()
      if (kind < 0.85) this.#start(this.#log.update(session, () => this.#disk.dead))
      else if (kind < 0.88) this.#start(this.#log.failingUpdate(session))
      else if (kind < 0.93) this.#start(this.#compact(session))
      else if (kind < 0.95) this.#start(this.#backUp(session))
      else if (kind < 0.965) await this.#changePassphrase(session)
      else if (kind < 0.975) await this.#rekey(session)
      else if (kind < 0.985) await this.#saveElsewhere(session)
      else session = (await this.#reopen(session)) ?? session
      if (this.#random.chance(0.6)) await this.#settle()
      if (this.#random.chance(0.2)) await nextTurn()
      if (this.#jobs.length === 0 && !this.#disk.dead && this.#random.chance(0.1)) {
        this.#log.expectLatest(session.data)
      }
    }
    if (this.#random.chance(0.3)) await this.#settle()
    if (this.#random.chance(0.2)) {
      await this.#settle()
      await session.close()
    }
    return session
  }

  /** A refusal is excused when the power went. */
  #excuse(code: string): void {
    if (!this.#disk.dead) throw new BrokenPromise(`refused without cause: ${code}`)
  }

  async #compact(session: TestSession): Promise<void> {
    this.#compactionsUnderWay += 1
    const result = await session.compact()
    if (!this.#disk.dead) this.#compactionsUnderWay -= 1
    if (result.ok) this.#counts.compactions += 1
    else this.#excuse(result.error.code)
  }

  async #backUp(session: TestSession): Promise<void> {
    const backup: Backup = {
      path: `${BACKUPS}/${this.#backupsBegun++}.daybook`,
      from: this.#log.acknowledged,
      to: null,
    }
    this.#backups.push(backup)
    const result = await session.backup(backup.path)
    if (!result.ok) return this.#excuse(result.error.code)
    backup.to = this.#log.issued
    this.#counts.backups += 1
  }

  async #changePassphrase(session: TestSession): Promise<void> {
    const { current } = this.#passphrases
    if (current === null) return
    const next = this.#passphrases.begin()
    const result = await session.changePassphrase(passphraseSecret(current), passphraseSecret(next))
    if (!result.ok) return this.#excuse(result.error.code)
    this.#passphrases.acknowledge(next)
    this.#counts.passphraseChanges += 1
    if (!this.#disk.dead && this.#random.chance(0.3)) await this.#expectRefused(current)
  }

  async #rekey(session: TestSession): Promise<void> {
    const { current } = this.#passphrases
    if (current === null) return
    const result = await session.rekey(passphraseSecret(current))
    if (!result.ok) return this.#excuse(result.error.code)
    this.#counts.rekeys += 1
  }

  /** The log goes on under another name; updates under way go to the one or the other. */
  async #saveElsewhere(session: TestSession): Promise<void> {
    this.#moves += 1
    const result = await session.saveElsewhere(`${FOLDER}/log${this.#moves}.daybook`)
    if (!result.ok) return this.#excuse(result.error.code)
    this.#counts.moves += 1
    this.#movedTo(session)
  }

  #movedTo(session: TestSession): void {
    const { path } = session.info()
    // No copy of the file before the move is this one's previous file.
    if (path !== this.#path) this.#passphrases.moved()
    this.#path = path
  }

  async #expectRefused(passphrase: string): Promise<void> {
    const opened = await openTestLog(this.#path, this.#ports(), { passphrase, readOnly: true })
    if (opened.ok) throw new BrokenPromise('a passphrase that was replaced still opens the log')
    if (opened.error.code !== 'vault/wrong-passphrase') this.#excuse(opened.error.code)
  }

  async #reopen(session: TestSession): Promise<TestSession | null> {
    await this.#settle()
    await session.close()
    if (this.#disk.dead) return null
    const [passphrase] = this.#passphrases.ofLog
    const opened = await openTestLog(this.#path, this.#ports(), { passphrase })
    if (!opened.ok) {
      this.#excuse(opened.error.code)
      return null
    }
    if (opened.value.report.tornTail !== null) throw new BrokenPromise('a torn tail in a log that was closed')
    this.#log.expectLatest(opened.value.data)
    return opened.value
  }

  async #cut(session: TestSession): Promise<void> {
    if (this.#compactionsUnderWay > 0) this.#counts.cutsDuringCompaction += 1
    this.#compactionsUnderWay = 0
    const call = this.#disk.dead ? (this.#disk.calls.at(-1) ?? 'none') : 'none'
    this.#counts.cutDuring[call] = (this.#counts.cutDuring[call] ?? 0) + 1
    this.#disk.cut()
    await this.#settle()
    this.#movedTo(session)
    await session.close()
    this.#counts.acknowledged += this.#log.acknowledged
    this.#nextDisk()
  }

  #nextDisk(): void {
    // A killed process leaves unsynced changes to be read, and only a later cut shows who took them for granted.
    if (this.#random.chance(0.3)) {
      this.#disk = this.#disk.afterProcessDeath()
      this.#counts.kills += 1
    } else {
      this.#disk = this.#disk.afterPowerCut()
      this.#counts.cuts += 1
    }
    endHolders(this.#disk, !this.#random.chance(0.2))
  }

  /**
   * A process dies in a save, and the power goes while the next one takes over what that left: unsynced frames, read as
   * saved. By chance alone the two seldom meet.
   */
  async #dieInSave(session: TestSession): Promise<TestSession> {
    this.#disk.cutAfter(1 + this.#random.below(2))
    await this.#log.update(session, () => this.#disk.dead)
    this.#disk.cut()
    await session.close()
    this.#disk = this.#disk.afterProcessDeath()
    this.#counts.kills += 1
    endHolders(this.#disk, true)
    return this.#recover(CALLS_OF_LOCKING + this.#random.below(3))
  }

  /** @param cutAt the call of the first opening during which the power goes. */
  async #recover(cutAt: number | null = null): Promise<TestSession> {
    for (let nextCut = cutAt; ; nextCut = null) {
      if (nextCut !== null) this.#disk.cutAfter(nextCut)
      else if (this.#random.chance(0.3)) this.#disk.cutAfter(1 + this.#random.below(25))
      const session = await this.#openAfterCut()
      if (session !== null && !this.#disk.dead) {
        this.#disk.cutAfter(Number.POSITIVE_INFINITY)
        await this.#judge(session)
        return session
      }
      this.#counts.cutsDuringRecovery += 1
      this.#nextDisk()
    }
  }

  async #openAfterCut(): Promise<TestSession | null> {
    const candidates = this.#passphrases.ofLog
    for (const passphrase of candidates) {
      const opened = await openTestLog(this.#path, this.#ports(), { passphrase })
      if (opened.ok) {
        this.#passphrases.opened(passphrase)
        return opened.value
      }
      if (this.#disk.dead) return null
      if (opened.error.code !== 'vault/wrong-passphrase' || passphrase === candidates.at(-1)) {
        throw new BrokenPromise(`does not open after a power cut: ${JSON.stringify(opened.error)}`)
      }
    }
    return null
  }

  async #judge(session: TestSession): Promise<void> {
    const where = { disk: this.#disk, ports: this.#ports(), log: this.#log }
    for (const backup of this.#backups) {
      await judgeBackup(backup, { ...where, passphrases: this.#passphrases.all })
    }
    this.#backups = []
    if (this.#random.chance(0.3)) {
      await judgePrevious(`${this.#path}.bak`, { ...where, passphrases: this.#passphrases.ofPrevious })
    }
    this.#log.recovered(session.data)
    const { tornTail } = session.report
    if (tornTail !== null) {
      this.#counts.tornTails += 1
      // Zeros are the only thing that need not be kept.
      const kept = tornTail.keptAs === null ? null : this.#disk.contentOf(tornTail.keptAs)
      if (tornTail.keptAs !== null && kept?.length !== tornTail.bytes) {
        throw new BrokenPromise(`a torn tail of ${tornTail.bytes} bytes is not kept at ${tornTail.keptAs}`)
      }
    }
    const left = this.#disk.paths.filter((path) => path.startsWith(this.#path) && path.endsWith('.tmp'))
    if (left.length > 0) throw new BrokenPromise(`temporary files stay for ever: ${left.join()}`)
  }
}
