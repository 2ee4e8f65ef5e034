/**
 * Decades that are said with a word instead of an ending: "la década de 1990", "les années 1990". The word for years
 * stands before single years too ("entre los años 1990 y 2000"): where two ends are said, it says nothing.
 */
import type { Lexeme } from './lexeme.ts'

/** Ten years from a year that was said to begin them; refused where a hundred may be meant, or the year begins none. */
export function decadeOf(year: number): Lexeme {
  if (year % 100 === 0) return { kind: 'refused', reason: 'ambiguous-decade' }
  return year % 10 === 0 ? { kind: 'decade', value: year } : { kind: 'refused', reason: 'not-a-date' }
}

/** The lexemes with every word for a decade joined to the year it speaks of, or left out. */
export function settleDecades(lexemes: readonly Lexeme[]): readonly Lexeme[] {
  const isRange = lexemes.some(
    (lexeme) =>
      lexeme.kind === 'to' ||
      lexeme.kind === 'and' ||
      (lexeme.kind === 'boundary' && lexeme.value === 'until'),
  )
  return lexemes.flatMap((lexeme, index) => {
    if (lexeme.kind === 'decadeWord') return []
    if (lexeme.kind !== 'year') return [lexeme]
    const word = wordBefore(lexemes, index)
    if (word?.kind !== 'decadeWord') return [lexeme]
    const isDecade = word.isSure || (!isRange && lexeme.value % 10 === 0)
    return [isDecade ? decadeOf(lexeme.value) : lexeme]
  })
}

function wordBefore(lexemes: readonly Lexeme[], index: number): Lexeme | undefined {
  return lexemes.slice(0, index).findLast(({ kind }) => kind !== 'filler')
}
