/** What can be wrong with recovery words; apart from recoveryKey.ts, which loads the list of words. */

export type RecoveryWordsError = { readonly code: 'vault/recovery-words-unreadable' } & (
  | { readonly reason: 'word-count'; readonly found: number }
  /** `word`: the first that is not in the list, counted from 1. */
  | { readonly reason: 'unknown-word'; readonly word: number }
  /** All words are in the list: one is wrong, or two changed places. */
  | { readonly reason: 'checksum' }
)

/** One English sentence for the command line. */
export function describeRecoveryWordsError(error: RecoveryWordsError): string {
  switch (error.reason) {
    case 'word-count':
      return `A recovery key has 24 words; these are ${error.found}.`
    case 'unknown-word':
      return `Word ${error.word} is not one that a recovery key can have.`
    case 'checksum':
      return 'One of the words is wrong, or two of them changed places.'
  }
}
