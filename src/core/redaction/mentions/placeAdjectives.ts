/**
 * Russian adjectives of places: Краснощёково → краснощёковский, Махачкала → махачкалинский, Грозный → грозненский; and of
 * two words in one, Красная Поляна → краснополянский, Нижний Ломов → нижнеломовский, Усть-Кут → усть-кутский.
 */
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

/** "Иркутск" has its adjective in itself. */
const IN_SK = /[сц]к$/u

/** "Нижний", "Красная" and the like, with a name behind. */
const TWO_WORDS = /^([А-ЯЁ][а-яё]*[^аеёиоуыэюя])(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)\s+([А-ЯЁ][а-яё]{2,})$/u
/** "Нижняя" links with е and "Красная" with о, which the last letters tell. */
const SOFT = /(?:[жшчщ]|н(?=(?:ий|яя|ее|ие)$))/u
const HYPHENED = /^([А-ЯЁ][а-яё]+)-([А-ЯЁ][а-яё]{2,})$/u
/** Behind two words hardly anything else can be meant, so any that is in use will do. */
const SUFFIXES_OF_TWO = ['ский', 'ьский', 'йский', 'инский', 'енский', 'нинский', 'овский', 'евский']

/** The adjectives that a name of one or two words may have; none for other names, and for what is an adjective already. */
export function placeAdjectives(name: string): readonly string[] {
  if (/ск(?:ий|ая|ое)$/u.test(name)) return []
  if (ONE_WORD.test(name)) return ofOneWord(name)
  const [, first = '', noun = ''] = TWO_WORDS.exec(name) ?? []
  if (noun !== '')
    return endedIn(`${first}${SOFT.test(lastLetters(name, first)) ? 'е' : 'о'}${stemOf(noun.toLowerCase())}`)
  const [, before = '', behind = ''] = HYPHENED.exec(name) ?? []
  return behind === '' ? [] : endedIn(`${before}-${stemOf(behind)}`)
}

function ofOneWord(name: string): readonly string[] {
  const stem = stemOf(name)
  if (stem.length < SHORTEST_STEM) return []
  if (IN_SK.test(name)) return [`${name}ий`].filter((adjective) => !isCommonWord(foldText(adjective)))
  const adjectives = (OF_PLACES.test(name) ? ['ский', ...SUFFIXES] : SUFFIXES).map((suffix) => stem + suffix)
  return adjectives.filter((adjective) => !isCommonWord(foldText(adjective)))
}

const stemOf = (name: string): string => name.replace(ENDING, '')

/** The last letter of an adjective's stem with its ending. */
function lastLetters(name: string, stem: string): string {
  return name.slice(stem.length - 1).split(/\s/u)[0] ?? ''
}

/** "Волочок", "Городец": к and ц go into the suffix; a vowel before them often goes too. */
function endedIn(stem: string): readonly string[] {
  if (IN_SK.test(stem)) return [`${stem}ий`]
  const joined = /[кцч]$/u.test(stem) ? [`${stem.slice(0, -1)}цкий`] : []
  return [...SUFFIXES_OF_TWO.map((suffix) => stem + suffix), ...joined]
}
