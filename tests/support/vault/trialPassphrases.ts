/** Which passphrases may open the files of a log under trial, while changes come and go unacknowledged. */
export class TrialPassphrases {
  #changes = 0
  #log: readonly string[] = ['passphrase 0']
  #previous: readonly string[] = ['passphrase 0']

  /** What may open the log, the newest first: two while a change is not acknowledged. */
  get ofLog(): readonly string[] {
    return this.#log
  }

  /** What may open the previous file: nothing that an acknowledged change has replaced. */
  get ofPrevious(): readonly string[] {
    return this.#previous
  }

  /** All there ever were, the newest first: a backup opens with those of its time. */
  get all(): readonly string[] {
    return Array.from({ length: this.#changes + 1 }, (_, number) => `passphrase ${this.#changes - number}`)
  }

  /** The one passphrase, or null when that is not certain. */
  get current(): string | null {
    const [only, other] = this.#log
    return only !== undefined && other === undefined ? only : null
  }

  /** A change begins; returns the next passphrase. */
  begin(): string {
    this.#changes += 1
    const next = `passphrase ${this.#changes}`
    this.#log = [next, ...this.#log]
    this.#previous = [next, ...this.#previous]
    return next
  }

  acknowledge(next: string): void {
    this.#log = [next]
    this.#previous = [next]
  }

  /** The log was opened with this one. */
  opened(passphrase: string): void {
    this.#log = [passphrase]
  }

  /** The log is another file from now on, beside which no earlier one lies. */
  moved(): void {
    this.#previous = this.#log
  }
}
