/** One pair of logs and one brief to be made from both; everything in it comes from a seed and a number. */
import type { Log } from '../../../src/core/log.ts'
import { KINDS } from '../../../src/core/records.ts'
import {
  BRIEF_LANGUAGES,
  BRIEF_LAYOUTS,
  CLAIM_ORDERS,
  INCIDENT_ORDERS,
} from '../../../src/core/redaction/briefData.ts'
import { LABEL_ROLES, type Pseudonym } from '../../../src/core/redaction/policies/pseudonym.ts'
import type { Profile } from '../../../src/core/redaction/profile.ts'
import type { Selection } from '../../../src/core/redaction/select.ts'
import { createRandom, type Random } from '../../support/vault/random.ts'
import { makeBaseLog } from './baseLog.ts'
import { type BriefChoices, someChoices } from './choices.ts'
import { type Difference, differencesOf } from './differences.ts'
import type { BriefRequest, Side } from './exportBrief.ts'
import { type History, withHistories } from './histories.ts'
import { drawOtherNames } from './madeUpTexts.ts'
import { isLabelled } from './treatment.ts'
import { shuffled, twinOf } from './twinLog.ts'

export interface Pair {
  readonly seed: number
  readonly number: number
  /** Without its histories. */
  readonly log: Log
  readonly histories: readonly History[]
  readonly differences: readonly Difference[]
  readonly request: BriefRequest
  /** Ids of the first log that the user chose; null for everything. */
  readonly chosen: ReadonlySet<string> | null
  /** Labels of a series by the ids of the first log; null for a brief that stands alone. */
  readonly series: ReadonlyMap<string, Pseudonym> | null
  /** Incidents of the first log that the user leaves out. */
  readonly leaveOut: ReadonlySet<string>
}

/** The base of a pair: made once and used for every profile. */
export function makeBase(seed: number, number: number): Pick<Pair, 'log' | 'histories'> {
  const random = createRandom(seed, number)
  const log = makeBaseLog(random)
  const histories = KINDS.flatMap((kind) =>
    kind === 'releases'
      ? []
      : Object.keys(log[kind])
          .filter(() => random.chance(0.06))
          .map((id): History => ({ kind, id, seed: random.below(2 ** 31) })),
  )
  return { log, histories }
}

const AS_OF = '2025-12-31'

export function makePair(
  seed: number,
  number: number,
  profile: Profile,
  base: Pick<Pair, 'log' | 'histories'> = makeBase(seed, number),
  choose: (random: Random) => BriefChoices = someChoices,
): Pair {
  const random = createRandom(seed ^ hashOf(profile.name), number)
  drawOtherNames(random)
  const request: BriefRequest = {
    profile,
    seed: random.bytes(32).toString('hex'),
    asOf: AS_OF,
    language: random.pick(BRIEF_LANGUAGES),
    title: 'What was recorded',
    introduction: random.chance(0.5) ? 'What this is about.\n\nWhat is asked.' : '',
    layout: random.pick(BRIEF_LAYOUTS),
    order: random.pick(INCIDENT_ORDERS),
    // Without a draw: seeds that are kept make the same pairs as before.
    claimOrder: CLAIM_ORDERS[number % CLAIM_ORDERS.length] ?? 'grade',
    ...choose(random),
  }
  const differences = differencesOf({ ...base, ...request, random })
  const chosen = random.chance(0.75) ? null : someIds(base.log, random)
  const series = random.chance(0.25) ? someLabels(base.log, random) : null
  const leaveOut = random.chance(0.15) ? Object.keys(base.log.incidents).filter(() => random.chance(0.1)) : []
  return { seed, number, ...base, differences, request, chosen, series, leaveOut: new Set(leaveOut) }
}

/** As an earlier brief of a series may have labelled some of the people. */
function someLabels({ persons }: Log, random: Random): Map<string, Pseudonym> {
  const labelled = Object.keys(persons).filter(() => random.chance(0.5))
  return new Map(labelled.map((id, at) => [id, { role: random.pick(LABEL_ROLES), number: 2000 + 7 * at }]))
}

function hashOf(text: string): number {
  return [...text].reduce((hash, letter) => (hash * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7)
}

function someIds(log: Log, random: Random): Set<string> {
  const ids = KINDS.flatMap((kind) => Object.keys(log[kind]))
  return new Set(ids.filter(() => random.chance(0.85)))
}

/** The log as it is, and its twin by some of the pair's differences (all unless told). */
export function sidesOf(
  pair: Pair,
  differences: readonly Difference[] = pair.differences,
): readonly [Side, Side] {
  const { log, histories, chosen, series, leaveOut, request } = pair
  const twin = twinOf(log, histories, request.profile, differences)
  const idInTwin = (id: string): string => twin.ids.get(id) ?? id
  const random = createRandom(pair.seed, pair.number)
  const isChosen = (id: string) => chosen === null || chosen.has(id)
  const twinIds = new Set([...(chosen ?? [])].map(idInTwin))
  const isChosenTwin = (id: string) => chosen === null || twinIds.has(id)
  const selection = selectionOf(log, isChosen, (ids) => ids)
  const twinSelection = selectionOf(twin.log, isChosenTwin, (ids) => shuffled(ids, random))
  return [
    {
      log: withHistories(log, histories),
      selection,
      series,
      leaveOut,
    },
    {
      log: twin.log,
      // The order in which somebody put incidents or claims is as public as they are.
      selection: {
        ...twinSelection,
        ...(request.order === 'as-chosen'
          ? { incidents: inOrderOf(twinSelection.incidents, selection.incidents.map(idInTwin)) }
          : {}),
        ...(request.claimOrder === 'as-chosen'
          ? { claims: inOrderOf(twinSelection.claims, selection.claims.map(idInTwin)) }
          : {}),
      },
      series: series && new Map(shuffled([...series], random).map(([id, label]) => [idInTwin(id), label])),
      leaveOut: new Set([...leaveOut].map(idInTwin)),
    },
  ]
}

/** The ids in the order of `model`; those that it does not have stand first. */
function inOrderOf(ids: readonly string[], model: readonly string[]): string[] {
  const place = new Map(model.map((id, at) => [id, at]))
  return [...ids].sort((a, b) => (place.get(a) ?? -1) - (place.get(b) ?? -1))
}

function selectionOf(
  log: Log,
  isChosen: (id: string) => boolean,
  order: (ids: string[]) => string[],
): Selection {
  const ids = (kind: 'incidents' | 'claims' | 'contacts' | 'actions') =>
    order(Object.keys(log[kind]).filter(isChosen))
  return {
    incidents: ids('incidents'),
    claims: ids('claims'),
    contacts: ids('contacts'),
    actions: ids('actions'),
  }
}

/** Rows that the brief's profile would take by their label alone: refusals and duplicates count against it. */
export function eligibleRows({ log, selection }: Side, profile: Profile): number {
  return (['incidents', 'claims', 'contacts', 'actions'] as const)
    .flatMap((kind) => selection[kind].map((id) => log[kind][id]))
    .filter((record) => record !== undefined && isLabelled(profile, record)).length
}
