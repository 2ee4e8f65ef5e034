/**
 * Saves in the order they were asked for, those that wait together as one write.
 *
 * Each change is applied to the outcome of the one before it, so that none of a group is lost; the group is then
 * written once, and all of it succeeds or all of it fails.
 */
import { err, ok, type Result } from '../core/result.ts'
import type { VaultError } from './vaultError.ts'

interface WaitingChange<T> {
  readonly change: (current: T) => T
  readonly settle: (result: Result<void, VaultError>) => void
  readonly reject: (thrown: unknown) => void
}

export class SaveQueue<T> {
  readonly #current: () => T
  readonly #write: (next: T) => Promise<Result<void, VaultError>>
  #waiting: WaitingChange<T>[] = []
  #running: Promise<void> | null = null

  /** `write` makes a state durable and current; `current` returns the state that was last written. */
  constructor(current: () => T, write: (next: T) => Promise<Result<void, VaultError>>) {
    this.#current = current
    this.#write = write
  }

  /**
   * Asks for a change. Resolves when it is durable, or with the error of the write; rejects when `change` throws,
   * which leaves the others of its group alone.
   */
  add(change: (current: T) => T): Promise<Result<void, VaultError>> {
    return new Promise((settle, reject) => {
      this.#waiting.push({ change, settle, reject })
      this.#running ??= this.#run()
    })
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  async #run(): Promise<void> {
    // Everything asked for in the same turn of the event loop belongs to one group.
    await Promise.resolve()
    while (this.#waiting.length > 0) {
      const group = this.#waiting
      this.#waiting = []
      await this.#writeGroup(group)
    }
    this.#running = null
  }

  async #writeGroup(group: readonly WaitingChange<T>[]): Promise<void> {
    const before = this.#current()
    const applied: WaitingChange<T>[] = []
    let next = before
    for (const waiting of group) {
      try {
        next = waiting.change(next)
        applied.push(waiting)
      } catch (thrown) {
        waiting.reject(thrown)
      }
    }
    if (applied.length === 0) return
    try {
      const written = next === before ? ok(undefined) : await this.#write(next)
      for (const { settle } of applied) settle(written.ok ? ok(undefined) : err(written.error))
    } catch (thrown) {
      for (const { reject } of applied) reject(thrown)
    }
  }
}
