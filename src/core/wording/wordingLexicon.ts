/**
 * What the check of a hand-written sentence needs to know of a language. A phrase is words with spaces between; `*` at
 * the end of a word stands for any ending; an ellipsis (`…`) for up to three words in between. Phrases are folded
 * when they are read, so accents and Arabic vowel signs do not matter; an apostrophe parts words.
 */
export interface WordingLexicon {
  /** Beyond any doubt: stronger than every standard but the highest. */
  readonly certain: readonly string[]
  /** Says that somebody has shown it. */
  readonly confirmed: readonly string[]
  /** Says that nothing was found, or that nobody could tell. */
  readonly unfound: readonly string[]
  /** Says that it is not so. */
  readonly refuted: readonly string[]
  /** Passes on what somebody says. */
  readonly alleged: readonly string[]
  /** Points one way without asserting it. */
  readonly appears: readonly string[]
  /** Hedges that lower whatever follows in their clause: adverbs, "according to". Also listed above. */
  readonly governing: readonly string[]
  /** "not", "if", "whether": turn the word they stand before, with light words between. */
  readonly negators: readonly string[]
  /** "no", "nobody": turn what follows in their clause. */
  readonly clauseNegators: readonly string[]
  /** What may stand between a negator and its word, and before a clause that a hedge governs. */
  readonly light: readonly string[]
  /** "that", "to": what follows them belongs to the hedge before. */
  readonly links: readonly string[]
  /** "and", "but": where what a hedge governs ends. */
  readonly joints: readonly string[]
  /** Common small words, by which the language is told from others in the same script. */
  readonly marks: readonly string[]
  /** Words joined to the front of others, in the Arabic script. */
  readonly hasClitics?: true
}

/** A list written with bars between its phrases. */
export function listed(text: string): readonly string[] {
  return text.split('|')
}
