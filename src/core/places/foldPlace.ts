/**
 * Names of places folded for finding. `foldPlace`: case, accents, spaces, hyphens and apostrophes do not count.
 * `barePlace`: words that only say what a place is ("governorate", "обл.", "محافظة") and articles do not count either.
 */
import { foldText } from '../foldText.ts'

/** Letters that no normal form takes apart. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ə: 'a',
}
const ODD_LETTERS = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu')
/** Apostrophes, primes and the letters that stand for hamza and ayn in Latin writing. */
const INSIDE_MARKS = /['’‘ʼʻʾʿ`´"ʹʺ′″]/gu

const words = (text: string) =>
  new Set(
    text
      .trim()
      .split(/\s+/u)
      .map((word) => foldText(word)),
  )

/** What places are, in the languages of the names and in Latin letters for some others. */
const KINDS_OF_PLACE = words(`
  governorate governate muhafazah muhafazat mohafazat province provinces state region oblast oblys obl oblasti krai kray
  kraj republic respublika respublica rep territory county department prefecture district division municipality
  metropolitan city town capital autonomous okrug avtonomnyy avtonomnaya area wilaya wilayat wilayah voblasc voblast
  viloyati viloyat veloyati ili shahri zone canton parish voivodeship land island islands emirate rayon raion community
  governorat gouvernorat département departement région état république territoire comté préfecture cercle ville wilaya
  canton communauté autonome district gobernación gobernacion departamento estado república provincia región
  territorio comunidad autónoma ciudad distrito cantón prefectura condado
  область обл край республика респ провинция мухафаза мухафазат губернаторство штат автономная автономный автономной
  округ ао г город города регион департамент вилайет вилаят велаят префектура графство кантон эмират район ил остан
  область народная
  محافظة محافظه ولاية اقليم إقليم منطقة مقاطعة جمهورية مدينة كراي أوبلاست اوبلاست أوبليس قضاء دائرة
`)
/** Articles and prepositions; some are words of names too, so a name that has nothing else keeps them. */
const SMALL_WORDS = words(`
  the of al ad an ar as ash at az el es ed en er ez de du des la le les los las del d l y do da dos das
  эль эс эр эд эн эт эз эш аль ас ар аш ад ан ат аз в
`)

/** Words of a name, folded, apostrophes gone. */
function wordsOf(name: string): readonly string[] {
  const folded = foldText(name)
    .replaceAll(INSIDE_MARKS, '')
    .replaceAll(ODD_LETTERS, (letter) => PLAIN_LETTERS[letter] ?? letter)
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Equal for two ways of writing one name: "Deir ez-Zor", "Deir Ezzor". Empty where there is no letter. */
export function foldPlace(name: string): string {
  return wordsOf(name).join('')
}

/** The same without what says only what kind of place it is: "Homs Governorate", "محافظة حمص". Empty where nothing is left. */
export function barePlace(name: string): string {
  const named = wordsOf(name).filter((word) => !KINDS_OF_PLACE.has(word))
  const [first] = named
  const bare =
    named.length > 1 && first !== undefined ? named.filter((word) => !SMALL_WORDS.has(word)) : named
  return (bare.length > 0 ? bare : named).map(withoutArticle).join('')
}

/** The Arabic article is written with its word. */
const withoutArticle = (word: string): string => (/^ال[\u0621-\u064a]{3}/u.test(word) ? word.slice(2) : word)
