/**
 * The light stem of an Arabic word: conjunction, preposition and article in front gone, endings of gender, number and
 * pronoun behind (light10; Larkey, Ballesteros and Connell 2002). "السجن, والسجون" differ within; "السجن, بالسجن,
 * سجنه" have one. Folded Arabic (foldText.ts).
 */

/** What may stand in front, the longest first. */
export const ARABIC_FRONTS = ['وال', 'بال', 'كال', 'فال', 'ولل', 'ال', 'لل', 'و', ''] as const
/** Articles leave two letters at least, a single letter leaves three: too many words begin with it. */
const LEFT_BY_ARTICLE = 2
const LEFT_BY_LETTER = 3

const ENDINGS = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']
const LEFT_BY_ENDING = 2

export function arabicStem(word: string): string {
  const front = ARABIC_FRONTS.find(
    (each) =>
      word.startsWith(each) &&
      word.length - each.length >= (each.length === 1 ? LEFT_BY_LETTER : LEFT_BY_ARTICLE),
  )
  let stem = word.slice(front?.length ?? 0)
  for (const ending of ENDINGS) {
    if (stem.endsWith(ending) && stem.length - ending.length >= LEFT_BY_ENDING)
      stem = stem.slice(0, -ending.length)
  }
  return stem
}
