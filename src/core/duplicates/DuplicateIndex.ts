/**
 * Records that may be of one incident: on entry, on import, or among all. Lists of incidents by day, by person and by
 * rare word keep the pairs that are compared few, however many records there are. Pure suggestion: it links nothing.
 */
import type { PutsOf } from '../putsOf.ts'
import { type ComparedIncident, compared, type DuplicateCandidate } from './comparedIncident.ts'
import { type DuplicateReason, duplicateScore } from './duplicateScore.ts'
import { WordKeys } from './wordKeys.ts'

export interface DuplicateSuggestion {
  /** The other record. */
  readonly incident: string
  /** In bits; more is surer. At least {@link POSSIBLE_BITS}. */
  readonly bits: number
  readonly isLikely: boolean
  readonly why: readonly DuplicateReason[]
}

export interface DuplicatePair extends DuplicateSuggestion {
  /** The record that was asked about. */
  readonly of: string
}

/** What of a change of the log it takes in. */
export type DuplicatePut = PutsOf<{ incidents: DuplicateCandidate }>

/** From here on a pair is worth a look; from there on most pairs are one incident. */
export const POSSIBLE_BITS = 2
export const LIKELY_BITS = 5.75

/** Spans longer than this are not filed day by day: such records are met by their words. */
const MOST_DAYS_FILED = 8
/** How far apart two dates of one incident may be to be met by day. */
const DAYS_AROUND = 1
const MOST_ASKED_DAYS = 35
/** Words of a record by which others are looked up, and how common they may be. */
const MOST_RARE_WORDS = 8
const COMMON_SHARE = 0.002
const LEAST_COMMON = 60
const MOST_SUGGESTED = 20

type IsWanted = (id: string) => boolean
const EVERY: IsWanted = () => true

interface Filed extends ComparedIncident {
  /** It stands for another one and is no answer. */
  readonly isStandIn: boolean
}

/** Records that lists still name though they were changed, before all lists are made anew. */
const MOST_OUTDATED = 10_000

export class DuplicateIndex {
  readonly #keys = new WordKeys()
  /** Id → its place in `#filed`; another one after each change. */
  readonly #places = new Map<string, number>()
  /** Null once it is outdated. Lists hold places, since there are millions of them. */
  #filed: (Filed | null)[] = []
  #byWord: number[][] = []
  /** By word: how many records have it now; its list may name more. */
  #holders: number[] = []
  #byDay = new Map<number, number[]>()
  #byPerson = new Map<string, number[]>()

  constructor(incidents: Iterable<DuplicateCandidate> = []) {
    for (const incident of incidents) this.put(incident.id, incident)
  }

  /** Takes in a change of the log. Costs what was changed. */
  apply(change: readonly DuplicatePut[]): void {
    for (const put of change) if (put.kind === 'incidents') this.put(put.id, put.record)
  }

  /** Takes in one record, or with null forgets it. */
  put(id: string, record: DuplicateCandidate | null): void {
    const before = this.#places.get(id)
    if (before !== undefined) this.#forget(before)
    this.#places.delete(id)
    if (record !== null) {
      const isStandIn = record.mergedInto !== undefined || record.duplicateOf !== undefined
      this.#file({ ...this.#read(record), isStandIn })
    }
    if (this.#filed.length - this.#places.size > MOST_OUTDATED) this.#fileAnew()
  }

  /**
   * Records of what may be the same incident as this one, as it is given: it may be typed still; surest first.
   * @param isWanted of which others; what is not wanted takes no place among the `limit`.
   */
  suggest(
    record: DuplicateCandidate,
    limit = MOST_SUGGESTED,
    isWanted: IsWanted = EVERY,
  ): readonly DuplicateSuggestion[] {
    return this.#suggest(this.#read(record), limit, isWanted)
  }

  /** The same of a record as the index has it; none when it is not there. */
  suggestFor(id: string, limit = MOST_SUGGESTED, isWanted: IsWanted = EVERY): readonly DuplicateSuggestion[] {
    const asked = this.#at(this.#places.get(id))
    return asked === null ? [] : this.#suggest(asked, limit, isWanted)
  }

  /** How likely two records of the index are one; null when days or countries rule it out, or one is not here. */
  compare(id: string, other: string): Omit<DuplicateSuggestion, 'incident'> | null {
    const [a, b] = [this.#at(this.#places.get(id)), this.#at(this.#places.get(other))]
    const score = a === null || b === null ? null : duplicateScore(a, b, this.#rarity)
    return score === null ? null : { ...score, isLikely: score.bits >= LIKELY_BITS }
  }

  #suggest(asked: ComparedIncident, limit: number, isWanted: IsWanted): readonly DuplicateSuggestion[] {
    const found: DuplicateSuggestion[] = []
    for (const place of this.#candidates(asked)) {
      const other = this.#at(place)
      if (other === null || other.isStandIn || other.id === asked.id) continue
      const score = duplicateScore(asked, other, this.#rarity)
      if (score === null || score.bits < POSSIBLE_BITS || !isWanted(other.id)) continue
      const { bits, why } = score
      found.push({ incident: other.id, bits, isLikely: bits >= LIKELY_BITS, why })
    }
    return found.sort((a, b) => b.bits - a.bits || (a.incident < b.incident ? -1 : 1)).slice(0, limit)
  }

  readonly #rarity = (word: number): number =>
    Math.log2((this.#places.size + 1) / ((this.#holders[word] ?? 0) + 1))

  #at(place: number | undefined): Filed | null {
    return place === undefined ? null : (this.#filed[place] ?? null)
  }

  #read(record: DuplicateCandidate): ComparedIncident {
    return compared(record, this.#keys)
  }

  #file(filed: Filed): void {
    const place = this.#filed.push(filed) - 1
    this.#places.set(filed.id, place)
    for (const day of daysFiled(filed)) listOf(this.#byDay, day).push(place)
    for (const person of filed.persons) listOf(this.#byPerson, person).push(place)
    for (const words of [filed.words, filed.placeWords])
      for (const word of words) {
        const list = this.#byWord[word]
        if (list === undefined) this.#byWord[word] = [place]
        else list.push(place)
        this.#holders[word] = (this.#holders[word] ?? 0) + 1
      }
  }

  #forget(place: number): void {
    const gone = this.#filed[place]
    this.#filed[place] = null
    for (const words of [gone?.words ?? [], gone?.placeWords ?? []])
      for (const word of words) this.#holders[word] = (this.#holders[word] ?? 0) - 1
  }

  #fileAnew(): void {
    const kept = this.#filed.filter((each) => each !== null)
    this.#filed = []
    this.#byWord = []
    this.#holders = []
    this.#byDay = new Map()
    this.#byPerson = new Map()
    for (const filed of kept) this.#file(filed)
  }

  #candidates({ days, persons, words, placeWords }: ComparedIncident): ReadonlySet<number> {
    const found = new Set<number>()
    const take = (list: readonly number[] | undefined) => {
      for (const place of list ?? []) found.add(place)
    }
    if (days !== null && days.to - days.from <= MOST_ASKED_DAYS)
      for (let day = days.from - DAYS_AROUND; day <= days.to + DAYS_AROUND; day += 1)
        take(this.#byDay.get(day))
    for (const person of persons) take(this.#byPerson.get(person))
    const common = Math.max(LEAST_COMMON, this.#places.size * COMMON_SHARE)
    const lists = [...words, ...placeWords].flatMap((word) => {
      const list = this.#byWord[word]
      const holders = this.#holders[word] ?? 0
      return list === undefined || holders > common ? [] : [{ list, holders }]
    })
    for (const { list } of lists.sort((a, b) => a.holders - b.holders).slice(0, MOST_RARE_WORDS)) take(list)
    return found
  }
}

function daysFiled({ days }: ComparedIncident): readonly number[] {
  if (days === null || days.to - days.from >= MOST_DAYS_FILED) return []
  return Array.from({ length: days.to - days.from + 1 }, (_, at) => days.from + at)
}

function listOf<K>(lists: Map<K, number[]>, key: K): number[] {
  let list = lists.get(key)
  if (list === undefined) {
    list = []
    lists.set(key, list)
  }
  return list
}
