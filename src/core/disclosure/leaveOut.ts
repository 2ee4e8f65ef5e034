/**
 * Takes incidents out of the rows of a brief with all that speaks of them alone: a claim or a request about nothing
 * else, a source cited or a person
 * named for nothing else. What stays loses its links to them.
 */
import type { BriefRows } from '../redaction/rows/collectRows.ts'

export interface LeftOut {
  readonly rows: BriefRows
  /** Claims and actions that went because all they were about went. */
  readonly unlinked: number
}

export function leaveOut(rows: BriefRows, gone: ReadonlySet<string>): LeftOut {
  if (gone.size === 0) return { rows, unlinked: 0 }
  const claims = withoutLinks(rows.claims, gone)
  const goneClaims = new Set(gone)
  const keptClaims = new Set(claims.map(({ id }) => id))
  for (const { id } of rows.claims) if (!keptClaims.has(id)) goneClaims.add(id)
  const actions = withoutLinks(rows.actions, goneClaims)
  const cited = new Set(claims.flatMap(({ sources }) => sources))
  const incidents = rows.incidents.filter(({ id }) => !gone.has(id))
  const named = new Set([...incidents, ...claims].flatMap(({ people }) => people))
  return {
    rows: {
      ...rows,
      incidents: incidents.map((incident) => ({
        ...incident,
        claims: incident.claims.filter((id) => keptClaims.has(id)),
      })),
      claims,
      people: rows.people.filter(({ id }) => named.has(id)),
      sources: rows.sources.filter(({ id }) => cited.has(id)),
      actions,
    },
    unlinked: rows.claims.length - claims.length + rows.actions.length - actions.length,
  }
}

/** Rows that were about nothing stay; rows that are about nothing any more go. */
function withoutLinks<R extends { readonly about: string[] }>(
  rows: readonly R[],
  gone: ReadonlySet<string>,
): R[] {
  return rows.flatMap((row) => {
    const about = row.about.filter((id) => !gone.has(id))
    if (about.length === row.about.length) return [row]
    return about.length === 0 ? [] : [{ ...row, about }]
  })
}
