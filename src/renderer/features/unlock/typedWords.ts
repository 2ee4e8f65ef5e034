/** The words somebody typed from paper, for counting and pointing at them; what they mean is main's business. Pure. */

export const RECOVERY_WORD_COUNT = 24

/** Runs of letters in their order; numbers before them, punctuation and line ends do not count. */
export function typedWords(typed: string): readonly string[] {
  const runs = typed.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return runs.map((run) => run.replace(/^\p{N}+/u, '')).filter((word) => word !== '')
}
