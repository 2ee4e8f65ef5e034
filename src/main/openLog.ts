/**
 * A log that is open in the app: the vault session, and undo and redo over it. Each change is made durable first
 * and shown afterwards; one that cannot be saved changes nothing. They are made one after another, each from the
 * state that the one before it left: two that are asked for together cannot undo each other's work.
 */
import type { AppError } from '../core/appError.ts'
import { applyInPlace, type Change, type Log, type OptIn } from '../core/log.ts'
import { switchOptIn } from '../core/optIns.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { VaultSession } from '../vault/VaultSession.ts'
import { vaultAppError } from './vaultAppError.ts'

/** The next change, made from the newest state; an error refuses it, and nothing is saved. */
export type BuildChange = (before: Log) => Result<Change, AppError>

/** Steps that can be taken back in one go; older ones are forgotten, not lost: the bin and histories remain. */
const UNDO_DEPTH = 200

export class OpenLog {
  readonly #session: VaultSession<Log>
  readonly #onChange: (change: Change) => void
  #undo: Change[] = []
  #redo: Change[] = []
  #isOpen = true
  #revision = 0
  /** Resolves when what was asked for so far is done; never rejects. */
  #turns: Promise<unknown> = Promise.resolve()

  /**
   * @param onChange told of every change once it is on disk and the undo steps have moved, and with an empty one when
   * the state of the file has changed.
   */
  constructor(session: VaultSession<Log>, onChange: (change: Change) => void) {
    this.#session = session
    this.#onChange = onChange
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
   * Saves a change as one undoable step; `besides` is saved with it and stays when the step is taken back. An empty
   * change is no step.
   */
  commit(build: BuildChange, besides: Change = []): Promise<Result<void, AppError>> {
    return this.#inTurn(async () => {
      const step = await this.#save(build, besides)
      if (!step.ok) return step
      const { change, inverse } = step.value
      if (change.length === 0) return ok(undefined)
      this.#undo = [...this.#undo, inverse].slice(-UNDO_DEPTH)
      this.#redo = []
      this.#show(change)
      return ok(undefined)
    })
  }

  /** Saves a change that undo must not take back, such as an entry of the ledger. */
  record(change: Change): Promise<Result<void, AppError>> {
    return this.#inTurn(async () => {
      const step = await this.#save(() => ok(change))
      if (!step.ok) return step
      this.#show(change)
      return ok(undefined)
    })
  }

  /** Saves a change that nothing shows, such as a draft. */
  keep(change: Change): Promise<Result<void, AppError>> {
    return this.#inTurn(async () => {
      const step = await this.#save(() => ok(change))
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

  /** False when there is nothing to take back. */
  undo(): Promise<Result<boolean, AppError>> {
    return this.#inTurn(async () => {
      const change = this.#undo.at(-1)
      if (change === undefined) return ok(false)
      const step = await this.#save(() => ok(change))
      if (!step.ok) return step
      this.#undo = this.#undo.slice(0, -1)
      this.#redo = [...this.#redo, step.value.inverse]
      this.#show(change)
      return ok(true)
    })
  }

  /** False when there is nothing to make again. */
  redo(): Promise<Result<boolean, AppError>> {
    return this.#inTurn(async () => {
      const change = this.#redo.at(-1)
      if (change === undefined) return ok(false)
      const step = await this.#save(() => ok(change))
      if (!step.ok) return step
      this.#redo = this.#redo.slice(0, -1)
      this.#undo = [...this.#undo, step.value.inverse]
      this.#show(change)
      return ok(true)
    })
  }

  /** Waits for what was asked for before, wipes keys, forgets undo; refuses what is asked for afterwards. */
  async close(): Promise<void> {
    this.#isOpen = false
    await this.#turns
    this.#undo = []
    this.#redo = []
    await this.#session.close()
  }

  /** Runs `work` when all that was asked for before is done, whether that could be saved or not. */
  #inTurn<T>(work: () => Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
    if (!this.#isOpen) return Promise.resolve(err(vaultAppError({ code: 'vault/closed' })))
    const done = this.#turns.then(work)
    this.#turns = done.catch(() => undefined)
    return done
  }

  async #save(build: BuildChange, besides: Change = []): Promise<Result<Step, AppError>> {
    let step: Step = { change: [], inverse: [] }
    try {
      const saved = await this.#session.update((log, before) => {
        const built = build(before)
        // Only an update that throws saves nothing at all.
        if (!built.ok) throw new Refusal(built.error)
        step = { change: built.value, inverse: applyInPlace(log, before, built.value) }
        applyInPlace(log, before, besides)
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

interface Step {
  readonly change: Change
  /** Takes `change` back. */
  readonly inverse: Change
}

/** Carries an error out of an update. */
class Refusal extends Error {
  readonly appError: AppError

  constructor(refused: AppError) {
    super(refused.code)
    this.appError = refused
  }
}
