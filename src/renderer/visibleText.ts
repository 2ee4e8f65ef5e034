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
