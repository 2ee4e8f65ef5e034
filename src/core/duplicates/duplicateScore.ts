/**
 * How likely two records are of one incident: the sum of what speaks for it and against it, each in bits that say how
 * much oftener it is seen in two records of one incident than in two of different ones (Fellegi and Sunter, "A theory
 * for record linkage", 1969). The weights were set on published data of deaths on migration routes and on made-up twins.
 */
import type { ComparedIncident, DayRange, FigureName } from './comparedIncident.ts'
import { FIGURES } from './comparedIncident.ts'

/**
 * `same-day` · `same-days`: the days they may have happened on overlap · `near-days`: a few days apart ·
 * `same-point`, `near-point`: `value` is the distance in kilometres · `same-place-name` · `same-people` ·
 * `same-figure`: `value` is the figure · `same-kind` · `same-words`: `value` is how many
 */
export const DUPLICATE_REASONS = [
  'same-day',
  'same-days',
  'near-days',
  'same-point',
  'near-point',
  'same-place-name',
  'same-people',
  'same-figure',
  'same-kind',
  'same-words',
] as const

/** Why two records may be of one incident; in this order, each once. */
export interface DuplicateReason {
  readonly code: (typeof DUPLICATE_REASONS)[number]
  readonly value: number | null
}

export interface DuplicateScore {
  /** In bits; above 0 speaks for one incident. */
  readonly bits: number
  readonly why: readonly DuplicateReason[]
}

/** In bits: how seldom a word is met. */
export type Rarity = (word: number) => number

/** Further apart than this they are two incidents, whatever else they share. */
const MOST_DAYS_APART = 7
const ONE_DAY = 1
const A_WEEK = 7
const A_MONTH = 31

/** Bits of one comparison, with what is told of it. */
interface Weighed {
  readonly bits: number
  readonly why?: DuplicateReason
}

const NOTHING: Weighed = { bits: 0 }
const reason = (code: DuplicateReason['code'], value: number | null = null): DuplicateReason => ({
  code,
  value,
})

/** Null when they cannot be one: days or countries rule it out. `rarity` of a word key, in bits. */
export function duplicateScore(
  one: ComparedIncident,
  other: ComparedIncident,
  rarity: Rarity,
): DuplicateScore | null {
  // Asked for millions of pairs, most of which are nothing: so without a list of parts.
  const time = timeBits(one.days, other.days)
  if (time === null || isElsewhere(one, other)) return null
  let { bits } = time
  const why: DuplicateReason[] = time.why === undefined ? [] : [time.why]
  const add = (part: Weighed) => {
    bits += part.bits
    if (part.why !== undefined) why.push(part.why)
  }
  add(placeBits(one, other))
  add(nameBits(one, other, rarity))
  add(peopleBits(one, other))
  if (one.figures.size > 0 && other.figures.size > 0)
    for (const figure of FIGURES) add(figureBits(one, other, figure))
  add(kindBits(one, other))
  add(wordBits(one, other, rarity))
  return { bits, why }
}

const isElsewhere = (one: ComparedIncident, other: ComparedIncident): boolean =>
  one.country !== null && other.country !== null && one.country !== other.country

function timeBits(one: DayRange | null, other: DayRange | null): Weighed | null {
  if (one === null || other === null) return NOTHING
  const apart = Math.max(one.from - other.to, other.from - one.to)
  if (apart > MOST_DAYS_APART) return null
  const longest = Math.max(one.to - one.from, other.to - other.from)
  if (apart > 0) {
    if (apart > ONE_DAY) return { bits: -3 - apart / 2 }
    return { bits: longest <= ONE_DAY ? 2 : 0, why: reason('near-days') }
  }
  if (one.to === one.from && other.to === other.from) return { bits: 4, why: reason('same-day') }
  if (longest <= A_WEEK) return { bits: 3, why: reason('same-days') }
  return { bits: longest <= A_MONTH ? 1.5 : 0, why: reason('same-days') }
}

/** From how exact a place is, how far two true reports of it may lie apart, in kilometres. */
const BLUR = [1, 1, 10, 40, 100, 200, 500, 500] as const

function placeBits(one: ComparedIncident, other: ComparedIncident): Weighed {
  if (one.point === null || other.point === null) return NOTHING
  const blur = Math.max(BLUR[one.precision] ?? 500, BLUR[other.precision] ?? 500)
  const km = kilometres(one.point, other.point)
  if (km < 0.5) return { bits: 6, why: reason('same-point', 0) }
  const value = Math.round(km * 10) / 10
  if (km < 5) return { bits: 3.5, why: reason('near-point', value) }
  if (km < 15) return { bits: 1, why: reason('near-point', value) }
  if (km < 25 + blur) return NOTHING
  if (km < 100 + blur) return { bits: -2 }
  return { bits: -6 }
}

const EARTH_KM = 6371
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** By the haversine formula. */
function kilometres(
  a: NonNullable<ComparedIncident['point']>,
  b: NonNullable<ComparedIncident['point']>,
): number {
  const north = Math.sin(radians(b.lat - a.lat) / 2)
  const east = Math.sin(radians(b.lon - a.lon) / 2)
  const chord = north * north + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * east * east
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** What a shared name of a place adds at most. */
const MOST_NAME_BITS = 3
const NAME_SHARE = 0.4

function nameBits(one: ComparedIncident, other: ComparedIncident, rarity: Rarity): Weighed {
  if (one.placeWords.length > 0 && other.placeWords.length > 0) {
    const { shared, bits } = sharedWords(one.placeWords, other.placeWords, rarity)
    if (shared === 0) return { bits: -2 }
    return { bits: Math.min(MOST_NAME_BITS, bits * NAME_SHARE), why: reason('same-place-name') }
  }
  if (one.admin1 === null || other.admin1 === null) return NOTHING
  return { bits: one.admin1 === other.admin1 ? 0.5 : -0.5 }
}

function peopleBits(one: ComparedIncident, other: ComparedIncident): Weighed {
  if (one.persons.size === 0 || other.persons.size === 0) return NOTHING
  return one.persons.isDisjointFrom(other.persons) ? { bits: -1 } : { bits: 5, why: reason('same-people') }
}

function figureBits(one: ComparedIncident, other: ComparedIncident, figure: FigureName): Weighed {
  const [a, b] = [one.figures.get(figure), other.figures.get(figure)]
  if (a === undefined || b === undefined) return NOTHING
  // Many incidents have one victim, few have forty-one.
  if (a === b)
    return a === 0 ? NOTHING : { bits: Math.min(4, 0.6 + Math.log2(a)), why: reason('same-figure', a) }
  const ratio = Math.max(a, b) / Math.max(1, Math.min(a, b))
  return { bits: -Math.min(4, 1 + Math.log2(ratio)) }
}

function kindBits(one: ComparedIncident, other: ComparedIncident): Weighed {
  if (one.headings.size === 0 || other.headings.size === 0) return NOTHING
  for (const heading of one.headings) if (other.headings.has(heading)) return SAME_KIND
  return OTHER_KIND
}

const SAME_KIND: Weighed = { bits: 0.7, why: reason('same-kind') }
const OTHER_KIND: Weighed = { bits: -2.5 }

/** What shared words add at most, and what their lack takes. */
const MOST_WORD_BITS = 8
const NO_WORDS = -2.5
/** Of a rare word not all counts: words come in company. */
const WORD_SHARE = 1.25
const FEW_WORDS = 2
const OTHER_NAMES = -4

function wordBits(one: ComparedIncident, other: ComparedIncident, rarity: Rarity): Weighed {
  const { shared, bits } = sharedWords(one.words, other.words, rarity)
  if (shared === 0) return { bits: Math.min(one.words.length, other.words.length) < FEW_WORDS ? 0 : NO_WORDS }
  const least = Math.min(one.words.length, other.words.length)
  // Told in the same words but for a few on either side: a form filled in about somebody else.
  const most = Math.max(one.words.length, other.words.length)
  const isForm = shared * 2 >= most && shared < least
  return {
    bits: Math.min(MOST_WORD_BITS, bits * WORD_SHARE) + (isForm ? OTHER_NAMES : 0),
    why: reason('same-words', shared),
  }
}

/** Words as common as this are shared by chance. */
const COMMON_BITS = 1

/** How many words two lists share, and what is rare about them. */
function sharedWords(
  one: Uint32Array,
  other: Uint32Array,
  rarity: Rarity,
): { readonly shared: number; readonly bits: number } {
  let shared = 0
  let bits = 0
  let [a, b] = [0, 0]
  while (a < one.length && b < other.length) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0)
    if (difference === 0) {
      shared += 1
      bits += Math.max(0, rarity(one[a] ?? 0) - COMMON_BITS)
    }
    if (difference <= 0) a += 1
    if (difference >= 0) b += 1
  }
  return { shared, bits }
}
