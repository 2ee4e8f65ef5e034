/**
 * A log that is open in the app: the vault session, and undo and redo over it. Each change is made durable first
 * and shown afterwards; one that cannot be saved changes nothing.
 */
import type { AppError } from '../core/appError.ts'
import { applyInPlace, type Change, type Log } from '../core/log.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { VaultSession } from '../vault/VaultSession.ts'
import { vaultAppError } from './vaultAppError.ts'

/** Steps that can be taken back in one go; older ones are forgotten, not lost: the bin and histories remain. */
const UNDO_DEPTH = 200

export class OpenLog {
  readonly #session: VaultSession<Log>
  readonly #onChange: (change: Change) => void
  #undo: Change[] = []
  #redo: Change[] = []
  #isOpen = true

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

  /** Saves a change as one undoable step; `besides` is saved with it and stays when the step is taken back. */
  async commit(change: Change, besides: Change = []): Promise<Result<void, AppError>> {
    const inverse = await this.#save(change, besides)
    if (!inverse.ok) return inverse
    this.#undo = [...this.#undo, inverse.value].slice(-UNDO_DEPTH)
    this.#redo = []
    this.#onChange(change)
    return ok(undefined)
  }

  /** Saves a change that undo must not take back, such as an entry of the ledger. */
  async record(change: Change): Promise<Result<void, AppError>> {
    const inverse = await this.#save(change)
    if (!inverse.ok) return inverse
    this.#onChange(change)
    return ok(undefined)
  }

  /** Saves a change that nothing shows, such as a draft. */
  async keep(change: Change): Promise<Result<void, AppError>> {
    const inverse = await this.#save(change)
    return inverse.ok ? ok(undefined) : inverse
  }

  /** False when there is nothing to take back. */
  async undo(): Promise<Result<boolean, AppError>> {
    const step = this.#undo.at(-1)
    if (step === undefined) return ok(false)
    const inverse = await this.#save(step)
    if (!inverse.ok) return inverse
    this.#undo = this.#undo.slice(0, -1)
    this.#redo = [...this.#redo, inverse.value]
    this.#onChange(step)
    return ok(true)
  }

  async redo(): Promise<Result<boolean, AppError>> {
    const step = this.#redo.at(-1)
    if (step === undefined) return ok(false)
    const inverse = await this.#save(step)
    if (!inverse.ok) return inverse
    this.#redo = this.#redo.slice(0, -1)
    this.#undo = [...this.#undo, inverse.value]
    this.#onChange(step)
    return ok(true)
  }

  /** Waits for saves under way, wipes keys, forgets undo. */
  async close(): Promise<void> {
    this.#isOpen = false
    this.#undo = []
    this.#redo = []
    await this.#session.close()
  }

  async #save(change: Change, besides: Change = []): Promise<Result<Change, AppError>> {
    let inverse: Change = []
    const saved = await this.#session.update((log, before) => {
      inverse = applyInPlace(log, before, change)
      applyInPlace(log, before, besides)
    })
    if (saved.ok) return ok(inverse)
    this.#onChange([])
    return err(vaultAppError(saved.error))
  }
}
