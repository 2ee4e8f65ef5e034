/** Russian adjectives of places: Краснощёково → краснощёковский, Шали → шалинский, Грозный → грозненский. */

const ONE_WORD = /^[А-ЯЁ][а-яё]{4,}$/u
/** What a name loses before the suffix of its adjective. */
const ENDING = /(?:ый|ий|ой|ое|ая|[аеёиоуыэюяьй])$/u
/** "Ачхойский", "махачкалинский", "грозненский": which one people say cannot be told from the name. */
const SUFFIXES = ['ский', 'инский', 'енский']
const SHORTEST_STEM = 3

/** The adjectives that a name of one word may have; none for other names, and for what is an adjective already. */
export function placeAdjectives(name: string): readonly string[] {
  if (!ONE_WORD.test(name) || /ск(?:ий|ая|ое)$/u.test(name)) return []
  const stem = name.replace(ENDING, '')
  return stem.length < SHORTEST_STEM ? [] : SUFFIXES.map((suffix) => stem + suffix)
}
