/** Russian adjectives of places: Краснощёково → краснощёковский, Махачкала → махачкалинский, Грозный → грозненский. */
import { foldText } from '../../foldText.ts'
import { isCommonWord } from './commonWords.ts'

const ONE_WORD = /^[А-ЯЁ][а-яё]{4,}$/u
/** What a name loses before the suffix of its adjective. */
const ENDING = /(?:ый|ий|ой|ое|ая|[аеёиоуыэюяьй])$/u
/** Which one people say cannot be told from the name. */
const SUFFIXES = ['инский', 'енский']
/** Names with such an ending are of places or families; "советский" is a word beside a place called "Советы". */
const OF_PLACES = /(?:[оеё]в|[иы]н)о?$/u
const SHORTEST_STEM = 4

/** The adjectives that a name of one word may have; none for other names, and for what is an adjective already. */
export function placeAdjectives(name: string): readonly string[] {
  if (!ONE_WORD.test(name) || /ск(?:ий|ая|ое)$/u.test(name)) return []
  const stem = name.replace(ENDING, '')
  if (stem.length < SHORTEST_STEM) return []
  const adjectives = (OF_PLACES.test(name) ? ['ский', ...SUFFIXES] : SUFFIXES).map((suffix) => stem + suffix)
  return adjectives.filter((adjective) => !isCommonWord(foldText(adjective)))
}
