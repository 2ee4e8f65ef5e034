/** A place in a row of lexemes. */
import type { DateRefusal, Lexeme } from './lexeme.ts'

/** Thrown inside the grammar and caught at its door: every rule may find the text unreadable. */
export class DateRefused extends Error {
  readonly reason: DateRefusal
  constructor(reason: DateRefusal) {
    super(reason)
    this.reason = reason
  }
}

/** Gives the text up. Throws {@link DateRefused}. */
export function refuse(reason: DateRefusal): never {
  throw new DateRefused(reason)
}

export class LexemeReader {
  readonly #lexemes: readonly Lexeme[]
  #at = 0

  constructor(lexemes: readonly Lexeme[]) {
    this.#lexemes = lexemes
  }

  /** The lexeme `ahead` of the place; undefined past the end. */
  peek(ahead = 0): Lexeme | undefined {
    return this.#lexemes[this.#at + ahead]
  }

  next(): void {
    this.#at += 1
  }

  skip(count: number): void {
    this.#at += count
  }

  /** Steps over one lexeme; true, for setting a mark on the way. */
  take(): true {
    this.next()
    return true
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#lexemes.length
  }

  /** Is one of this kind still to come? */
  hasAhead(test: (lexeme: Lexeme) => boolean): boolean {
    return this.#lexemes.slice(this.#at).some(test)
  }
}
