/** Text of others, shown so that nothing in it hides: controls, zero-width and direction characters made visible. */

/** C0 and C1 controls but line feed, zero-width characters, direction marks, overrides and isolates, byte-order mark. */
const HIDDEN = /(?!\n)[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** Text with every hidden character shown as ⟨U+XXXX⟩. */
export function visibleText(untrustedText: string): string {
  return untrustedText.replace(HIDDEN, (character) => {
    const point = character.codePointAt(0) ?? 0
    return `⟨U+${point.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

/** Embeddings, overrides and isolates: what can make a line read as something else ("Trojan Source"). */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu

/**
 * Text of the researcher's own records: only what turns text round is shown as ⟨U+XXXX⟩. The joiners and marks that
 * Persian and Arabic need to spell stay as they are.
 */
export function visibleTurns(text: string): string {
  return text.replace(TURNING, visibleText)
}
