/** What the words and numbers of a typed date mean, whichever language they are in. */

/** Why a typed date was refused. The window has a sentence for each. */
export const DATE_REFUSALS = [
  'not-a-date',
  'no-year',
  'two-digit-year',
  'ambiguous-order',
  'ambiguous-decade',
  'impossible-day',
  'reversed',
  'wrong-weekday',
  'hijri-calendar',
] as const
export type DateRefusal = (typeof DATE_REFUSALS)[number]

/** Where a date is set off from: `before` and `after` leave it out, `until` and `since` take it in. */
export type Boundary = 'since' | 'until' | 'before' | 'after'

export type Lexeme =
  /** One or two digits: a day, or the number of a quarter. */
  | { readonly kind: 'number'; readonly value: number }
  /** "1st", "first". `last` stands only before a part. */
  | { readonly kind: 'ordinal'; readonly value: number | 'last'; readonly isDigits: boolean }
  | { readonly kind: 'year'; readonly value: number }
  | { readonly kind: 'decade'; readonly value: number }
  /** 2016/17: two years that follow each other. `month` when the second could be a month too. */
  | { readonly kind: 'yearPair'; readonly value: number; readonly month?: number; readonly isSlash: boolean }
  /** A date in numbers alone; the year may be missing. */
  | { readonly kind: 'numbers'; readonly year?: number; readonly month: number; readonly day?: number }
  | { readonly kind: 'month' | 'season' | 'weekday'; readonly value: number }
  | { readonly kind: 'quarter' }
  /** "Early", "mid", "end of": true, but EDTF has no sign for it. */
  | { readonly kind: 'part' }
  /** "Half", "week": a part when an ordinal stands beside it. */
  | { readonly kind: 'partUnit' }
  | { readonly kind: 'about' | 'uncertain' | 'between' | 'and' | 'filler' | 'comma' }
  | { readonly kind: 'boundary'; readonly value: Boundary }
  /** Opens a range; alone it means "since" when `isStrong`, else "of". */
  | { readonly kind: 'from'; readonly isStrong: boolean }
  /** `isTight`: no blanks on either side. */
  | { readonly kind: 'to'; readonly sign: 'dash' | 'slash' | 'word'; readonly isTight: boolean }
  /** Stands before the year a decade begins with; where it is not sure, before single years too. */
  | { readonly kind: 'decadeWord'; readonly isSure: boolean }
  | { readonly kind: 'onwards' | 'orEarlier' | 'present' | 'unknownDate' }
  | { readonly kind: 'refused'; readonly reason: DateRefusal }

/** Meaning → its phrases, separated by `|`; the tokeniser folds them as it folds what is typed. */
export type LexiconEntry = readonly [meaning: Lexeme, phrases: string]
