/**
 * `npm run bench -- search`: the search over everything against SQLite's FTS5, on the same texts and the same words
 * typed: processor time until the index is there, time until the first fifty hits, until all hits.
 */
import { SearchIndex } from '../src/core/search/SearchIndex.ts'
import { searchWords } from '../src/core/search/searchWords.ts'
import { loadSqlite, SQLITE_PACKAGE } from './engines/sqlite.ts'
import { type Measurement, type Row, toRows } from './measurement.ts'
import { makeSearchDocs, makeSearches, type SearchDoc } from './searchDocs.ts'
import { type SizeOptions, sizeOptions } from './sizeOptions.ts'

export const SEARCH_USAGE = 'npm run bench -- search [--n 100000] [--quick] [--json]'

const SEARCHES = 60
const FIRST = 50
const SAVES = 50
/** Each search is asked so often, and the fastest counts: what else the machine does is not of the search. */
const TRIES = 3
/** Texts are read in portions between which others have their turn. */
const PORTION = 500

/** Numbers of incidents; there are three source items for each. */
export const parseSearchOptions = sizeOptions({ usual: '100000', least: 10, most: 200_000 })

type Searcher = (typed: string, most: number | null) => number
interface Built {
  readonly search: Searcher
  readonly buildMs: number
}

/** Measures all sizes; `tell` hears how far it is. */
export function runSearchBench(options: SizeOptions, tell: (line: string) => void): readonly Row[] {
  const measured = options.sizes.flatMap((n) => measure(n, options.quick ? 8 : SEARCHES, tell))
  return toRows(measured)
}

function measure(n: number, count: number, tell: (line: string) => void): Measurement[] {
  tell(`n=${n}: making up ${n} incidents and ${n * 3} source items`)
  const docs = makeSearchDocs(n)
  const searches = makeSearches(docs, count)
  const samples = new Map<string, number[]>()
  const note = (engine: string, metric: string, value: number) => {
    const key = `${engine} ${metric}`
    samples.set(key, [...(samples.get(key) ?? []), value])
  }
  const index = new SearchIndex()
  tell(`n=${n}: building the indexes`)
  const rivals = buildRivals(docs)
  if (rivals.size === 0) tell('SQLite is not compiled (npm run bench -- install): its rows are absent')
  const buffers = process.memoryUsage().arrayBuffers
  const engines = new Map<string, Built>([...rivals, ['daybook', buildOwn(index, docs)]])
  note('daybook', 'search-index-bytes', process.memoryUsage().arrayBuffers - buffers)
  for (const [engine, { buildMs }] of engines) note(engine, 'search-index', buildMs)
  tell(`n=${n}: searching`)
  let hits = 0
  for (const typed of searches) {
    for (const [engine, { search }] of engines) {
      for (const [metric, most] of [['search-first', FIRST] as const, ['search-all', null] as const]) {
        let found = 0
        const took = Array.from({ length: TRIES }, () => {
          const start = performance.now()
          found = search(typed, most)
          return performance.now() - start
        })
        note(engine, metric, Math.min(...took))
        if (engine === 'daybook' && most === null) hits += found
      }
    }
  }
  for (const doc of docs.slice(0, SAVES)) {
    const start = performance.now()
    index.remove(0)
    index.add(doc.title, doc.body)
    index.search(doc.title)
    note('daybook', 'search-after-save', performance.now() - start)
  }
  tell(`n=${n}: ${Math.round(hits / searches.length)} hits for each search on average`)
  return [...samples].map(([key, values]) => {
    const [engine = '', metric = ''] = key.split(' ')
    return { engine, n, metric, values }
  })
}

/** Time of the processor: what else the machine does meanwhile does not count. All of the work is of one thread. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function buildOwn(index: SearchIndex, docs: readonly SearchDoc[]): Built {
  const start = processorMs()
  for (let from = 0; from < docs.length; from += PORTION)
    for (const { title, body } of docs.slice(from, from + PORTION)) index.add(title, body)
  index.settle()
  const buildMs = processorMs() - start
  return {
    buildMs,
    search: (typed, most) => {
      const found = index.search(typed)
      return Array.from(most === null ? found : found.subarray(0, most)).length
    },
  }
}

/** In memory and without the texts, which is the least work for it; once with an index of beginnings. */
function buildRivals(docs: readonly SearchDoc[]): ReadonlyMap<string, Built> {
  const Database = loadSqlite(SQLITE_PACKAGE, import.meta.dirname)
  const built = new Map<string, Built>()
  if (Database === null) return built
  for (const [engine, more] of [['fts5', ''] as const, ['fts5-prefix', ", prefix='2 3'"] as const]) {
    const database = new Database(':memory:')
    const start = processorMs()
    database.exec(
      `CREATE VIRTUAL TABLE texts USING fts5(title, body, content='', tokenize="unicode61 remove_diacritics 2"${more})`,
    )
    const insert = database.prepare('INSERT INTO texts(rowid, title, body) VALUES (?, ?, ?)')
    database.transaction(() => {
      for (const [doc, { title, body }] of docs.entries()) insert.run(doc + 1, title, body)
    })()
    const buildMs = processorMs() - start
    const sql = 'SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 10, 1)'
    const all = database.prepare(sql).pluck()
    const first = database.prepare(`${sql} LIMIT ${FIRST}`).pluck()
    const anyOrder = database.prepare('SELECT rowid FROM texts WHERE texts MATCH ?').pluck()
    const query = (typed: string) =>
      searchWords(typed)
        .map((word) => `"${word}"*`)
        .join(' ')
    built.set(engine, {
      buildMs,
      search: (typed, most) => (most === null ? all : first).all(query(typed)).length,
    })
    built.set(`${engine}-unranked`, {
      buildMs,
      search: (typed, most) => anyOrder.all(query(typed)).slice(0, most ?? undefined).length,
    })
  }
  return built
}
