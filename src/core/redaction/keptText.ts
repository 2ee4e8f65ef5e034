/**
 * Texts that a profile keeps when a person has read them: masked first, then bound by their key to what was accepted
 * (policies/text.ts). Whoever makes a brief shows them all for review, accepted or not.
 */
import type { Kind } from '../records.ts'
import { type MarksByText, withMarks } from './markedSpans.ts'
import type { MentionFinder } from './mentions/mentionFinder.ts'
import type { TextReview } from './mentions/mentionSpan.ts'
import { type AcceptedTexts, acceptedText, textKey } from './policies/text.ts'
import type { WithheldCounter } from './report.ts'

export interface KeptText {
  /** SHA-256 of the masked text, 64 hex digits: what an acceptance names. */
  readonly key: string
  /** Where it stands in the log; for the user only. */
  readonly where: { readonly kind: Kind; readonly id: string; readonly field: string }
  /** As it was typed. Never leaves the process that holds the log but for the eyes of the user. */
  readonly original: string
  /** As a brief shows it once it is accepted. */
  readonly masked: string
  readonly review: TextReview
  readonly isAccepted: boolean
}

export interface TextKeeper {
  /** The text as the brief may show it, or null; it is noted for review either way. */
  keep(where: KeptText['where'], text: string | undefined): string | null
  /** Everything that was asked for, in order, equal texts as often as they stand. */
  readonly texts: readonly KeptText[]
}

/** @param finder made when a text is first asked for. */
export function createTextKeeper(
  finder: () => MentionFinder,
  accepted: AcceptedTexts,
  withheld: WithheldCounter,
  marks: MarksByText = new Map(),
): TextKeeper {
  const texts: KeptText[] = []
  return {
    texts,
    keep: (where, text) => {
      if (text === undefined || text.trim() === '') return null
      const marked = marks.size === 0 ? undefined : marks.get(textKey(text))
      const review = withMarks(text, finder().review(text), marked ?? [])
      const { masked } = review
      const shown = acceptedText(masked, accepted)
      texts.push({ key: textKey(masked), where, original: text, masked, review, isAccepted: shown !== null })
      withheld
        .of(where.id)
        .add(
          shown === null ? 'field/not-accepted' : 'field/mention',
          shown === null ? 1 : review.spans.length,
        )
      return shown
    },
  }
}
