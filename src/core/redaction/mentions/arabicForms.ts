/**
 * Arabic names as they stand in running text: with the conjunctions و and ف, the prepositions ب ل ك, the article ال
 * joined in front, and a pronoun behind. Folded throughout (foldText.ts), with hamza on its seats gone too.
 */

/** Particles between the parts of a name, alone nobody's name. */
export const ARABIC_PARTICLES: ReadonlySet<string> = new Set([
  'ال',
  'بن',
  'ابن',
  'بنت',
  'ابو',
  'ابي',
  'ابا',
  'ام',
  'عبد',
  'الل',
  'ال',
  'ذو',
  'ذي',
  'الدين',
  'الله',
  'شيخ',
  'الشيخ',
  'سيد',
  'السيد',
])

/** Words so common that reading a short name with a clitic into them would black out any text. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...['عليه', 'عليها', 'عليهم', 'عليهما', 'علينا', 'عليك', 'عليكم', 'وعليه', 'فعليه', 'عليهن'],
  ...['الي', 'اليه', 'اليها', 'اليهم', 'لهم', 'لها', 'لنا', 'منه', 'منها', 'منهم', 'فيه', 'فيها', 'فيهم'],
])
/** على, "on", is written as the name علي once it is folded; the last letter as typed tells them apart. */
const ON = /^[وف]?على$/u

const PREFIXES: readonly string[] = [
  ...['', 'و', 'ف'].flatMap((first) =>
    ['', 'ب', 'ل', 'ك', 'س'].flatMap((second) => [`${first}${second}`, `${first}${second}ال`]),
  ),
  'لل',
  'ولل',
  'فلل',
].filter((prefix) => prefix !== '')
const PRONOUNS = ['ها', 'هم', 'هن', 'هما', 'كم', 'كن', 'نا', 'ه', 'ك', 'ي']
/** A name of fewer letters takes no pronoun: too many words would look like it. */
const SHORTEST_WITH_PRONOUN = 4
const SHORTEST_WITH_PREFIX = 3

/** The form names and words are compared in: article gone, seats of hamza gone. */
export function arabicKey(folded: string): string {
  const plain = folded.replaceAll('ؤ', 'و').replaceAll('ئ', 'ي').replaceAll('ء', '').replace(/گ/g, 'ك')
  return plain.length > SHORTEST_WITH_PREFIX + 1 && plain.startsWith('ال') ? plain.slice(2) : plain
}

/** Is a word, as typed and folded, one of those that are no name whatever they look like? */
export function isArabicFunctionWord(raw: string, folded: string): boolean {
  return ON.test(raw) || FUNCTION_WORDS.has(folded)
}

/** Keys under which a word of a text may be a name: itself, and what is left without clitics. */
export function arabicReadings(folded: string): readonly string[] {
  const readings = new Set([arabicKey(folded)])
  for (const prefix of PREFIXES) {
    if (!folded.startsWith(prefix) || folded.length - prefix.length < SHORTEST_WITH_PREFIX) continue
    readings.add(arabicKey(folded.slice(prefix.length)))
  }
  for (const reading of [...readings]) {
    for (const pronoun of PRONOUNS) {
      if (!reading.endsWith(pronoun) || reading.length - pronoun.length < SHORTEST_WITH_PRONOUN) continue
      const bare = reading.slice(0, -pronoun.length)
      readings.add(bare)
      if (bare.endsWith('ت')) readings.add(`${bare.slice(0, -1)}ه`)
    }
    // The accusative of a name without article: "رأيت محمدا".
    if (reading.endsWith('ا') && reading.length > SHORTEST_WITH_PRONOUN) readings.add(reading.slice(0, -1))
  }
  return [...readings]
}
