/** The last that a session heard of its file. */
import type { FileState, SavedState, VaultEngine } from './engine.ts'

export class KnownFile {
  readonly #engine: VaultEngine
  #state: FileState | null = null

  constructor(engine: VaultEngine) {
    this.#engine = engine
  }

  /** Throws before the file was opened. */
  get state(): FileState {
    if (this.#state === null) throw new Error('the state of a file asked for before it was opened')
    return this.#state
  }

  set state(next: FileState) {
    this.#state = next
  }

  /** Takes over what a save tells, and asks for the rest when the file was written anew meanwhile. */
  noteSaved({ generation, ...saved }: SavedState): void {
    const { state } = this
    this.#state = { ...state, ...saved }
    if (generation !== state.superblock.generation) void this.refresh()
  }

  /** Asks anew, after something failed. Never throws. */
  async refresh(): Promise<void> {
    const next = await this.#engine.state().catch(() => null)
    if (next !== null) this.#state = next
    else if (this.#state !== null) this.#state = { ...this.#state, failure: { code: 'vault/thread-ended' } }
  }
}
