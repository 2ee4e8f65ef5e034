/** `has:evidence`, `has:remarks`: records that have something of a kind. */
import { citedIds, claimsCiting, once, withTheirSubjects } from './citingClaims.ts'
import { aboutIds, type Fail, fieldsOf, type Query, type QueryLog, type QueryWorld } from './queryWorld.ts'

/** What can be asked for. */
export const HAD = ['actions', 'claims', 'coordinates', 'evidence', 'remarks', 'sources', 'tags'] as const
type Had = (typeof HAD)[number]

/** @param values of {@link HAD}; any of them is enough. */
export function hasTerm(values: readonly string[], world: QueryWorld, fail: Fail): Query {
  const asked = values.map((value) => {
    const had = HAD.find((each) => each === value.toLowerCase())
    return having(had ?? fail('query/has-unknown', value), world)
  })
  return (record) => asked.some((has) => has(record))
}

function having(had: Had, world: QueryWorld): Query {
  switch (had) {
    case 'tags':
      return ({ tags }) => tags.length > 0
    case 'coordinates':
      return (record) => fieldsOf(record).where?.lat !== undefined
    case 'remarks':
      return hasRemarks
    case 'actions':
      return fromLog(world, hasActions)
    case 'claims':
      return fromLog(world, hasClaims)
    case 'evidence':
      return fromLog(world, hasEvidence)
    case 'sources':
      return fromLog(world, hasSources)
  }
}

const fromLog = ({ log }: QueryWorld, has: (log: QueryLog) => Query): Query =>
  log === null ? () => false : has(log)

const hasRemarks: Query = (record) => {
  const { remarks = '', hasRemarks: isNoted = false, codeName } = fieldsOf(record)
  // What is remarked of a person is shown on a click alone: a search must not tell of it.
  return codeName === undefined && (isNoted || remarks.trim() !== '')
}

function hasActions(log: QueryLog): Query {
  const subjects = once(() => new Set(log.actions.all().flatMap(aboutIds)))
  return ({ id }) => subjects().has(id)
}

/** Claims are about it or cite it; of a source, or one of its items. */
function hasClaims(log: QueryLog): Query {
  const subjects = once(() => {
    const ids = new Set<string>()
    for (const claim of log.claims.all()) {
      for (const id of aboutIds(claim)) ids.add(id)
      for (const id of citedIds(claim)) {
        ids.add(id)
        ids.add(log.sourceItems.get(id)?.source ?? id)
      }
    }
    return ids
  })
  return (record) => {
    const { id, claims = [] } = fieldsOf(record)
    return subjects().has(id) || claims.some((claim) => log.claims.get(claim) !== undefined)
  }
}

/** A claim cites something, an item has a file; anything else has claims that do. */
function hasEvidence(log: QueryLog): Query {
  const isLinked = withTheirSubjects(
    log,
    claimsCiting(log, () => true),
  )
  return (record) => (fieldsOf(record).evidence ?? []).length > 0 || isLinked(record)
}

/** It comes from a source that the log has, or has claims that go back to one. */
function hasSources(log: QueryLog): Query {
  const isFromSource = (source: string | undefined) =>
    source !== undefined && log.sources.get(source) !== undefined
  const isLinked = withTheirSubjects(
    log,
    claimsCiting(log, (id) => isFromSource(log.sourceItems.get(id)?.source)),
  )
  return (record) => isFromSource(fieldsOf(record).source) || isLinked(record)
}
