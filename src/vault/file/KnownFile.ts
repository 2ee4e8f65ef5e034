/** The last that a session heard of its file. */
import type { FileState, SavedState, VaultEngine } from './engine.ts'

export class KnownFile {
  readonly #engine: VaultEngine
  #state: FileState | null = null
  /** Newer than the state, when there is one: put together with it when somebody asks. */
  #saved: SavedState | null = null
  /** Called when it turns out that nothing can be saved any more. */
  onFailure: () => void = () => undefined

  constructor(engine: VaultEngine) {
    this.#engine = engine
  }

  /** Throws before the file was opened. */
  get state(): FileState {
    if (this.#state === null) throw new Error('the state of a file asked for before it was opened')
    if (this.#saved !== null) {
      const { generation: _generation, ...saved } = this.#saved
      this.state = { ...this.#state, ...saved }
    }
    return this.#state
  }

  set state(next: FileState) {
    const isNewFailure = next.failure !== null && (this.#state?.failure ?? null) === null
    this.#state = next
    this.#saved = null
    if (isNewFailure) this.onFailure()
  }

  /** Saves since the log was created. */
  get counter(): number {
    return this.#saved?.counter ?? this.state.counter
  }

  /** Takes over what a save tells, and asks for the rest when the file was written anew meanwhile. */
  noteSaved(saved: SavedState): void {
    this.#saved = saved
    if (saved.generation !== this.#state?.superblock.generation) void this.refresh()
  }

  /** Asks anew, after something failed. Never throws. */
  async refresh(): Promise<void> {
    const next = await this.#engine.state().catch(() => null)
    if (next !== null) this.state = next
    else if (this.#state !== null) this.state = { ...this.state, failure: { code: 'vault/thread-ended' } }
  }
}
