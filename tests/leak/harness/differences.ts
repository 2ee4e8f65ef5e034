/**
 * Everything in which a log may differ from another without a reader by a profile being allowed to see it: each
 * protected value, dates, places and figures finer than the profile shows, whatever else it drops, ids, entry times,
 * entry order, and records that stay behind. Found along the schemas.
 */
import { idSchema } from '../../../src/core/ids.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Person } from '../../../src/core/person.ts'
import type { AnyRecord } from '../../../src/core/records.ts'
import { KINDS, type Kind, SCHEMAS } from '../../../src/core/records.ts'
import { sayablePlaces } from '../../../src/core/redaction/mentions/placePhrases.ts'
import type { Profile } from '../../../src/core/redaction/profile.ts'
import { publishedPlaceNames } from '../../../src/core/redaction/rows/placeNames.ts'
import type { Random } from '../../support/vault/random.ts'
import { newId } from './baseLog.ts'
import type { BriefChoices } from './choices.ts'
import { placesOf } from './exportBrief.ts'
import { type ExtraRecord, extraRecords } from './extraRecords.ts'
import type { History } from './histories.ts'
import { madeUpText } from './madeUpTexts.ts'
import { otherPlace } from './otherPlace.ts'
import { ageAlike, countAlike, dateAlike, dateOnSameSide, hiddenValue } from './otherValue.ts'
import { type Leaf, visitLeaves } from './schemaLeaves.ts'
import { type ShownValues, shownValues } from './shownValues.ts'
import {
  isDeadline,
  isDivisionName,
  isGate,
  isGatingList,
  isLabelled,
  type Treatment,
  treatmentOf,
} from './treatment.ts'
import { changeRecord, visitShownTexts } from './twinLog.ts'

/** A record by its kind and its id in the first log, in the log or in the bin. */
export interface Spot {
  readonly kind: Kind
  readonly id: string
}

export type Difference =
  | {
      readonly what: 'value'
      readonly spot: Spot
      readonly path: readonly (string | number)[]
      /** Undefined takes the field away. */
      readonly value: unknown
      /** What stood there, when texts that may be kept can name it; they then name the other one. */
      readonly named?: string
    }
  /** The list without its last entries. */
  | {
      readonly what: 'length'
      readonly spot: Spot
      readonly path: readonly (string | number)[]
      readonly length: number
    }
  | { readonly what: 'id'; readonly spot: Spot; readonly value: string }
  | { readonly what: 'order'; readonly collection: Kind | 'bin' | 'terms'; readonly seed: number }
  | { readonly what: 'history'; readonly spot: Spot; readonly seed: number }
  | { readonly what: 'extra'; readonly extra: ExtraRecord }

export interface DifferenceOptions extends Pick<BriefChoices, 'coarsen'> {
  readonly log: Log
  readonly histories: readonly History[]
  readonly profile: Profile
  /** YYYY-MM-DD the brief speaks for. */
  readonly asOf: string
  readonly random: Random
}

/** All differences that leave the brief by this profile as it is; any selection of them is a twin too. */
export function differencesOf(options: DifferenceOptions): Difference[] {
  const { log, histories, profile, random } = options
  const shown = shownValues({ ...options, gazetteer: placesOf(log) })
  const records = [
    ...KINDS.flatMap((kind) =>
      Object.values<AnyRecord>(log[kind]).map((record) => ({ kind, record, isInBin: false })),
    ),
    ...Object.values(log.bin).map(({ kind, record }) => ({ kind, record, isInBin: true })),
  ]
  const isSayable = sayablePlaces(publishedPlaceNames(log, profile, placesOf(log)))
  const shownTexts = textsThatMayLeave(log, profile)
  const isNamed = (name: string) => shownTexts.includes(name) && !isSayable(name)
  return [
    ...records.flatMap(({ kind, record, isInBin }) =>
      recordDifferences(kind, record, isInBin, options, shown, isNamed),
    ),
    ...records.map(({ kind, record }) => idDifference({ kind, id: record.id }, random)),
    ...([...KINDS, 'bin', 'terms'] as const).map(
      (collection): Difference => ({ what: 'order', collection, seed: random.below(2 ** 31) }),
    ),
    ...histories.map(
      ({ kind, id }): Difference => ({ what: 'history', spot: { kind, id }, seed: random.below(2 ** 31) }),
    ),
    ...extraRecords(log, profile, random).map((extra): Difference => ({ what: 'extra', extra })),
  ]
}

/** All texts that a brief may keep, as one: who is named in them must have a name in the twin too. */
function textsThatMayLeave(log: Log, profile: Profile): string {
  const texts: string[] = []
  visitShownTexts(log, profile, (_record, _path, text) => texts.push(text))
  return texts.join('\n')
}

/** Shorter and longer ids, in other letters, that sort elsewhere. */
function idDifference(spot: Spot, random: Random): Difference {
  const value = random.pick([
    () => newId(random),
    () => newId(random, 6 + random.below(40)),
    () => `import-${random.below(10 ** 9)}`,
    () => `запись-${newId(random, 9)}`,
  ])()
  return { what: 'id', spot, value }
}

function recordDifferences(
  kind: Kind,
  record: AnyRecord,
  isInBin: boolean,
  { profile, asOf, random }: DifferenceOptions,
  shown: ShownValues,
  isNamed: (name: string) => boolean,
): Difference[] {
  const spot = { kind, id: record.id }
  const isWithheld = isInBin || !isLabelled(profile, record)
  const found: Difference[] = []
  const put = (path: Leaf['path'], value: unknown, named?: string) =>
    found.push({ what: 'value', spot, path, value, ...(named === undefined ? {} : { named }) })
  const treated = (field: string) =>
    !isInBin && isDivisionName(kind, record, field) ? 'shown' : treatmentOf(profile, kind, field, isWithheld)
  // Figures must not fall from the lowest to the highest.
  const shift = 1 + random.below(50)
  visitLeaves(SCHEMAS[kind], record, {
    leaf: (leaf) => {
      if (leaf.schema === idSchema || isGate(kind, leaf.field)) return
      switch (treated(leaf.field)) {
        case 'shown':
        case 'place':
        case 'count':
        case 'age':
          return
        case 'date':
          put(leaf.path, dateAlike(String(leaf.value), shown.date, random))
          return
        case 'hidden':
          if (isFigure(leaf)) put(leaf.path, Number(leaf.value) + shift)
          else if (isDeadline(leaf.field)) put(leaf.path, dateOnSameSide(String(leaf.value), asOf, random))
          else if (isNameable(leaf) && isNamed(String(leaf.value)))
            put(leaf.path, hiddenValue(leaf, random, false), String(leaf.value))
          else put(leaf.path, hiddenValue(leaf, random))
      }
    },
    list: ({ path, field, value }) => {
      const isFree = treated(field) === 'hidden' && !isGatingList(field.split('.')[0] ?? '')
      if (isFree && value.length > 0 && random.chance(0.5))
        found.push({ what: 'length', spot, path, length: random.below(value.length) })
    },
  })
  if (!isWithheld)
    for (const { path, value, named } of groupChanges(kind, record, shown, treated, random))
      put(path, value, named !== undefined && isNamed(named) ? named : undefined)
  return stillValid(kind, record, found)
}

interface Change {
  readonly path: readonly string[]
  readonly value: unknown
  readonly named?: string
}

/** Fields that are shown together, as coarse as the profile says. */
function groupChanges(
  kind: Kind,
  record: AnyRecord,
  shown: ShownValues,
  treated: (field: string) => Treatment,
  random: Random,
): Change[] {
  if (kind === 'persons' && 'codeName' in record)
    return treated('age') === 'age' ? ageChanges(record, shown, random) : []
  if (kind !== 'incidents' || !('where' in record)) return []
  const { where, counts } = record
  const isCoarsened = (field: string) => treated(`where.${field}`) === 'place'
  const others = Object.entries(otherPlace(where, shown, isCoarsened, random))
  const places = others.map(([field, value]): Change => {
    // A division is spelled otherwise, or not shown: texts go on naming what they named.
    const before: unknown = field === 'admin1' ? undefined : Reflect.get(where, field)
    return { path: ['where', field], value, ...(typeof before === 'string' ? { named: before } : {}) }
  })
  const figures = Object.entries(counts).flatMap(([name, count]): Change[] => {
    if (count === undefined) return []
    const { reportedBy } = count
    const other = reportedBy === undefined ? {} : { reportedBy: madeUpText(random, reportedBy) }
    return [{ path: ['counts', name], value: { ...countAlike(count, shown.count, random), ...other } }]
  })
  return [...places, ...figures]
}

function ageChanges({ age, birthDate }: Person, shown: ShownValues, random: Random): Change[] {
  const others: Change[] = []
  const otherAge = age && ageAlike(age, (tried) => shown.age({ age: tried, birthDate }), random)
  if (otherAge !== undefined) others.push({ path: ['age'], value: otherAge })
  if (birthDate !== undefined) {
    // Beside either age: one stands in for the other.
    const beside = (tried: string) =>
      [age, otherAge].map((each) => shown.age({ age: each, birthDate: tried })).join()
    others.push({ path: ['birthDate'], value: dateAlike(birthDate, beside, random) })
  }
  return others
}

/** What a text that may be kept must not name: divisions and countries it may. */
const isNameable = (leaf: Leaf): boolean =>
  leaf.protected === 'identity' || /^where\.(?:text|name|admin2)$/.test(leaf.field)

const isFigure = ({ path }: Leaf): boolean => /^(low|best|high)$/.test(String(path.at(-1)))

/** Leaves out what takes a field away that another one needs. Throws when the other record is still not valid. */
function stillValid(kind: Kind, record: AnyRecord, found: Difference[]): Difference[] {
  const isValid = (differences: readonly Difference[]) => {
    const other = structuredClone(record)
    for (const difference of differences) changeRecord(other, difference)
    return SCHEMAS[kind].safeParse(other).success
  }
  if (isValid(found)) return found
  const replaced = found.filter((each) => each.what === 'value' && each.value !== undefined)
  if (!isValid(replaced)) throw new Error(`no valid twin of a record of ${kind}`)
  return replaced
}
