/**
 * The forms a name takes in Russian: every case, both genders, the plural of a family, and the words made of it
 * ("лужковский", "лужковцы"). A name is one or more stems, each with the endings that may follow; a word is a form of
 * the name when it is a stem and one of its endings. This gives a few forms that grammar does not, which masks too much
 * rather than too little; that it gives all forms of petrovich and lvovich is tested.
 * Folded Cyrillic throughout: lower case, ё = е.
 */

import { isCommonWord } from './commonWords.ts'

export interface StemForms {
  readonly stem: string
  readonly endings: ReadonlySet<string>
}

const set = (text: string): ReadonlySet<string> =>
  new Set(text.split(' ').map((each) => (each === '0' ? '' : each)))
const joined = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((each) => [...each]))

const ADJECTIVE = set(
  'ий ый ой и ы ого его ому ему им ым ом ем ая яя ую юю ей ою ею ое ее ие ые их ых ими ыми',
)
const SURNAME = set('0 а у ым ом е о ой ою ы ых ыми')
/** The last ones as in Ukrainian: "Олегові". */
const CONSONANT = set('0 а у ом ем ым е ы и ам ями ами ах ой ою ей ові еві')
/** Of Ukrainian names in -р alone ("Ігорю", "Ігоря"): of others, "Пол", they are words. */
const SOFT_R = set('ю я')
const SOFT = set('ь я ю ем е и ей ею ям ями ях ью еві')
const SHORT_I = set('й я ю ем е и ев ей ям ями ях єві')
const A = set('а ы и е у ой ою ей ею ам ами ах')
const A_LONG = joined(A, set('0'))
const YA = set('я и е ю ей ею й ь ям ями ях')
const O = set('о а у ом е ой и ы ові')
const PLURAL = set('и ы ам ами ах ов ей')
const POSSESSIVE = set('ин ина иной ину ином иным ины иных иными ино')

const YER_I = set('ья ью ьем ье ьи ьев ьям ьями ьях')
const NOTHING = set('0')
/** Called by name in Ukrainian: "Оксано". */
const CALLED = set('о')
const CALLED_SOFT = set('е')

const MADE_OF = new Set(
  [
    ...[...ADJECTIVE].filter((ending) => ending.length > 1).map((ending) => `ск${ending}`),
    ...['ец', 'ца', 'цу', 'цем', 'це', 'цы', 'цев', 'цам', 'цами', 'цах'],
    ...['щина', 'щины', 'щине', 'щину', 'щиной', 'изм', 'изма', 'изму', 'измом', 'изме'],
    ...['ист', 'иста', 'исту', 'истом', 'исте', 'исты', 'истов', 'истам', 'истами', 'истах'],
  ].flat(),
)
const SURNAME_AND_MADE = joined(SURNAME, MADE_OF)
const CONSONANT_AND_MADE = joined(CONSONANT, MADE_OF)
const FEMININE_SURNAME = joined(SURNAME, A, MADE_OF)
const A_AND_OWN = joined(A_LONG, POSSESSIVE)
const YA_AND_OWN = joined(YA, POSSESSIVE)
const PLURAL_OR_ADJECTIVE = joined(PLURAL, ADJECTIVE)

/** Longest ending of any class, in letters. */
export const LONGEST_ENDING = 6

const VOWEL = /[аеиоуыэюя]$/

/** A class of names by how they end: how many letters fall off for each stem, and what may follow it. */
interface Declension {
  readonly ends: RegExp
  /** Names of fewer letters are of a class further down. */
  readonly shortest: number
  readonly stems: readonly (readonly [cut: number, endings: ReadonlySet<string>])[]
  readonly more?: (name: string) => StemForms[]
}

/** The first that fits counts. */
const DECLENSIONS: readonly Declension[] = [
  { ends: /(?:[ое]в|[иы]н)$/, shortest: 4, stems: [[0, SURNAME_AND_MADE]], more: fleeting },
  { ends: /(?:[ое]в|[иы]н)а$/, shortest: 6, stems: [[1, FEMININE_SURNAME]], more: calledWoman },
  {
    ends: /[^аеиоу](?:ий|ый|ой)$/,
    shortest: 5,
    stems: [
      [2, ADJECTIVE],
      [1, SHORT_I],
    ],
  },
  {
    ends: /[ая]я$/,
    shortest: 5,
    stems: [
      [2, ADJECTIVE],
      [1, YA],
    ],
  },
  {
    ends: /(?:[ое]е|[иы]е)$/,
    shortest: 5,
    stems: [
      [2, ADJECTIVE],
      [0, NOTHING],
    ],
  },
  {
    ends: /ей$/,
    shortest: 3,
    stems: [
      [1, SHORT_I],
      [2, YER_I],
    ],
  },
  { ends: /й$/, shortest: 2, stems: [[1, SHORT_I]] },
  { ends: /ь$/, shortest: 2, stems: [[1, SOFT]], more: fleeting },
  { ends: /а$/, shortest: 5, stems: [[1, A_AND_OWN]], more: calledWoman },
  { ends: /а$/, shortest: 2, stems: [[1, A]], more: calledWoman },
  { ends: /я$/, shortest: 5, stems: [[1, YA_AND_OWN]] },
  { ends: /я$/, shortest: 2, stems: [[1, YA]] },
  { ends: /о$/, shortest: 5, stems: [[1, O]] },
  {
    ends: /[иы]$/,
    shortest: 5,
    stems: [
      [0, NOTHING],
      [1, PLURAL_OR_ADJECTIVE],
    ],
    more: pluralWithout,
  },
  { ends: VOWEL, shortest: 1, stems: [[0, NOTHING]] },
  { ends: /[ое]вич$/, shortest: 6, stems: [[0, CONSONANT_AND_MADE]], more: spokenPatronymic },
  { ends: /р$/, shortest: 5, stems: [[0, joined(CONSONANT_AND_MADE, SOFT_R)]], more: fleetingOrCalled },
  { ends: /р$/, shortest: 4, stems: [[0, joined(CONSONANT, SOFT_R)]], more: fleetingOrCalled },
  { ends: /./, shortest: 5, stems: [[0, CONSONANT_AND_MADE]], more: fleetingOrCalled },
  { ends: /./, shortest: 2, stems: [[0, CONSONANT]], more: fleetingOrCalled },
]

/** Stems and endings of a folded Cyrillic name. */
export function russianForms(name: string): StemForms[] {
  const declension = DECLENSIONS.find(({ ends, shortest }) => name.length >= shortest && ends.test(name))
  if (declension === undefined) return [{ stem: name, endings: NOTHING }]
  const stems = declension.stems.map(([cut, endings]) => ({
    stem: name.slice(0, name.length - cut),
    endings,
  }))
  return declension.more ? [...stems, ...declension.more(name)] : stems
}

const SOFT_FLED = withoutNone(SOFT)
const CONSONANT_FLED = withoutNone(CONSONANT)

function withoutNone(endings: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...endings].filter((ending) => ending !== '' && ending !== 'ь'))
}

/** "Павел, Павла", "Лев, Льва", "Игорек, Игорька", "Заяц, Зайца": the vowel goes, at times leaving ь or й. */
function fleeting(name: string): StemForms[] {
  const soft = name.endsWith('ь')
  const match = /^(.+)([еоя])([бвгдзклмнпрстфхцчшщ])$/.exec(soft ? name.slice(0, -1) : name)
  const [, start = '', vowel = '', last = ''] = match ?? []
  if (match === null || (vowel === 'я' && last !== 'ц')) return []
  const links = VOWEL.test(start) ? ['й'] : vowel === 'е' ? ['', 'ь'] : ['']
  const endings = soft ? SOFT_FLED : CONSONANT_FLED
  return links.map((link) => ({ stem: start + link + last, endings }))
}

/** "Оксано", "Ольго": a man's family name and a word ("Лета", "лето") are called in no other way. */
function calledWoman(name: string): StemForms[] {
  const stem = name.slice(0, -1)
  return /[ое]ва$/.test(name) || isCommonWord(`${stem}о`) ? [] : [{ stem, endings: CALLED }]
}

const HUSHED: Readonly<Record<string, string>> = { г: 'ж', ґ: 'ж', к: 'ч', х: 'ш' }

/** "Олеже" of Олег; "Якова" and "Федора" of the Ukrainian Яків and Федір. */
function fleetingOrCalled(name: string): StemForms[] {
  const start = name.slice(0, -1)
  const hushed = HUSHED[name.slice(-1)]
  const called =
    hushed === undefined || name.length < SHORTEST_HUSHED
      ? []
      : [{ stem: start + hushed, endings: CALLED_SOFT }]
  const [, before = '', last = ''] = /^(.+)і([врндт])$/.exec(name) ?? []
  const open = ['о', 'е'].map((vowel) => ({ stem: before + vowel + last, endings: CONSONANT_FLED }))
  return [...fleeting(name), ...called, ...(before === '' ? [] : open)]
}
const SHORTEST_HUSHED = 4

/** "Химки, Химок", "Мытищи, Мытищ": the genitive of a plural place has no ending, and at times one vowel more. */
function pluralWithout(name: string): StemForms[] {
  const stem = name.slice(0, -1)
  const start = stem.slice(0, -1)
  const stems = stem.endsWith('к') ? [stem, `${start}ок`, `${start}ек`] : [stem]
  return stems.map((each) => ({ stem: each, endings: NOTHING }))
}

/** "Иванович, Иваныч", "Сергеевич, Сергеич": as it is spoken. */
function spokenPatronymic(name: string): StemForms[] {
  const spoken = name.slice(0, -4) + (name.endsWith('ович') ? 'ыч' : 'ич')
  return [{ stem: spoken, endings: CONSONANT }]
}
