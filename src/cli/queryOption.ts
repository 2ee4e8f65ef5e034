/** `--where QUERY`: read before the log is opened, so that what cannot be read costs no passphrase, and again over the log. */
import type { Log } from '../core/log.ts'
import { parseQuery } from '../core/query.ts'
import { queryNeeds } from '../core/queryTerms/queryNeeds.ts'
import type { QueriedCollection, Query, QueryError, QueryWorld } from '../core/queryTerms/queryWorld.ts'
import { mergeVocabulary } from '../core/terms.ts'
import { loadGazetteer } from '../shared/shippedPlaces.ts'
import { SHIPPED_VOCABULARIES } from '../shared/shippedVocabularies.ts'
import { type CliFailure, usage } from './exit.ts'

/** Throws a usage failure for text that is no query, as does the function it answers for what the log does not know. */
export async function queryOption(text = ''): Promise<(log: Log) => Query> {
  const read = parseQuery(text)
  if (!read.ok) throw unreadable(read.error)
  const places = queryNeeds(text).places ? await loadGazetteer() : null
  return (log) => {
    const violations = mergeVocabulary(SHIPPED_VOCABULARIES['violation-types'], 'violation-types', log.terms)
    const world: QueryWorld = {
      places: places?.withOwn(log.places) ?? null,
      violations: violations.terms,
      log: {
        incidents: collection(log.incidents),
        claims: collection(log.claims),
        actions: collection(log.actions),
        sources: collection(log.sources),
        sourceItems: collection(log.sourceItems),
      },
    }
    const query = parseQuery(text, undefined, world)
    if (!query.ok) throw unreadable(query.error)
    return query.value
  }
}

function collection<R>(records: Readonly<Record<string, R>>): QueriedCollection<R> {
  return {
    all: () => Object.values(records),
    get: (id) => (Object.hasOwn(records, id) ? records[id] : undefined),
  }
}

const WHAT_TO_DO: Readonly<Partial<Record<QueryError['code'], string>>> = {
  'query/unknown-key': 'Keys are status, when, tag, label, place, violation, source and has.',
  'query/place-unknown': 'No place is called so; a code such as RU-CE, or a name, is looked for.',
  'query/violation-unknown': 'No violation type is called so; a code such as 0301, or a name, is looked for.',
  'query/source-unknown': 'No source has that in its name, and nothing has that id.',
  'query/box-unreadable':
    'box: takes four numbers of degrees, west, south, east, north: box:36.1,43,46.9,44.2.',
  'query/has-unknown': 'has: takes actions, claims, coordinates, evidence, remarks, sources and tags.',
}

function unreadable({ code, text }: QueryError): CliFailure {
  return usage(code, ['The query cannot be read at "', text, '". ', WHAT_TO_DO[code] ?? ''].join('').trim())
}
