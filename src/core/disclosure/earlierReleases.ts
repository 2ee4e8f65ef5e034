/**
 * One brief beside all that left before it (redaction.md, "Re-identification"). A reader who holds every brief links
 * the rows of one record, and takes one brief away from another; by neither may he come to a class under k.
 *
 * Refused is what this release would add: a class that was under k before and of which it says nothing new was given
 * away already, and refusing would hide nothing. What comes out of here may refuse or advise, never change a brief.
 */
import { type Knowledge, knowledgeText, learn } from './knowledge.ts'
import type { QuasiRow } from './quasiRow.ts'
import { type ShownClass, shownClasses, valuesText } from './shownClasses.ts'

/** A release of the ledger. */
export interface EarlierRelease {
  readonly id: string
  readonly classes: readonly ShownClass[]
}

/** union: by the finest that was ever shown · added, removed: by what one brief has and the other has not. */
export const LINK_KINDS = ['union', 'added', 'removed'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export interface LinkFinding {
  readonly kind: LinkKind
  /** The release that the brief is compared with; null for all of them together. */
  readonly release: string | null
  /** Records that come to stand in a class under k. */
  readonly records: readonly string[]
  /** Records of this brief without which they would not. */
  readonly cause: readonly string[]
}

/** What the ledger knows, worked out once for any number of briefs that are compared with it. */
export interface Ledger {
  readonly releases: readonly ReadRelease[]
  readonly knowledge: ReadonlyMap<string, Known>
  /** How many records he knows the same of, by its text. */
  readonly sizes: ReadonlyMap<string, number>
}

interface ReadRelease {
  readonly id: string
  readonly classes: readonly ShownClass[]
  /** Record → index of its class. */
  readonly classOf: ReadonlyMap<string, number>
}

interface Known {
  readonly knowledge: Knowledge
  readonly text: string
}

export function readLedger(releases: readonly EarlierRelease[]): Ledger {
  const knowledge = new Map<string, Known>()
  for (const { classes } of releases) learnAll(knowledge, classes)
  return {
    releases: releases.map(({ id, classes }) => ({
      id,
      classes,
      classOf: new Map(classes.flatMap(({ records }, at) => records.map((record) => [record, at]))),
    })),
    knowledge,
    sizes: sizesOf(knowledge),
  }
}

/** Findings of a brief that would show these rows; none when it is a release over again. */
export function compareWithLedger(rows: readonly QuasiRow[], ledger: Ledger, k: number): LinkFinding[] {
  if (rows.length === 0 || ledger.releases.length === 0) return []
  const classes = shownClasses(rows)
  if (ledger.releases.some((release) => isSame(release, classes, rows.length))) return []
  return [
    ...unionFindings(classes, ledger, k),
    ...ledger.releases.flatMap((release) => differences(classes, rows, release, ledger, k)),
  ]
}

function isSame(release: ReadRelease, classes: readonly ShownClass[], rows: number): boolean {
  return (
    release.classOf.size === rows &&
    classes.every((each) =>
      each.records.every((record) => {
        const before = release.classes[release.classOf.get(record) ?? -1]
        return before !== undefined && valuesText(before) === valuesText(each)
      }),
    )
  )
}

/** Adds one brief to what is known. Records known alike that show alike are known alike again: worked out once. */
function learnAll(knowledge: Map<string, Known>, classes: readonly ShownClass[]): void {
  for (const shown of classes) {
    const learnt = new Map<string, Known>()
    for (const record of shown.records) {
      const before = knowledge.get(record)
      const key = before?.text ?? ''
      let after = learnt.get(key)
      if (after === undefined) {
        const made = learn(before?.knowledge, shown)
        after = { knowledge: made, text: knowledgeText(made) }
        learnt.set(key, after)
      }
      knowledge.set(record, after)
    }
  }
}

function sizesOf(knowledge: ReadonlyMap<string, Known>): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { text } of knowledge.values()) sizes.set(text, (sizes.get(text) ?? 0) + 1)
  return sizes
}

function unionFindings(classes: readonly ShownClass[], ledger: Ledger, k: number): LinkFinding[] {
  const knowledge = new Map(ledger.knowledge)
  learnAll(knowledge, classes)
  const sizes = sizesOf(knowledge)
  const inBrief = new Set(classes.flatMap(({ records }) => records))
  const found: string[] = []
  const cause = new Set<string>()
  /** Classes that lose members to this brief. */
  const shrunk = new Set<string>()
  for (const [record, { text }] of knowledge) {
    const size = sizes.get(text) ?? 0
    if (size >= k) continue
    const before = ledger.knowledge.get(record)
    if (before?.text === text && size >= (ledger.sizes.get(text) ?? 0)) continue
    found.push(record)
    if (inBrief.has(record)) cause.add(record)
    else if (before !== undefined) shrunk.add(before.text)
  }
  if (found.length === 0) return []
  for (const record of inBrief) {
    const before = ledger.knowledge.get(record)
    if (before !== undefined && shrunk.has(before.text)) cause.add(record)
  }
  return [{ kind: 'union', release: null, records: found.sort(), cause: [...cause].sort() }]
}

function differences(
  classes: readonly ShownClass[],
  rows: readonly QuasiRow[],
  release: ReadRelease,
  ledger: Ledger,
  k: number,
): LinkFinding[] {
  const inBrief = new Set(rows.map(({ id }) => id))
  const added = splitOff(classes, (record) => !release.classOf.has(record), k).filter(
    ({ records }) => !isKnownDifference(records, release, ledger),
  )
  const removed = splitOff(release.classes, (record) => !inBrief.has(record), k)
  return [
    ...finding('added', release.id, added, ({ records }) => records),
    // Without its other rows this class is missing as a whole, and tells nothing of those that are gone.
    ...finding('removed', release.id, removed, ({ rest }) => rest),
  ]
}

interface Split {
  readonly records: readonly string[]
  /** The others of the class. */
  readonly rest: readonly string[]
}

/** Parts under k that a subtraction breaks off from their class. */
function splitOff(
  classes: readonly ShownClass[],
  isLeft: (record: string) => boolean,
  k: number,
): readonly Split[] {
  return classes.flatMap(({ records }) => {
    const left = records.filter(isLeft)
    if (left.length === 0 || left.length >= k || left.length === records.length) return []
    return [{ records: left, rest: records.filter((record) => !isLeft(record)) }]
  })
}

/** Did a brief between the two give the same records away already? */
function isKnownDifference(records: readonly string[], release: ReadRelease, { releases }: Ledger): boolean {
  return releases.some(({ classes, classOf }) => {
    const [first = ''] = records
    const others = classes[classOf.get(first) ?? -1]?.records ?? []
    const left = others.filter((record) => !release.classOf.has(record))
    return left.length === records.length && records.every((record) => left.includes(record))
  })
}

function finding(
  kind: LinkKind,
  release: string,
  splits: readonly Split[],
  causeOf: (split: Split) => readonly string[],
): LinkFinding[] {
  if (splits.length === 0) return []
  return [
    {
      kind,
      release,
      records: splits.flatMap(({ records }) => records).sort(),
      cause: splits.flatMap(causeOf).sort(),
    },
  ]
}
