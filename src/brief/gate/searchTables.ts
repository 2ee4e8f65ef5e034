/**
 * What a search needs to know of the protected values of a log, made once for all files of a release: forms, hashes,
 * the finder of mentions. A list of values is never changed once it is made, so its tables live as long as it does.
 */
import type { Canary } from '../../core/redaction/briefData.ts'
import { createMentionFinder, type MentionFinder } from '../../core/redaction/mentions/mentionFinder.ts'
import { isExactPlace } from '../../core/redaction/mentions/placePhrases.ts'
import { canaryForms, dateFormGroups, dateNeedles, type Needle } from './canaryForms.ts'
import { protectedYearlessDays, type YearlessDays } from './daysWithoutYear.ts'
import { createDigestSearch, type DigestSearch } from './digests.ts'
import { createNeedleIndex, type NeedleIndex } from './needleIndex.ts'
import { type ProtectedDays, protectedDays } from './writtenDays.ts'
import { type ProtectedNumber, protectedNumbers } from './writtenDegrees.ts'
import { type ProtectedDecimals, protectedDecimals } from './writtenNumbers.ts'

export interface SearchTables {
  /** Every form of every value; those for squeezed text among them. */
  readonly index: NeedleIndex
  readonly digests: DigestSearch
  /** The rest is made when it is first asked for. */
  readonly days: () => ProtectedDays
  readonly yearlessDays: () => YearlessDays
  readonly numbers: () => readonly ProtectedNumber[]
  readonly decimals: () => ProtectedDecimals
  readonly finder: () => MentionFinder
  /** Of places as exact as an address, and of what is named in one. */
  readonly placeFinder: () => MentionFinder
  /** Of such places, each as a whole. */
  readonly wholePlaceFinder: () => MentionFinder
}

const known = new WeakMap<readonly Canary[], SearchTables>()

/** The tables of a list of protected values: the same ones for the same list. */
export function searchTables(canaries: readonly Canary[]): SearchTables {
  const tables = known.get(canaries) ?? makeTables(canaries)
  known.set(canaries, tables)
  return tables
}

function makeTables(canaries: readonly Canary[]): SearchTables {
  const needles = distinctNeedles(canaries)
  return {
    index: createNeedleIndex(needles),
    digests: createDigestSearch(canaries),
    days: once(() => protectedDays(canaries)),
    yearlessDays: once(() => protectedYearlessDays(canaries)),
    numbers: once(() => protectedNumbers(canaries)),
    decimals: once(() => protectedDecimals(canaries)),
    finder: once(() => createMentionFinder(canaries, { patterns: false, places: false })),
    placeFinder: once(() =>
      createMentionFinder(placeNames(canaries), { patterns: false, commonParts: false }),
    ),
    wholePlaceFinder: once(() =>
      createMentionFinder(placeNames(canaries), { patterns: false, placeParts: false }),
    ),
  }
}

/** A sentence on where something was; as it was typed it is looked for all the same. */
const MOST_WORDS = 12

/** Exact places that are called by a name, each once. */
function placeNames(canaries: readonly Canary[]): Canary[] {
  const known = new Set<string>()
  return canaries.filter(
    (canary) =>
      isExactPlace(canary) && canary.value.split(/\s+/u).length <= MOST_WORDS && isNew(known, canary.value),
  )
}

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | null = null
  return () => {
    made ??= { it: make() }
    return made.it
  }
}

/** Many records share a day or a place; one needle for each string, which names the first record that has it. */
function distinctNeedles(canaries: readonly Canary[]): Needle[] {
  // Kind by kind, so that a string need not be put together to be known again.
  const known = new Map<Canary['protected'], KnownForms>()
  return canaries.flatMap((canary) => {
    const forms = known.get(canary.protected) ?? new KnownForms()
    known.set(canary.protected, forms)
    return forms.newNeedles(canary)
  })
}

/** Ids and sentences: they are seldom those of another value, and telling so costs more than looking twice. */
const LONG_FORM = 20

/** What has been seen of the values of one kind. */
class KnownForms {
  readonly #values = new Set<string>()
  readonly #days = new Set<readonly string[]>()
  readonly #plain = new Set<string>()
  readonly #squeezed = new Set<string>()

  newNeedles(canary: Canary): Needle[] {
    if (!isNew(this.#values, canary.value)) return []
    if (canary.protected !== 'date') return this.#distinct(canaryForms(canary))
    const days = dateFormGroups(canary.value).filter((forms) => isNew(this.#days, forms))
    return days.flatMap((forms) => this.#distinct(dateNeedles(forms, canary)))
  }

  #distinct(needles: Needle[]): Needle[] {
    return needles.filter(
      ({ text, squeezed }) =>
        text.length >= LONG_FORM || isNew(squeezed ? this.#squeezed : this.#plain, text),
    )
  }
}

function isNew<T>(known: Set<T>, value: T): boolean {
  if (known.has(value)) return false
  known.add(value)
  return true
}
