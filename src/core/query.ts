/**
 * The query language of the command line and the search field (cli.md): words and "phrases", `status:a,b`,
 * `when:2017-02..2017-04` (overlap), `tag:x`, `label:RED`, `place:RU-CE`, `violation:0301`, `source:NAME`,
 * `has:evidence`, `box:36.1,43,46.9,44.2` (degrees west, south, east, north); `-` negates, blank is and, `OR`, brackets. Several values of a key: any of them.
 */

import type { DaySpan } from './edtfDays.ts'
import { edtfSpan, spansOverlap } from './edtfSpan.ts'
import { foldText } from './foldText.ts'
import { boxTerm } from './queryTerms/boxTerm.ts'
import { hasTerm } from './queryTerms/hasTerm.ts'
import { placeTerm } from './queryTerms/placeTerm.ts'
import { type Fail, NO_WORLD, type Query, type QueryError, type QueryWorld } from './queryTerms/queryWorld.ts'
import { sourceTerm } from './queryTerms/sourceTerm.ts'
import { violationTerm } from './queryTerms/violationTerm.ts'
import { KINDS, SCHEMAS } from './records.ts'
import { err, ok, type Result } from './result.ts'
import { walkFields } from './schemaWalk.ts'
import { readTypedDate } from './typedDate.ts'

/** Makes the condition that the texts of a record hold these words, which are folded. */
export type HoldsWords = (folded: string) => Query
const EVERYTHING: Query = () => true

const VALUE = /"[^"]*"|[^\s()",]+/u.source
const TOKEN = new RegExp(
  String.raw`-?\(|\)|-?[a-z]+:(?:,|${VALUE})(?:,|(?<=,)(?:${VALUE}))*|-?"[^"]*"|[^\s()]+`,
  'gu',
)

/**
 * A predicate over records. Blank text matches everything.
 * @param holds looks for words elsewhere than in the record itself.
 * @param world what the record hangs together with; without it nothing is found by it.
 */
export function parseQuery(
  text: string,
  holds: HoldsWords = inRecord,
  world: QueryWorld = NO_WORLD,
): Result<Query, QueryError> {
  const tokens = text.match(TOKEN) ?? []
  let at = 0
  const fail: Fail = (code, token) => {
    throw new QueryFailure({ code, text: token })
  }
  const either = (): Query => {
    const options = [both()]
    while (tokens[at] === 'OR') {
      at += 1
      options.push(both())
    }
    // Nothing on one side of OR, or in brackets, would match everything and release it.
    if (tokens.length > 0 && options.some((option) => option === EVERYTHING)) fail('query/empty-value', 'OR')
    return (record) => options.some((option) => option(record))
  }
  const both = (): Query => {
    const parts: Query[] = []
    while (at < tokens.length && tokens[at] !== ')' && tokens[at] !== 'OR') parts.push(one())
    return parts.length === 0 ? EVERYTHING : (record) => parts.every((part) => part(record))
  }
  const one = (): Query => {
    const token = tokens[at] ?? ''
    at += 1
    if (token === '(' || token === '-(') {
      const inner = either()
      if (tokens[at] !== ')') fail('query/bracket-missing', token)
      at += 1
      return token === '(' ? inner : (record) => !inner(record)
    }
    if (token.startsWith('-') && token.length > 1) {
      const inner = term(token.slice(1), fail, holds, world)
      return (record) => !inner(record)
    }
    return term(token, fail, holds, world)
  }
  try {
    const query = either()
    if (at < tokens.length) fail('query/bracket-missing', tokens[at] ?? '')
    return ok(query)
  } catch (error) {
    if (error instanceof QueryFailure) return err(error.detail)
    throw error
  }
}

class QueryFailure extends Error {
  readonly detail: QueryError
  constructor(detail: QueryError) {
    super(detail.code)
    this.detail = detail
  }
}

const unquote = (text: string): string => text.replaceAll('"', '')

/** Values of a key: a comma parts them, but for one inside quotes. */
function valuesOf(typed: string): readonly string[] {
  const values = typed.match(/(?:"[^"]*"|[^",])+/gu) ?? []
  return values.map((value) => unquote(value).trim()).filter((value) => value !== '')
}

function term(token: string, fail: Fail, holds: HoldsWords, world: QueryWorld): Query {
  const match = /^([a-z]+):(.+)$/u.exec(token)
  if (!match) return holds(foldText(unquote(token)))
  const value = unquote(match[2] ?? '')
  const values = valuesOf(match[2] ?? '')
  if (values.length === 0) fail('query/empty-value', token)
  switch (match[1]) {
    case 'status':
      return (record) =>
        'status' in record && record.status !== undefined && values.includes(String(record.status))
    case 'tag': {
      const folded = values.map(foldText)
      return (record) => record.tags.some((tag) => folded.includes(foldText(tag)))
    }
    case 'label': {
      const labels = values.map((label) => label.toUpperCase())
      return (record) => labels.includes(record.confidentiality)
    }
    case 'when':
      return overlaps(whenSpan(value) ?? fail('query/date-unreadable', token))
    case 'place':
      return placeTerm(values, world, fail)
    case 'box':
      return boxTerm(values, world, fail)
    case 'violation':
      return violationTerm(values, world, fail)
    case 'source':
      return sourceTerm(values, world, fail)
    case 'has':
      return hasTerm(values, world, fail)
    default:
      return fail('query/unknown-key', token)
  }
}

/** `2017-02..2017-04`, any EDTF text, or a date as it is typed: `when:"early April 2017"`. Null when it is none. */
export function whenSpan(value: string): DaySpan | null {
  const dots = value.indexOf('..')
  if (dots < 0 || value.includes('/')) return typedSpan(value)
  const from = value.slice(0, dots)
  const to = value.slice(dots + 2)
  return typedSpan(`${from === '' ? '..' : from}/${to === '' ? '..' : to}`)
}

function typedSpan(value: string): DaySpan | null {
  const typed = readTypedDate(value)
  return edtfSpan(typed.ok ? typed.value.edtf : value)
}

const DATE_FIELDS = ['when', 'madeOn', 'publishedAt', 'date', 'checkedOn'] as const

function overlaps(span: DaySpan): Query {
  // Many records are of one day: each date is read once.
  const answers = new Map<string, boolean>()
  const doesOverlap = (date: string): boolean => {
    const own = edtfSpan(date)
    const answer = own !== null && spansOverlap(own, span)
    answers.set(date, answer)
    return answer
  }
  return (record) =>
    DATE_FIELDS.some((field) => {
      const value = (record as Partial<Record<(typeof DATE_FIELDS)[number], unknown>>)[field]
      return typeof value === 'string' && (answers.get(value) ?? doesOverlap(value))
    })
}

const inRecord: HoldsWords = (folded) => (record) => searchText(record).includes(folded)

/** Folded text a record is found by. Locked fields of persons are left out: a search must not reveal them. */
export function searchText(record: object): string {
  const before = searchTexts.get(record)
  if (before !== undefined) return before
  const text = foldText(partsOf(record).join('\n'))
  searchTexts.set(record, text)
  return text
}

/** Records are replaced, never changed, so a text holds as long as its record. */
const searchTexts = new WeakMap<object, string>()

/** All texts of a record that a query looks into; locked fields are left out. */
export function partsOf(record: object): readonly string[] {
  const found: string[] = []
  const walk = (value: unknown, key: string): void => {
    if (LOCKED.has(key)) return
    if (typeof value === 'string') found.push(value)
    else if (Array.isArray(value)) for (const each of value) walk(each, key)
    else if (value !== null && typeof value === 'object')
      for (const [k, v] of Object.entries(value)) walk(v, k)
  }
  walk(record, '')
  return found
}

/** Set by Daybook itself: words that nobody wrote. */
const OWN_FIELDS = ['createdAt', 'updatedAt', 'seed'] as const

/** Names of the fields that no search looks into, at whatever depth: the schemas say which are locked. */
const LOCKED: ReadonlySet<string> = new Set([
  ...OWN_FIELDS,
  ...KINDS.flatMap((kind) =>
    walkFields(SCHEMAS[kind]).flatMap(({ path, meta }) => (meta.locked === true ? path.slice(-1) : [])),
  ),
])
