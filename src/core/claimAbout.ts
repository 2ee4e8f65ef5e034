/**
 * What a claim is about, as far as its schema cannot check it: an act or a field that the record must have. Asked of
 * forms; an import keeps what its file says.
 */
import { type AppError, appError } from './appError.ts'
import type { Claim } from './claim.ts'
import type { Log } from './log.ts'
import { KINDS, SCHEMAS } from './records.ts'
import { shapeOf } from './schemaWalk.ts'

type About = Claim['about'][number]

/**
 * Null when all is well. `records/about-unknown` {field}: the record has no such act or field, and did not have it
 * before.
 */
export function checkAbout(log: Log, next: Claim, before: Claim | undefined): AppError | null {
  const had = new Set(before?.about.map(keyOf))
  for (const [index, about] of next.about.entries()) {
    if (had.has(keyOf(about))) continue
    if (!hasAct(log, about)) return appError('records/about-unknown', { field: `about.${index}.act` })
    if (!hasField(log, about)) return appError('records/about-unknown', { field: `about.${index}.field` })
  }
  return null
}

const keyOf = ({ id, act, field }: About): string => JSON.stringify([id, act, field])

function hasAct(log: Log, { id, act }: About): boolean {
  return act === undefined || (log.incidents[id]?.acts.some(({ key }) => key === act) ?? false)
}

/** The path of a field, list positions left out: `placeType`, `where.admin1`, `counts.killed`; of an act: `method`. */
function hasField(log: Log, { id, act, field }: About): boolean {
  if (field === undefined) return true
  const kind = KINDS.find((each) => Object.hasOwn(log[each], id))
  // In the bin: its form cannot be looked at, and its claims may stay.
  if (kind === undefined) return true
  let shape = act === undefined ? shapeOf(SCHEMAS[kind]) : shapeOf(shapeOf(SCHEMAS.incidents)?.acts)
  for (const step of field.split('.')) {
    if (shape === null || !Object.hasOwn(shape, step)) return false
    shape = shapeOf(shape[step])
  }
  return true
}
