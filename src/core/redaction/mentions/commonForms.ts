/** Forms of ordinary words: "Надежды" of a street is "надежда", "Мира" is "мир". */
import { COMMON_WORDS, isCommonWord } from './commonWords.ts'
import { foldWord, scriptOf } from './foldWord.ts'
import { LONGEST_ENDING, russianForms } from './russianForms.ts'
import { StemTable } from './StemTable.ts'

/** Of families and of what is made of a name: Розин is not "роза". */
const OF_NAMES = /^(?:ин|ск|е?ц|щин|изм|ист)/
let known: StemTable<ReadonlySet<string>> | null = null

/** Is a text one word, and that an ordinary one in whatever case or number? */
export function isFormOfCommonWord(text: string): boolean {
  const word = foldWord(text)
  if (!/^\p{L}+$/u.test(word)) return false
  if (isCommonWord(word) || isCommonWord(word.replace(/e?s$/, ''))) return true
  if (scriptOf(word) !== 'cyrillic') return false
  known ??= russianStems()
  let isForm = false
  known.forEach(word, LONGEST_ENDING, (endings, length) => {
    const ending = word.slice(length)
    isForm ||= endings.has(ending) && !OF_NAMES.test(ending)
  })
  return isForm
}

function russianStems(): StemTable<ReadonlySet<string>> {
  const stems = new StemTable<ReadonlySet<string>>()
  for (const word of COMMON_WORDS) {
    if (scriptOf(word) !== 'cyrillic') continue
    for (const { stem, endings } of russianForms(word)) stems.add(stem, endings)
  }
  return stems
}
