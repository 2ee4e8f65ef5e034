/**
 * Two records of one incident become one. What `from` lists is added to `into`; `from` stays as it was, with a redirect
 * to `into`, so that nothing it said is lost and both histories can be read. Made as one change, so undone as one.
 */
import { freeKey } from './actKeys.ts'
import { type AppError, appError } from './appError.ts'
import type { Claim } from './claim.ts'
import type { Act, Incident } from './incident.ts'
import type { Change, Log, Put } from './log.ts'
import { type MergeField, takenField } from './mergeFields.ts'
import { resolveIncident } from './resolveIncident.ts'
import { err, ok, type Result } from './result.ts'
import { CONFIDENTIALITIES } from './vocabularyCodes.ts'

/**
 * Merges `fromId` into `intoId`, or into what that was itself merged into. Of single values those of `into` stay but for
 * those in `take`, and gaps are filled; of sharing labels the more guarded one holds, since the record now tells what both told.
 * Errors: `records/not-found`; `merges/already-merged` when `from` is only a redirect by now; `merges/into-itself` when
 * both names stand for one record, which also keeps redirects from running in a circle.
 */
export function mergeIncidents(
  log: Pick<Log, 'incidents' | 'claims'>,
  fromId: string,
  intoId: string,
  now: string,
  take: readonly MergeField[] = [],
): Result<Change, AppError> {
  const from = Object.hasOwn(log.incidents, fromId) ? log.incidents[fromId] : undefined
  const into = log.incidents[resolveIncident(log.incidents, intoId)]
  if (from === undefined || into === undefined || !Object.hasOwn(log.incidents, intoId))
    return err(appError('records/not-found'))
  if (resolveIncident(log.incidents, fromId) === into.id) return err(appError('merges/into-itself'))
  if (from.mergedInto !== undefined) return err(appError('merges/already-merged'))
  const { acts, renamed } = joinActs(into.acts, from.acts)
  const merged: Incident = { ...taken(joinFields(into, from), from, take), acts, updatedAt: now }
  const { duplicateOf: _of, ...rest } = from
  const redirect: Incident = { ...rest, mergedInto: into.id, updatedAt: now }
  const claims = renamed.size === 0 ? [] : claimsOnRenamedActs(log.claims, from.id, into.id, renamed, now)
  return ok([
    { kind: 'incidents', id: into.id, record: merged },
    { kind: 'incidents', id: from.id, record: redirect },
    ...claims,
  ])
}

/** Says that one incident is, or may be, a record of the same as another. Nothing moves. Errors as for a merge. */
export function markDuplicate(
  log: Pick<Log, 'incidents'>,
  id: string,
  ofId: string,
  certainty: 'certain' | 'possible',
  now: string,
): Result<Change, AppError> {
  const incident = Object.hasOwn(log.incidents, id) ? log.incidents[id] : undefined
  if (incident === undefined || !Object.hasOwn(log.incidents, ofId)) return err(appError('records/not-found'))
  if (isDuplicateChain(log.incidents, ofId, id)) return err(appError('merges/into-itself'))
  const others = incident.possibleDuplicateOf.filter((each) => each !== ofId)
  const record: Incident =
    certainty === 'possible'
      ? { ...incident, possibleDuplicateOf: [...others, ofId], updatedAt: now }
      : { ...incident, possibleDuplicateOf: others, duplicateOf: ofId, updatedAt: now }
  return ok([{ kind: 'incidents', id, record }])
}

/** Does the chain of "duplicate of" that begins at `start`, or that of redirects, come to `id`? */
export function isDuplicateChain(
  incidents: Log['incidents'],
  start: string,
  id: string,
  link: 'duplicateOf' | 'mergedInto' = 'duplicateOf',
): boolean {
  const seen = new Set<string>()
  for (let at: string | undefined = start; at !== undefined && !seen.has(at); at = incidents[at]?.[link]) {
    if (at === id) return true
    seen.add(at)
  }
  return false
}

/** What was chosen from the other record lies over what was joined; fields set to undefined are left out. */
function taken(joined: Incident, from: Incident, take: readonly MergeField[]): Incident {
  const chosen = { ...joined }
  for (const field of take) Object.assign(chosen, takenField(chosen, from, field))
  return take.length === 0 ? joined : withoutUndefined(chosen)
}

function withoutUndefined<T extends object>(record: T): T {
  const next = { ...record }
  for (const [name, value] of Object.entries(next))
    if (value === undefined) Reflect.deleteProperty(next, name)
  return next
}

function joinFields(into: Incident, from: Incident): Incident {
  const { duplicateOf, ...kept } = into
  const own = new Set([into.id, from.id])
  const others = union(into.notDuplicateOf ?? [], from.notDuplicateOf ?? []).filter((id) => !own.has(id))
  return {
    ...gapsFilled(into, from),
    ...kept,
    ...(duplicateOf === undefined || duplicateOf === from.id ? {} : { duplicateOf }),
    ...joinTexts(into, from),
    confidentiality: moreGuarded(into.confidentiality, from.confidentiality),
    tags: union(into.tags, from.tags),
    violationTypes: union(into.violationTypes, from.violationTypes),
    claims: union(into.claims, from.claims),
    involvements: union(into.involvements, from.involvements),
    victimGroups: union(into.victimGroups, from.victimGroups),
    counts: { ...from.counts, ...into.counts },
    rightsAffected: union(into.rightsAffected, from.rightsAffected),
    related: union(into.related, from.related).filter((link) => !own.has(link.incident)),
    ...(others.length === 0 && into.notDuplicateOf === undefined ? {} : { notDuplicateOf: others }),
    possibleDuplicateOf: union(into.possibleDuplicateOf, from.possibleDuplicateOf).filter(
      (id) => !own.has(id),
    ),
    sensitivity: union(into.sensitivity, from.sensitivity),
  }
}

/** Single values that `into` lacks. A note goes with its code, so it comes only where the code does. */
function gapsFilled(into: Incident, from: Incident): Partial<Incident> {
  const { placeType, placeTypeNote, workStatus } = from
  const ofPlace = into.placeType === undefined && into.placeTypeNote === undefined
  return {
    ...(ofPlace && placeType !== undefined ? { placeType } : {}),
    ...(ofPlace && placeTypeNote !== undefined ? { placeTypeNote } : {}),
    ...(workStatus === undefined ? {} : { workStatus }),
  }
}

/** Texts that speak of a list, or of the whole: what both say is kept, one below the other. */
const JOINED = [
  'remarks',
  'violationTypesNote',
  'victimGroupsNote',
  'rightsAffectedNote',
  'sensitivityNote',
] as const

function joinTexts(
  into: Incident,
  from: Incident,
): Partial<Record<(typeof JOINED)[number] | 'summary', string>> {
  const joined = JOINED.flatMap((field): [string, string][] => {
    const texts = union([into[field]], [from[field]]).filter(
      (text) => text !== undefined && text.trim() !== '',
    )
    return texts.length === 0 ? [] : [[field, texts.join('\n\n')]]
  })
  const summary = into.summary.trim() === '' ? from.summary : into.summary
  return { ...Object.fromEntries(joined), summary }
}

const moreGuarded = (a: Incident['confidentiality'], b: Incident['confidentiality']) =>
  CONFIDENTIALITIES.indexOf(a) <= CONFIDENTIALITIES.indexOf(b) ? a : b

/** Entries of both, those of the first before; what is equal stands once. */
function union<T>(first: readonly T[], second: readonly T[]): T[] {
  return [...new Map([...first, ...second].map((entry) => [keyOf(entry), entry])).values()]
}

const keyOf = (entry: unknown): string =>
  typeof entry === 'object' && entry !== null ? JSON.stringify(Object.entries(entry).sort()) : String(entry)

interface JoinedActs {
  readonly acts: Act[]
  /** Keys of acts of the second list that go by another now. */
  readonly renamed: ReadonlyMap<string, string>
}

/** Acts of both; those that say the same are paired off, one by one, since two like acts may be two. */
function joinActs(into: readonly Act[], from: readonly Act[]): JoinedActs {
  const acts = [...into]
  const unpaired = into.map((act) => keyOf({ ...act, key: '' }))
  const taken = new Set(into.flatMap((act) => act.key ?? []))
  const renamed = new Map<string, string>()
  const nameOf = (key: string): string => {
    const name = taken.has(key) ? freeKey(new Set([...taken, ...from.flatMap((act) => act.key ?? [])])) : key
    taken.add(name)
    if (name !== key) renamed.set(key, name)
    return name
  }
  for (const act of from) {
    const at = unpaired.indexOf(keyOf({ ...act, key: '' }))
    const same = acts[at]
    if (at >= 0) unpaired[at] = ''
    if (same === undefined) acts.push(act.key === undefined ? act : { ...act, key: nameOf(act.key) })
    else if (act.key !== undefined && same.key === undefined) acts[at] = { ...same, key: nameOf(act.key) }
    else if (act.key !== undefined && same.key !== undefined && same.key !== act.key)
      renamed.set(act.key, same.key)
  }
  return { acts, renamed }
}

function claimsOnRenamedActs(
  claims: Log['claims'],
  fromId: string,
  intoId: string,
  renamed: ReadonlyMap<string, string>,
  now: string,
): readonly Put[] {
  return Object.values(claims).flatMap((claim): Put[] => {
    const newAct = (about: Claim['about'][number]) =>
      about.id === fromId && about.act !== undefined ? renamed.get(about.act) : undefined
    if (!claim.about.some((about) => newAct(about) !== undefined)) return []
    const about = claim.about.map((each) => {
      const act = newAct(each)
      return act === undefined ? each : { ...each, id: intoId, act }
    })
    return [{ kind: 'claims', id: claim.id, record: { ...claim, about, updatedAt: now } }]
  })
}
