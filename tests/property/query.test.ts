/** The query language against its plainest reading; and the window, over its rows, against the command line. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CliFailure } from '../../src/cli/exit.ts'
import { queryOption } from '../../src/cli/queryOption.ts'
import { foldText } from '../../src/core/foldText.ts'
import type { Log } from '../../src/core/log.ts'
import { type HoldsWords, parseQuery, searchText } from '../../src/core/query.ts'
import { recordTexts } from '../../src/core/search/recordTexts.ts'
import { queriedText } from '../../src/core/search/toldTexts.ts'
import { viewOfLog } from '../../src/main/logPatch.ts'
import { queryLogOf } from '../../src/renderer/table/useQueryWorld.ts'
import { isRowKind } from '../../src/shared/ipc/rows.ts'
import { loadGazetteer } from '../../src/shared/shippedPlaces.ts'
import { SHIPPED_VOCABULARIES } from '../../src/shared/shippedVocabularies.ts'
import {
  naiveMatch,
  QUERIED_KINDS,
  type QueriedKind,
  queryLogArb,
  queryTreeArb,
  typedQuery,
} from '../support/queryLogs.ts'

const gazetteer = await loadGazetteer()

/** Ids by kind that the command line lists, or that it does not know something. */
async function listed(log: Log, text: string): Promise<Record<string, string[]> | string> {
  try {
    const query = (await queryOption(text))(log)
    return byKind((kind) =>
      Object.values(log[kind])
        .filter(query)
        .map(({ id }) => id),
    )
  } catch (error) {
    if (error instanceof CliFailure) return error.code
    throw error
  }
}

/** The same of the tables of the window: rows, and words by whole texts as its search thread has them. */
function shown(log: Log, text: string): Record<string, string[]> | string {
  const view = viewOfLog(log)
  const world = {
    log: queryLogOf(view),
    places: gazetteer,
    violations: SHIPPED_VOCABULARIES['violation-types'].terms,
  }
  let error = ''
  const ids = byKind((kind) => {
    const holds: HoldsWords = (folded) => (record) =>
      isRowKind(kind)
        ? foldText(queriedText(recordTexts(kind, log[kind][record.id] ?? {}))).includes(folded)
        : searchText(record).includes(folded)
    const query = parseQuery(text, holds, world)
    if (!query.ok) error = query.error.code
    return query.ok
      ? Object.values(view[kind])
          .filter((row) => query.value(row as never))
          .map(({ id }) => id)
      : []
  })
  return error === '' ? ids : error
}

const byKind = (ids: (kind: QueriedKind) => string[]): Record<string, string[]> =>
  Object.fromEntries(QUERIED_KINDS.map((kind) => [kind, ids(kind)]))

test('a query finds what its plainest reading finds, in the command line and in the window', async () => {
  await fc.assert(
    fc.asyncProperty(queryLogArb, queryTreeArb, async (log, tree) => {
      const text = typedQuery(tree)
      const found = await listed(log, text)
      expect([text, shown(log, text)]).toEqual([text, found])
      // No source of this log is called so.
      if (found === 'query/source-unknown') return
      const naive = byKind((kind) => Object.keys(log[kind]).filter((id) => naiveMatch(tree, log, kind, id)))
      expect([text, found]).toEqual([text, naive])
    }),
    { numRuns: 400 },
  )
})
