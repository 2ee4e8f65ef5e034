/** The places a text must not name: as exact as an address, part by part where asked, less what a brief may say. */
import { foldText } from '../../foldText.ts'
import type { Canary } from '../briefData.ts'
import { isFormOfCommonWord } from './commonForms.ts'
import type { NameOptions } from './protectedNames.ts'

/** Kinds of places and directions to them; alone they name none. */
const KINDS: ReadonlySet<string> = new Set(
  `street st road rd avenue ave lane square house flat apt building block floor village town city district region
  county province governorate state camp market near north south east west of the in at and
  улица ул проспект пр просп переулок пер площадь пл шоссе дом д корпус корп кв квартира этаж подъезд город г поселок
  пос пгт село с деревня дер станица ст район р н область обл край республика респ округ мкр микрорайон возле около
  рядом с на в у и северный южный восточный западный
  شارع طريق حي قريه مدينه محافظه منطقه ناحيه قضاء بيت بنايه قرب في من و
  calle avenida plaza barrio casa piso ciudad pueblo provincia rue avenue place quartier maison ville village`.split(
    /\s+/,
  ),
)

/** Kinds of places that are called in honour of something. */
const STREETS: ReadonlySet<string> = new Set(
  `street st road rd avenue ave lane square улица ул проспект пр просп переулок пер площадь пл шоссе
  calle avenida plaza rue place`.split(/\s+/),
)

const asWords = (text: string): string =>
  ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
const SHORTEST_PLACE = 3
const ARTICLES: ReadonlySet<string> = new Set('el la los las le les al'.split(' '))
const SHORTEST_BARE = 6

/** Lines to look for as phrases. */
export function placePhrases(
  canaries: readonly Canary[],
  { published, placeParts, commonParts }: NameOptions,
): Set<string> {
  const isSayable = sayablePlaces(published)
  const isSecret = (text: string) => asWords(text).trim().length >= SHORTEST_PLACE && !isSayable(text)
  const values = canaries.filter(isExactPlace).map((canary) => canary.value)
  const parts = placeParts ? values.flatMap((value) => namedParts(value, commonParts)) : []
  return new Set([...values, ...parts].filter(isSecret))
}

/** May a text name a place, since it is one of those that a brief names, or words of one: "Gao" beside "Gao Region"? */
export function sayablePlaces(published: readonly string[]): (name: string) => boolean {
  const allowed = published.map(asWords).join('\n')
  return (name) => allowed.includes(asWords(name))
}

/** A capital, or a letter of a script that has none in use: there a name looks like any other word. */
const NAME_LETTER = /[\p{Lu}\p{Lo}\p{Script=Georgian}]/u

/** "Lenina street 5", but not "at home". */
export function isExactPlace({ value, where }: Canary): boolean {
  return (
    where.kind === 'incidents' &&
    /^where\.(?:text|name|admin2)$/.test(where.field) &&
    (NAME_LETTER.test(value) || /\d/.test(value))
  )
}

/** "ул. Ленина, 5, Химки" → "ул. Ленина", "Ленина", "Химки". */
function namedParts(value: string, withCommon: boolean): string[] {
  return value.split(/[,;()\n]+/u).flatMap((segment) => {
    const names = namesIn(segment)
    const [article = '', ...rest] = names
    const bare = rest.join(' ')
    // "El Guayacán" is "la vereda Guayacán" too; "La Paz" without its article is a word.
    const isBare = ARTICLES.has(foldText(article)) && bare.length >= SHORTEST_BARE
    const parts = names.length === 0 ? [] : [names.join(' '), ...(isBare ? [bare] : [])]
    const telling = withCommon ? parts : parts.filter((part) => !isCalledByWord(segment, part))
    return names.length === 0 ? [] : [segment, ...telling]
  })
}

const THE_WORD = /^\s*the\s+\p{L}+\s*$/iu

/** "The Barracks" are barracks, "улица Надежды" is called by a word; "село Пески" is a village all the same. */
const isCalledByWord = (segment: string, name: string): boolean =>
  THE_WORD.test(segment) ||
  (isFormOfCommonWord(name) && wordsIn(segment).some((word) => STREETS.has(foldText(word))))

const wordsIn = (segment: string): string[] => segment.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? []

const namesIn = (segment: string): string[] =>
  wordsIn(segment).filter((word) => NAME_LETTER.test(word.charAt(0)) && !KINDS.has(foldText(word)))
