/**
 * Text folded for finding: case, accents, zero-width and combining characters gone, ё = е, Arabic letter forms
 * unified. й is kept apart from и: NFKD would split it and stripping marks would merge them (redaction.md).
 */

const PLAIN = /^[\x20-\x7e\n\r\t]*$/
/** Letters of which only ё comes apart; й is kept as it is. */
const RUSSIAN = /^[\x20-\x7e\n\r\tА-яЁё«»–—]*$/
const KEEP = /[йЙ]/gu
const SHORT_I = '\uE000'

/** Folds text; equal folds are equal for search and for the release gate. Whitespace runs become one space. */
export function foldText(text: string): string {
  // Most text of many logs is plain; the long way costs ten times as much.
  if (PLAIN.test(text)) return oneSpaced(text.toLowerCase())
  if (RUSSIAN.test(text)) return oneSpaced(text.toLowerCase().replaceAll('ё', 'е'))
  const folded = text
    .normalize('NFC')
    .replace(KEEP, SHORT_I)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىی]/gu, 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ة', 'ه')
    .replaceAll(SHORT_I, 'й')
  return oneSpaced(folded)
}

/** Most spaces are one already: only others are touched. */
const oneSpaced = (text: string): string => text.replace(/\s{2,}|[^\S ]/gu, ' ').trim()
