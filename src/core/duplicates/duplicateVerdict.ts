/** What somebody found of two records that may be of one incident. Each answer takes an earlier one back. */
import { type AppError, appError } from '../appError.ts'
import type { Incident } from '../incident.ts'
import type { Change, Log } from '../log.ts'
import { resolveIncident } from '../resolveIncident.ts'
import { err, ok, type Result } from '../result.ts'

/** `different`: never suggested again · `later`: kept as undecided · `open`: as if nobody had looked. */
export const DUPLICATE_VERDICTS = ['different', 'later', 'open'] as const
export type DuplicateVerdict = (typeof DUPLICATE_VERDICTS)[number]

type Named = Pick<Incident, 'id' | 'possibleDuplicateOf' | 'notDuplicateOf'>

/** What an id stands for by now: what was said of a record that was merged holds for the one that it became. */
export type Resolve = (id: string) => string

/** Does either name the other as perhaps the same? */
export const isSetAside = (one: Named, other: Named, resolve: Resolve): boolean =>
  names(one.possibleDuplicateOf, other.id, resolve) || names(other.possibleDuplicateOf, one.id, resolve)

/** Does either name the other as another incident: found different, or one that it hangs together with? */
export const isFoundDifferent = (
  one: Named & Pick<Incident, 'related'>,
  other: Named & Pick<Incident, 'related'>,
  resolve: Resolve,
): boolean => says(one, other.id, resolve) || says(other, one.id, resolve)

const says = (from: Named & Pick<Incident, 'related'>, id: string, resolve: Resolve): boolean =>
  names(from.notDuplicateOf ?? [], id, resolve) ||
  from.related.some(({ incident }) => names([incident], id, resolve))

const names = (list: readonly string[], id: string, resolve: Resolve): boolean =>
  list.some((each) => each === id || resolve(each) === id)

/**
 * Notes an answer on the record that was asked about, and takes earlier ones out of both. The change is empty when it is
 * known already. Errors: `records/not-found`; `merges/into-itself` for one record twice.
 */
export function judgeDuplicate(
  log: Pick<Log, 'incidents'>,
  id: string,
  otherId: string,
  verdict: DuplicateVerdict,
  now: string,
): Result<Change, AppError> {
  const incidentOf = (each: string) => (Object.hasOwn(log.incidents, each) ? log.incidents[each] : undefined)
  const [one, other] = [incidentOf(id), incidentOf(otherId)]
  if (one === undefined || other === undefined) return err(appError('records/not-found'))
  if (id === otherId) return err(appError('merges/into-itself'))
  const resolve = (each: string) => resolveIncident(log.incidents, each)
  const changed = [
    [one, judged(one, otherId, verdict, resolve)],
    [other, judged(other, id, 'open', resolve)],
  ] as const
  return ok(
    changed.flatMap(([before, after]) =>
      after === before
        ? []
        : [{ kind: 'incidents' as const, id: before.id, record: { ...after, updatedAt: now } }],
    ),
  )
}

/** The same record when it says so already. */
function judged(record: Incident, of: string, verdict: DuplicateVerdict, resolve: Resolve): Incident {
  const possible = placed(record.possibleDuplicateOf, of, verdict === 'later', resolve)
  const not = placed(record.notDuplicateOf ?? [], of, verdict === 'different', resolve)
  const isSame =
    possible === record.possibleDuplicateOf && not.length === (record.notDuplicateOf?.length ?? 0)
  if (isSame) return record
  const { notDuplicateOf: _before, ...rest } = record
  return { ...rest, possibleDuplicateOf: possible, ...(not.length === 0 ? {} : { notDuplicateOf: not }) }
}

function placed(list: string[], id: string, isIn: boolean, resolve: Resolve): string[] {
  if (names(list, id, resolve) === isIn) return list
  return isIn ? [...list, id] : list.filter((each) => !names([each], id, resolve))
}
