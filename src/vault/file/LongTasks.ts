/**
 * The long tasks of an engine, one after another: making the file smaller, copies, new keys. Each works in steps, and
 * asks between them whether it is still wanted.
 */
import { toVaultError, VaultFailure } from '../vaultError.ts'

export class LongTasks {
  #last: Promise<unknown> = Promise.resolve()
  #running = 0
  /** Tasks that were asked to stop. */
  readonly #stopped = new Set<number>()
  #closing = false

  get isRunning(): boolean {
    return this.#running > 0
  }

  /** Runs `task` when those before it are over. Rejects with what it throws, or `vault/cancelled` once closing. */
  run<V>(task: () => Promise<V>): Promise<V> {
    const run = this.#last.then(async () => {
      this.#running += 1
      try {
        return await task()
      } catch (thrown) {
        // Its file was closed under it: whatever it stumbled over then.
        const isCutShort = this.#closing && toVaultError(thrown) !== null
        throw isCutShort ? new VaultFailure({ code: 'vault/cancelled' }) : thrown
      } finally {
        this.#running -= 1
      }
    })
    this.#last = run.catch(() => undefined)
    return run
  }

  /** Asks the task with this number to stop. */
  stop(task: number): void {
    this.#stopped.add(task)
  }

  /** Throws `vault/cancelled` in a task that nobody wants any more, or that has no file any more. */
  goOn(task: number | undefined): void {
    const isStopped = this.#closing || (task !== undefined && this.#stopped.delete(task))
    if (isStopped) throw new VaultFailure({ code: 'vault/cancelled' })
  }

  /** Asks all of them to stop. */
  close(): void {
    this.#closing = true
  }

  /** Resolves when those begun so far are over. Never rejects. */
  async ended(): Promise<void> {
    await this.#last
  }
}
