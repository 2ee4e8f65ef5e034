/**
 * The recovery key as 24 words to write on paper: BIP-39, English list, 256 bits and a checksum of 8.
 *
 * Only the words of BIP-39: the bits themselves are the key, nothing is derived from the words as text. The words are a
 * string, which cannot be wiped: make it to show or print it, and let go of it.
 */
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { err, ok, type Result } from '../core/result.ts'
import type { RecoveryWordsError } from './recoveryWordsError.ts'
import { Secret } from './secret.ts'

export const RECOVERY_KEY_LENGTH = 32
export const RECOVERY_WORD_COUNT = 24

const WORDS = new Set(wordlist)
/** Four letters tell every word of the list. */
const PREFIX_LENGTH = 4
const WORDS_BY_PREFIX = new Map(wordlist.map((word) => [word.slice(0, PREFIX_LENGTH), word]))

/** The 24 words, lower case, with one blank between them. Throws when the secret has not 32 bytes. */
export function recoveryWords(secret: Secret): string {
  return secret.use((bytes) => {
    if (bytes.length !== RECOVERY_KEY_LENGTH) throw new RangeError('a recovery key has 32 bytes')
    return entropyToMnemonic(bytes, wordlist)
  })
}

/**
 * The 32 bytes behind words as somebody typed them from paper: in any case, numbered or not, on any lines, each word
 * shortened to no fewer than four letters.
 */
export function parseRecoveryWords(untrustedText: string): Result<Secret, RecoveryWordsError> {
  const words: string[] = []
  const typedWords = splitWords(untrustedText)
  for (const typed of typedWords) {
    const word = wordOf(typed)
    if (word === null) return unreadable({ reason: 'unknown-word', word: words.length + 1 })
    words.push(word)
  }
  if (words.length !== RECOVERY_WORD_COUNT) return unreadable({ reason: 'word-count', found: words.length })
  try {
    const bytes = mnemonicToEntropy(words.join(' '), wordlist)
    const secret = new Secret(bytes)
    bytes.fill(0)
    return ok(secret)
  } catch {
    // Number and words are right by now.
    return unreadable({ reason: 'checksum' })
  }
}

/**
 * Runs of letters, without a number before them. Blanks, punctuation and invisible marks part words; an accent stays
 * with its letter and a digit in the middle with its word, so that the mistake is told at the right place.
 */
function splitWords(untrustedText: string): readonly string[] {
  const text = untrustedText
    .normalize('NFKD')
    // A Turkish keyboard has an i without a dot, and makes of its capital an i with one more.
    .replaceAll('\u0131', 'i')
    .toLowerCase()
    .replaceAll('\u0307', '')
  const runs = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return runs.map((run) => run.replace(/^\p{N}+/u, '')).filter((word) => word !== '')
}

function wordOf(typed: string): string | null {
  if (WORDS.has(typed)) return typed
  if (typed.length < PREFIX_LENGTH) return null
  const word = WORDS_BY_PREFIX.get(typed.slice(0, PREFIX_LENGTH))
  return word?.startsWith(typed) ? word : null
}

function unreadable(
  problem:
    | { readonly reason: 'word-count'; readonly found: number }
    | { readonly reason: 'unknown-word'; readonly word: number }
    | { readonly reason: 'checksum' },
): Result<never, RecoveryWordsError> {
  return err({ code: 'vault/recovery-words-unreadable', ...problem })
}
