/**
 * Policy `text`: a sentence leaves with its mentions masked, and only when a person has accepted exactly what is left.
 * The acceptance is bound to the content: one letter more and it is another text.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** The keys of the texts that were accepted; `all` for previews, where nothing is released. */
export type AcceptedTexts = ReadonlySet<string> | 'all'

/** SHA-256 of the masked text in UTF-8, as 64 hex digits. */
export function textKey(masked: string): string {
  return bytesToHex(sha256(utf8ToBytes(masked)))
}

/** The masked text when it was accepted, else null. */
export function acceptedText(masked: string, accepted: AcceptedTexts): string | null {
  return accepted === 'all' || accepted.has(textKey(masked)) ? masked : null
}
