/**
 * A log that is open in the app: the vault session, and undo and redo over it. Each change is made durable first
 * and shown afterwards; one that cannot be saved changes nothing. They are made one after another, each from the
 * state that the one before it left: two that are asked for together cannot undo each other's work.
 *
 * What a change adds to the histories of its records is saved in the same transaction. Undo and redo add to them too:
 * they leave the records as they were, and take nothing out of their histories.
 */
import { type AppError, appError } from '../core/appError.ts'
import { emptyBin, withoutRecords } from '../core/emptyBin.ts'
import { type Cause, historyPuts } from '../core/history/recordChange.ts'
import { applyInPlace, type Change, type Log, type OptIn } from '../core/log.ts'
import { switchOptIn } from '../core/optIns.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { VaultSession } from '../vault/VaultSession.ts'
import { vaultAppError } from './vaultAppError.ts'

/** The next change, made from the newest state; an error refuses it, and nothing is saved. */
export type BuildChange = (before: Log) => Result<Change, AppError>

/** Why a change is made, for the histories of its records. */
export type Why = Pick<Cause, 'what' | 'reason'>

const EDITED: Why = { what: 'edited' }

/** Steps that can be taken back in one go; older ones are forgotten, not lost: the bin and histories remain. */
const UNDO_DEPTH = 200

export class OpenLog {
  readonly #session: VaultSession<Log>
  readonly #onChange: (change: Change) => void
  readonly #now: () => Date
  #undo: readonly UndoStep[] = []
  #redo: readonly UndoStep[] = []
  #lastStep = 0
  #isOpen = true
  #revision = 0
  /** Resolves when what was asked for so far is done; never rejects. */
  #turns: Promise<unknown> = Promise.resolve()

  /**
   * @param onChange told of every change once it is on disk and the undo steps have moved, and with an empty one when
   * the state of the file has changed. @param now tells when entries of histories are made.
   */
  constructor(session: VaultSession<Log>, onChange: (change: Change) => void, now: () => Date) {
    this.#session = session
    this.#onChange = onChange
    this.#now = now
    session.whenFailed(() => onChange([]))
  }

  get session(): VaultSession<Log> {
    return this.#session
  }
  get data(): Log {
    return this.#session.data
  }
  /** False from the moment that it is being closed. */
  get isOpen(): boolean {
    return this.#isOpen
  }
  /** Every change is refused with `vault/read-only`. */
  get readOnly(): boolean {
    return this.#session.info().readOnly
  }
  /** Another number after each change of records: what was made from an older state has to be made anew. */
  get revision(): number {
    return this.#revision
  }
  get canUndo(): boolean {
    return this.#undo.length > 0
  }
  get canRedo(): boolean {
    return this.#redo.length > 0
  }
  get savedAt(): string {
    return this.#session.info().lastSaved
  }
  /** Why nothing can be saved any more; null while all is well. */
  get failure(): AppError | null {
    const { failure } = this.#session.info()
    return failure === null ? null : vaultAppError(failure)
  }

  /**
   * Saves a change as one undoable step; `besides` is saved with it and stays when the step is taken back. Answers with
   * the number of the step; an empty change is none, and answers null.
   */
  commit(
    build: BuildChange,
    besides: Change = [],
    why: Why = EDITED,
  ): Promise<Result<number | null, AppError>> {
    return this.#inTurn(async () => {
      const saved = await this.#save(build, why, besides)
      if (!saved.ok) return saved
      const { change, inverse } = saved.value
      if (change.length === 0) return ok(null)
      this.#lastStep += 1
      this.#undo = [...this.#undo, { number: this.#lastStep, change: inverse }].slice(-UNDO_DEPTH)
      this.#redo = []
      this.#show(change)
      return ok(this.#lastStep)
    })
  }

  /** Saves a change that undo must not take back, such as an entry of the ledger. */
  record(change: Change): Promise<Result<void, AppError>> {
    return this.#inTurn(async () => {
      const step = await this.#save(() => ok(change), EDITED)
      if (!step.ok) return step
      this.#show(change)
      return ok(undefined)
    })
  }

  /** Saves a change that nothing shows, such as a draft. */
  keep(change: Change): Promise<Result<void, AppError>> {
    return this.#inTurn(async () => {
      const step = await this.#save(() => ok(change), EDITED)
      return step.ok ? ok(undefined) : step
    })
  }

  /** Sets what the log holds besides. A setting is no step that undo takes back. */
  switchOptIn(optIn: OptIn, isOn: boolean): Promise<Result<void, AppError>> {
    return this.#inTurn(async () => {
      const saved = await this.#session.update((log) => {
        Reflect.set(log, 'meta', switchOptIn(log.meta, optIn, isOn))
      })
      this.#onChange([])
      return saved.ok ? ok(undefined) : err(vaultAppError(saved.error))
    })
  }

  /**
   * Takes back the last step, or the one of that number. False when there is none any more; `history/later-change` when a
   * later step has changed one of its records again.
   */
  undo(number: number | null = null): Promise<Result<boolean, AppError>> {
    return this.#inTurn(async () => {
      const at = number === null ? this.#undo.length - 1 : this.#undo.findIndex((s) => s.number === number)
      const step = this.#undo[at]
      if (step === undefined) return ok(false)
      if (doShareRecords(step, this.#undo.slice(at + 1))) return err(appError('history/later-change'))
      const saved = await this.#save(() => ok(step.change), { what: 'undone' })
      if (!saved.ok) return saved
      this.#undo = this.#undo.filter((each) => each !== step)
      this.#redo = [...this.#redo, { number: step.number, change: saved.value.inverse }]
      this.#show(step.change)
      return ok(true)
    })
  }

  /** False when there is nothing to make again. */
  redo(): Promise<Result<boolean, AppError>> {
    return this.#inTurn(async () => {
      const step = this.#redo.at(-1)
      if (step === undefined) return ok(false)
      const saved = await this.#save(() => ok(step.change), { what: 'redone' })
      if (!saved.ok) return saved
      this.#redo = this.#redo.slice(0, -1)
      this.#undo = [...this.#undo, { number: step.number, change: saved.value.inverse }]
      this.#show(step.change)
      return ok(true)
    })
  }

  /**
   * Removes records in the bin for good, or all of them (null): undo does not bring them back, and steps that would are
   * shortened by them. Answers with how many there were.
   */
  emptyBin(ids: readonly string[] | null): Promise<Result<number, AppError>> {
    return this.#inTurn(async () => {
      const saved = await this.#save((before) => ok(emptyBin(before, ids)), EDITED)
      if (!saved.ok) return saved
      const { change } = saved.value
      const gone = new Set(change.flatMap(({ kind, id }) => (kind === 'bin' ? [id] : [])))
      this.#undo = shortened(this.#undo, gone)
      this.#redo = shortened(this.#redo, gone)
      if (gone.size > 0) this.#show(change)
      return ok(gone.size)
    })
  }

  /**
   * Waits for what was asked for before, wipes keys, forgets undo; refuses what is asked for afterwards. Once `givenUp`
   * resolves, nothing is waited for any more.
   */
  async close(givenUp?: Promise<unknown>): Promise<void> {
    this.#isOpen = false
    await Promise.race(givenUp === undefined ? [this.#turns] : [this.#turns, givenUp])
    this.#undo = []
    this.#redo = []
    await this.#session.close(givenUp)
  }

  /** Runs `work` when all that was asked for before is done, whether that could be saved or not. */
  #inTurn<T>(work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    if (!this.#isOpen) return Promise.resolve(err(vaultAppError({ code: 'vault/closed' })))
    const done = this.#turns.then(work)
    this.#turns = done.catch(() => undefined)
    return done
  }

  async #save(build: BuildChange, why: Why, besides: Change = []): Promise<Result<Saved, AppError>> {
    let step: Saved = { change: [], inverse: [] }
    try {
      const saved = await this.#session.update((log, before) => {
        const built = build(before)
        // Only an update that throws saves nothing at all.
        if (!built.ok) throw new Refusal(built.error)
        const history = historyPuts(before, built.value, { ...why, at: this.#now().toISOString() })
        step = { change: built.value, inverse: applyInPlace(log, before, built.value) }
        applyInPlace(log, before, [...besides, ...history])
      })
      if (saved.ok) return ok(step)
      this.#onChange([])
      return err(vaultAppError(saved.error))
    } catch (thrown) {
      if (thrown instanceof Refusal) return err(thrown.appError)
      throw thrown
    }
  }

  #show(change: Change): void {
    this.#revision += 1
    this.#onChange(change)
  }
}

interface Saved {
  readonly change: Change
  /** Takes `change` back. */
  readonly inverse: Change
}

interface UndoStep {
  readonly number: number
  /** Takes the step back, or makes it again. */
  readonly change: Change
}

function doShareRecords(step: UndoStep, others: readonly UndoStep[]): boolean {
  const ids = new Set(step.change.map(({ id }) => id))
  return others.some(({ change }) => change.some(({ id }) => ids.has(id)))
}

function shortened(steps: readonly UndoStep[], gone: ReadonlySet<string>): readonly UndoStep[] {
  return steps
    .map((step) => ({ ...step, change: withoutRecords(step.change, gone) }))
    .filter(({ change }) => change.length > 0)
}

/** Carries an error out of an update. */
class Refusal extends Error {
  readonly appError: AppError

  constructor(refused: AppError) {
    super(refused.code)
    this.appError = refused
  }
}
