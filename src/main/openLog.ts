/**
 * A log that is open in the app: the vault session, and undo and redo over it. Each change is made durable first
 * and shown afterwards; one that cannot be saved changes nothing.
 */
import type { AppError } from '../core/appError.ts'
import { appError } from '../core/appError.ts'
import { applyChange, type Change, type Log } from '../core/log.ts'
import { err, ok, type Result } from '../core/result.ts'
import type { VaultSession } from '../vault/VaultSession.ts'
import type { VaultError } from '../vault/vaultError.ts'

/** Steps that can be taken back in one go; older ones are forgotten, not lost: the bin and histories remain. */
const UNDO_DEPTH = 200

export class OpenLog {
  readonly #session: VaultSession<Log>
  readonly #onChange: (change: Change) => void
  #undo: Change[] = []
  #redo: Change[] = []

  /** @param onChange told of every change once it is on disk and the undo steps have moved. */
  constructor(session: VaultSession<Log>, onChange: (change: Change) => void) {
    this.#session = session
    this.#onChange = onChange
  }

  get data(): Log {
    return this.#session.data
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

  /** Saves a change as one undoable step. */
  async commit(change: Change): Promise<Result<void, AppError>> {
    const inverse = await this.#save(change)
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
    this.#undo = []
    this.#redo = []
    await this.#session.close()
  }

  async #save(change: Change): Promise<Result<Change, AppError>> {
    let inverse: Change = []
    const saved = await this.#session.update((current) => {
      const applied = applyChange(current, change)
      inverse = applied.inverse
      return applied.log
    })
    return saved.ok ? ok(inverse) : err(vaultAppError(saved.error))
  }
}

/** A vault error as it crosses to the renderer: code and plain fields. */
export function vaultAppError(error: VaultError): AppError {
  if (error.code === 'vault/in-use') {
    const { holder } = error
    return appError(error.code, holder === null ? undefined : { host: holder.host, since: holder.since })
  }
  const { code, ...fields } = error
  return appError(code, fields)
}
