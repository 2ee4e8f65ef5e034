/** Exports both logs of a pair and compares the bytes; looks for the smallest pair that still differs. */
import type { AnyRecord } from '../../../src/core/records.ts'
import { KINDS, type Kind } from '../../../src/core/records.ts'
import type { Difference } from './differences.ts'
import { type Exporter, type Made, redactAll } from './exportBrief.ts'
import { eligibleRows, type Pair, sidesOf } from './pair.ts'
import { smallest } from './smallest.ts'

/** Both logs of a pair, redacted. */
export interface MadePair {
  readonly one: Made
  readonly two: Made
  readonly held: number
  readonly eligible: number
}

export interface Compared {
  /** Null when the bytes are equal. */
  readonly firstDifference: FirstDifference | null
  /** Of both files. */
  readonly bytes: number
}

export interface FirstDifference {
  readonly at: number
  /** Around that byte, in either file. */
  readonly one: string
  readonly two: string
}

const AROUND = 60

/** Makes both logs of a pair, with some of its differences or all, and redacts them. */
export function redactPair(pair: Pair, differences: readonly Difference[] = pair.differences): MadePair {
  const { request } = pair
  const [first, second] = sidesOf(pair, differences)
  const one = redactAll(first, request)
  const { incidents, claims, contacts, actions } = one.redacted.data
  // An annex has no rows to hold.
  const isCounts = request.layout === 'annex'
  return {
    one,
    two: redactAll(second, request),
    held: incidents.length + claims.length + contacts.length + actions.length,
    eligible: isCounts ? 0 : eligibleRows(first, request.profile),
  }
}

/** Writes one form of both and compares the bytes. */
export async function compareForm({ one, two }: MadePair, exporter: Exporter): Promise<Compared> {
  const [first, second] = [await exporter(one), await exporter(two)]
  return { firstDifference: firstDifference(first, second), bytes: first.length + second.length }
}

/** Null when equal. */
export function firstDifference(one: Uint8Array, two: Uint8Array): FirstDifference | null {
  if (Buffer.compare(one, two) === 0) return null
  let at = 0
  while (at < one.length && one[at] === two[at]) at += 1
  const around = (bytes: Uint8Array) =>
    Buffer.from(bytes.subarray(Math.max(0, at - AROUND), at + AROUND)).toString('utf8')
  return { at, one: around(one), two: around(two) }
}

export interface Counterexample {
  readonly pair: Pair
  /** Each of them is needed for the files to differ. */
  readonly differences: readonly Difference[]
  readonly firstDifference: FirstDifference
}

/**
 * The smallest pair that still gives different bytes: first as few records as will do, then as few differences.
 * `mostTries` bounds the exports, for a form that is slow to make.
 */
export async function smallestPair(pair: Pair, exporter: Exporter, mostTries = 600): Promise<Counterexample> {
  let triesLeft = mostTries
  const compare = (tried: Pair, differences: readonly Difference[]): Promise<Compared> =>
    compareForm(redactPair(tried, differences), exporter)
  const differs = async (tried: Pair, differences: readonly Difference[]): Promise<boolean> => {
    if (triesLeft <= 0) return false
    triesLeft -= 1
    try {
      return (await compare(tried, differences)).firstDifference !== null
    } catch {
      // What is left over after records were taken away may be no log that can be exported.
      return false
    }
  }
  // Records first: the smaller the logs, the quicker the rest.
  const records = KINDS.flatMap((kind) => Object.keys(pair.log[kind]).map((id) => ({ kind, id })))
  const kept = await smallest(records, (some) => differs(withOnly(pair, some), pair.differences))
  const least = withOnly(pair, kept)
  const differences = await smallest(pair.differences, (some) => differs(least, some))
  const { firstDifference } = await compare(least, differences)
  if (firstDifference === null) throw new Error('the smallest pair does not differ')
  return { pair: least, differences, firstDifference }
}

function withOnly(pair: Pair, records: readonly { readonly kind: Kind; readonly id: string }[]): Pair {
  const kept = new Set(records.map(({ id }) => id))
  const collections = KINDS.map((kind) => [
    kind,
    // The places that the user added say which names a brief may print: without them another pair is looked at.
    kind === 'places'
      ? pair.log.places
      : Object.fromEntries(Object.entries<AnyRecord>(pair.log[kind]).filter(([id]) => kept.has(id))),
  ])
  return { ...pair, log: { ...pair.log, ...Object.fromEntries(collections) } }
}
