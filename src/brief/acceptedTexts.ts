/**
 * Were all texts that a brief shows accepted by a person? Asked once more of the finished data, just before it is typeset:
 * a redaction made for a preview shows every text, and must not be released by mistake.
 */
import type { BriefData } from '../core/redaction/briefData.ts'
import type { KeptText } from '../core/redaction/keptText.ts'
import { textKey } from '../core/redaction/policies/text.ts'

/** @param accepted keys of the masked texts (policies/text.ts). */
export function isEveryTextAccepted(
  { data, texts }: { readonly data: BriefData; readonly texts: readonly KeptText[] },
  accepted: ReadonlySet<string>,
): boolean {
  const isAccepted = (text: string) => accepted.has(textKey(text))
  const shown = [
    ...data.incidents.flatMap(({ title, summary, place }) => [title, summary, place.site]),
    ...data.claims.map(({ statement }) => statement),
    ...data.actions.map(({ askedFor }) => askedFor),
  ].filter((text) => text !== null)
  return shown.every(isAccepted) && texts.every((text) => !text.isAccepted || isAccepted(text.masked))
}
