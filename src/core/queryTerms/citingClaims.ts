/** Claims by what they cite, and the records that such claims are about. Worked out when first asked for, once a query. */
import type { Claim } from '../claim.ts'
import { aboutIds, fieldsOf, type Query, type QueryLog } from './queryWorld.ts'

/** Ids of the claims that have evidence for or against them from an item that the condition names. */
export function claimsCiting(log: QueryLog, isItem: (id: string) => boolean): () => ReadonlySet<string> {
  return once(() => {
    const citing = new Set<string>()
    for (const claim of log.claims.all()) if (citedIds(claim).some(isItem)) citing.add(claim.id)
    return citing
  })
}

/** Ids of the items that a claim cites. */
export const citedIds = ({
  evidenceFor,
  evidenceAgainst,
}: Pick<Claim, 'evidenceFor' | 'evidenceAgainst'>): readonly string[] =>
  [...evidenceFor, ...evidenceAgainst].map(({ item }) => item)

/** Is a record one of these claims, or is one of them about it? */
export function withTheirSubjects(log: QueryLog, claims: () => ReadonlySet<string>): Query {
  const subjects = once(() => {
    const ids = new Set<string>()
    for (const claim of log.claims.all())
      if (claims().has(claim.id)) for (const id of aboutIds(claim)) ids.add(id)
    return ids
  })
  return (record) => {
    const { id, claims: listed = [] } = fieldsOf(record)
    return claims().has(id) || subjects().has(id) || listed.some((claim) => claims().has(claim))
  }
}

/** The value, made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
