/**
 * Passphrases and keys as values that cannot be printed, logged or serialised by accident.
 *
 * The bytes live in a buffer of their own, which `wipe` overwrites. Copies that the runtime or a library makes are
 * out of reach (see the threat model); so secrets are handed round as `Secret`, and bytes only inside `use`.
 */
import { inspect } from 'node:util'

const SHOWN_AS = '[secret]'

export class Secret {
  readonly #bytes: Buffer
  #wiped = false

  /** Takes a copy of `bytes`; the caller keeps, and should wipe, its own. */
  constructor(bytes: Uint8Array) {
    // Buffer.alloc, not Buffer.from: the latter may lie in Node's shared pool beside unrelated data.
    this.#bytes = Buffer.alloc(bytes.length)
    this.#bytes.set(bytes)
  }

  /** Number of bytes. */
  get length(): number {
    return this.#bytes.length
  }

  get wiped(): boolean {
    return this.#wiped
  }

  /** Calls `fn` with the bytes, which it must neither keep nor change. Throws after `wipe`. */
  use<R>(fn: (bytes: Buffer) => R): R {
    if (this.#wiped) throw new Error('secret used after it was wiped')
    return fn(this.#bytes)
  }

  /** Overwrites the bytes; may be called again. */
  wipe(): void {
    this.#bytes.fill(0)
    this.#wiped = true
  }

  toString(): string {
    return SHOWN_AS
  }

  toJSON(): string {
    return SHOWN_AS
  }

  [inspect.custom](): string {
    return SHOWN_AS
  }
}

/** A passphrase as UTF-8 of its NFC form, so that é typed on a Mac opens what é typed elsewhere has sealed. */
export function passphraseSecret(text: string): Secret {
  const bytes = new TextEncoder().encode(text.normalize('NFC'))
  const secret = new Secret(bytes)
  bytes.fill(0)
  return secret
}
