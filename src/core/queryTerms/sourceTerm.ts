/** `source:NAME`: what comes from a source, and what claims that cite it are about. Also by the id of a source or an item. */
import { foldText } from '../foldText.ts'
import { claimsCiting, withTheirSubjects } from './citingClaims.ts'
import { type Fail, fieldsOf, type Query, type QueryLog, type QueryWorld } from './queryWorld.ts'

/** Shorter beginnings of ids might be words. */
const SHORTEST_ID = 6

/** @param values part of a name, or an id or its beginning. */
export function sourceTerm(values: readonly string[], { log }: QueryWorld, fail: Fail): Query {
  if (log === null) return () => false
  const sources = new Set<string>()
  const items = new Set<string>()
  for (const value of values) {
    const named = sourcesNamed(value, log)
    for (const id of named) sources.add(id)
    const isItem = log.sourceItems.get(value) !== undefined
    if (isItem) items.add(value)
    if (named.length === 0 && !isItem) fail('query/source-unknown', value)
  }
  const claims = claimsCiting(
    log,
    (id) => items.has(id) || sources.has(log.sourceItems.get(id)?.source ?? ''),
  )
  const isLinked = withTheirSubjects(log, claims)
  return (record) => {
    const { id, source } = fieldsOf(record)
    return (
      sources.has(id) || items.has(id) || (source !== undefined && sources.has(source)) || isLinked(record)
    )
  }
}

function sourcesNamed(value: string, log: QueryLog): readonly string[] {
  const folded = foldText(value)
  const isNamed = (id: string, name: string) =>
    foldText(name).includes(folded) || (value.length >= SHORTEST_ID && id.startsWith(value))
  return log.sources
    .all()
    .filter(({ id, name }) => isNamed(id, name))
    .map(({ id }) => id)
}
