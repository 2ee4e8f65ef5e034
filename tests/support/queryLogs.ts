/** Small logs whose records hang together in every way that queries ask for, and queries over them with what they mean. */
import fc from 'fast-check'
import { emptyLog, type Log } from '../../src/core/log.ts'
import { type AnyRecord, completeRecord, type Kind, SCHEMAS } from '../../src/core/records.ts'

const NOW = '2026-02-03T09:00:00Z'

/** Places as they are typed, and what of {@link PLACE_VALUES} they answer to. */
const PLACES: readonly (readonly [where: object, answers: readonly string[]])[] = [
  [{ country: 'RU', admin1: 'Chechnya' }, ['chechnya', 'russia', 'europe']],
  [{ admin1: 'Чеченская Республика' }, ['chechnya', 'russia', 'europe']],
  [{ country: 'RU', admin1: 'Daghestan' }, ['russia', 'europe']],
  [{ country: 'RU', lat: 43.3, lon: 45.7 }, ['russia', 'europe']],
  [{ country: 'SY', admin1: 'محافظة إدلب' }, ['idlib', 'syria']],
  [{ country: 'SY', admin1: 'nobody knows' }, ['syria']],
  [{ text: 'near Grozny' }, []],
]
/** How the places are asked for. */
const PLACE_VALUES: readonly (readonly [typed: string, means: string])[] = [
  ['RU-CE', 'chechnya'],
  ['Чечня', 'chechnya'],
  ['"Chechen Republic"', 'chechnya'],
  ['ru', 'russia'],
  ['Rusia', 'russia'],
  ['150', 'europe'],
  ['SY-ID', 'idlib'],
  ['سوريا', 'syria'],
  ['"Syrie"', 'syria'],
]
const VIOLATIONS = ['030101000000', '030103000000', '020111110000', '010101020000', 'local:forced-outing']
/** How violations are asked for, and the codes that answer. */
const VIOLATION_VALUES: readonly (readonly [typed: string, means: readonly string[]])[] = [
  ['0301', ['030101000000', '030103000000']],
  ['030000000000', ['030101000000', '030103000000']],
  ['030103', ['030103000000']],
  ['02', ['020111110000']],
  ['local:forced-outing', ['local:forced-outing']],
  ['Torture', ['020111110000']],
  ['"Внесудебная казнь"', ['010101020000']],
]
const SOURCE_VALUES = ['Gazette', '"The Gazette"', 'memorial', 'мемориал', 'source-1', 'item-0'] as const
const SOURCE_NAMES = ['The Gazette', 'Мемориал', 'Memorial, the archive']
const COUNT = 3
const idsOf = (kind: string, count = COUNT) => Array.from({ length: count }, (_, index) => `${kind}-${index}`)
const some = (ids: readonly string[]) => fc.subarray([...ids], { maxLength: 2 })

const shared = {
  tags: fc.subarray(['done', 'Spring 2017'], { maxLength: 1 }),
  confidentiality: fc.constantFrom('RED', 'AMBER', 'CLEAR'),
  remarks: fc.constantFrom(undefined, ' ', 'Seen twice.'),
}
const FIELDS: Readonly<Partial<Record<Kind, fc.Arbitrary<object>>>> = {
  incidents: fc.record({
    ...shared,
    title: fc.constantFrom('An illegal prison', 'A road block', 'Тюрьма'),
    summary: fc.constantFrom('', 'Men were held near the mill.'),
    when: fc.constantFrom('2017-02/2017-04', '2017', '2018-05-06'),
    where: fc.constantFrom(...PLACES.map(([where]) => where)),
    violationTypes: some(VIOLATIONS),
    acts: some(VIOLATIONS).map((acts) => acts.map((act) => ({ act }))),
    status: fc.constantFrom('likely', 'possible', 'unknown'),
    claims: some(idsOf('claim')),
  }),
  sources: fc.record({
    ...shared,
    name: fc.constantFrom(...SOURCE_NAMES),
    kind: fc.constant('media'),
    reliability: fc.constant('F'),
  }),
  sourceItems: fc.record({
    ...shared,
    title: fc.constantFrom('A report', 'A letter'),
    itemType: fc.constant('report'),
    source: fc.constantFrom(...idsOf('source'), 'source-gone'),
    accessedAt: fc.constant('2018-01-01'),
    evidence: fc.constantFrom([], ['evidence-0']),
  }),
  claims: fc.record({
    ...shared,
    statement: fc.constantFrom('They were held.', 'It is new.'),
    kind: fc.constant('event'),
    status: fc.constantFrom('rumour', 'contested', 'established'),
    credibility: fc.constant(6),
    about: some([...idsOf('incident'), ...idsOf('source', 1)]),
    evidenceFor: some([...idsOf('item'), 'item-gone']),
    evidenceAgainst: some(idsOf('item')),
  }),
  actions: fc.record({
    ...shared,
    what: fc.constant('petition'),
    addressedTo: fc.constant('The ministry'),
    about: some([...idsOf('incident'), ...idsOf('claim')]),
  }),
}
const PREFIX = {
  incidents: 'incident',
  sources: 'source',
  sourceItems: 'item',
  claims: 'claim',
  actions: 'action',
}
export const QUERIED_KINDS = ['incidents', 'sources', 'sourceItems', 'claims', 'actions'] as const
export type QueriedKind = (typeof QUERIED_KINDS)[number]

/** A log of three records of each of {@link QUERIED_KINDS}. */
export const queryLogArb: fc.Arbitrary<Log> = fc
  .tuple(
    ...QUERIED_KINDS.map((kind) =>
      fc
        .array(FIELDS[kind] ?? fc.constant({}), { minLength: COUNT, maxLength: COUNT })
        .map((all) =>
          all.map((fields, index) => recordOf(kind, { ...fields, id: `${PREFIX[kind]}-${index}` })),
        ),
    ),
  )
  .map((lists) => ({
    ...emptyLog(NOW),
    ...Object.fromEntries(
      lists.map((records, at) => [
        QUERIED_KINDS[at] ?? '',
        Object.fromEntries(records.map((record) => [record.id, record])),
      ]),
    ),
  }))

function recordOf(kind: QueriedKind, fields: Readonly<Record<string, unknown>>): AnyRecord {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return SCHEMAS[kind].parse(completeRecord(said, { id: 'unused', now: NOW }))
}

/** A query as a tree: what it says, and what it means by the plainest reading. */
export type QueryTree =
  | { readonly is: 'term'; readonly typed: string; readonly holds: NaiveTerm }
  | { readonly is: 'not'; readonly of: QueryTree }
  | { readonly is: 'and' | 'or'; readonly all: readonly QueryTree[] }
type NaiveTerm = (log: Log, kind: QueriedKind, id: string) => boolean

const record = (log: Log, kind: QueriedKind, id: string): AnyRecord => {
  const found = log[kind][id]
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const isText = (value: unknown, text: string): boolean =>
  typeof value === 'string'
    ? value.toLowerCase().includes(text)
    : typeof value === 'object' && value !== null && Object.values(value).some((each) => isText(each, text))

/** Claims about a record: it says so, or an incident lists it. */
const claimsAbout = (log: Log, id: string) =>
  Object.values(log.claims).filter(
    (claim) => claim.about.some((each) => each.id === id) || log.incidents[id]?.claims.includes(claim.id),
  )
const cited = (log: Log, claimId: string) =>
  [...(log.claims[claimId]?.evidenceFor ?? []), ...(log.claims[claimId]?.evidenceAgainst ?? [])].map(
    ({ item }) => item,
  )
/** The incidents that a record answers for: itself, or what it is about. */
function incidentsOf(log: Log, kind: QueriedKind, id: string): readonly string[] {
  if (kind === 'incidents') return [id]
  if (kind === 'claims')
    return Object.keys(log.incidents).filter((each) =>
      claimsAbout(log, each).some((claim) => claim.id === id),
    )
  if (kind !== 'actions') return []
  const about = log.actions[id]?.about ?? []
  return about.flatMap((each) => (each.startsWith('incident') ? [each] : incidentsOf(log, 'claims', each)))
}
const ofIncident =
  (holds: (log: Log, incident: string) => boolean): NaiveTerm =>
  (log, kind, id) =>
    incidentsOf(log, kind, id).some(
      (incident) => log.incidents[incident] !== undefined && holds(log, incident),
    )
const sourcesNamed = (log: Log, typed: string) =>
  Object.values(log.sources)
    .filter(({ id, name }) => id === typed || name.toLowerCase().includes(typed.toLowerCase()))
    .map(({ id }) => id)

/** A record, or claims about it, that fulfil the condition. */
const itselfOrClaims =
  (itself: NaiveTerm, ofClaim: (log: Log, claim: string) => boolean): NaiveTerm =>
  (log, kind, id) =>
    itself(log, kind, id) ||
    (kind === 'claims' && ofClaim(log, id)) ||
    claimsAbout(log, id).some((claim) => ofClaim(log, claim.id))

function sourceMeans(typed: string): NaiveTerm {
  const value = typed.replaceAll('"', '')
  const isItem = (log: Log, item: string) =>
    item === value || sourcesNamed(log, value).includes(log.sourceItems[item]?.source ?? '')
  return itselfOrClaims(
    (log, kind, id) =>
      (kind === 'sources' && sourcesNamed(log, value).includes(id)) ||
      (kind === 'sourceItems' && isItem(log, id)),
    (log, claim) => cited(log, claim).some((item) => isItem(log, item)),
  )
}
const hasSource = (log: Log, item: string) => log.sources[log.sourceItems[item]?.source ?? ''] !== undefined

const HAS: Readonly<Record<string, NaiveTerm>> = {
  tags: (log, kind, id) => record(log, kind, id).tags.length > 0,
  remarks: (log, kind, id) => (record(log, kind, id).remarks ?? '').trim() !== '',
  coordinates: (log, kind, id) => kind === 'incidents' && log.incidents[id]?.where.lat !== undefined,
  actions: (log, _kind, id) => Object.values(log.actions).some(({ about }) => about.includes(id)),
  claims: (log, kind, id) =>
    claimsAbout(log, id).length > 0 ||
    Object.keys(log.claims).some((claim) =>
      cited(log, claim).some((item) =>
        kind === 'sources' ? log.sourceItems[item]?.source === id : kind === 'sourceItems' && item === id,
      ),
    ),
  evidence: itselfOrClaims(
    (log, kind, id) => kind === 'sourceItems' && log.sourceItems[id]?.evidence.length !== 0,
    (log, claim) => cited(log, claim).length > 0,
  ),
  sources: itselfOrClaims(
    (log, kind, id) => kind === 'sourceItems' && hasSource(log, id),
    (log, claim) => cited(log, claim).some((item) => hasSource(log, item)),
  ),
}

const term = (typed: string, holds: NaiveTerm): QueryTree => ({ is: 'term', typed, holds })
const anyOf = <T>(all: readonly T[]) => fc.subarray([...all], { minLength: 1, maxLength: 2 })
/** One key with one value or several. */
const keyed = <T extends readonly [string, unknown]>(
  key: string,
  values: readonly T[],
  means: (value: T) => NaiveTerm,
): fc.Arbitrary<QueryTree> =>
  anyOf(values).map((chosen) =>
    term(`${key}:${chosen.map(([typed]) => typed).join(',')}`, (...of) =>
      chosen.some((each) => means(each)(...of)),
    ),
  )

const termArb: fc.Arbitrary<QueryTree> = fc.oneof(
  keyed('place', PLACE_VALUES, ([, means]) =>
    ofIncident((log, incident) => {
      const where = JSON.stringify({ precision: 6, ...placeAsTyped(log, incident) })
      return PLACES.some(
        ([typed, answers]) => JSON.stringify({ precision: 6, ...typed }) === where && answers.includes(means),
      )
    }),
  ),
  keyed('violation', VIOLATION_VALUES, ([, means]) =>
    ofIncident((log, incident) => {
      const { violationTypes = [], acts = [] } = log.incidents[incident] ?? {}
      return [...violationTypes, ...acts.map(({ act }) => act)].some((code) => means.includes(code))
    }),
  ),
  keyed(
    'source',
    SOURCE_VALUES.map((typed) => [typed, typed] as const),
    ([typed]) => sourceMeans(typed),
  ),
  keyed('has', Object.entries(HAS), ([, holds]) => holds),
  keyed(
    'status',
    [
      ['rumour', 0],
      ['likely', 0],
    ],
    ([status]) =>
      (log, kind, id) => {
        const of = record(log, kind, id)
        return 'status' in of && of.status === status
      },
  ),
  keyed(
    'tag',
    [
      ['done', 'done'],
      ['"spring 2017"', 'Spring 2017'],
    ],
    ([, tag]) =>
      (log, kind, id) =>
        record(log, kind, id).tags.includes(String(tag)),
  ),
  keyed(
    'label',
    [
      ['RED', 'RED'],
      ['amber', 'AMBER'],
    ],
    ([, label]) =>
      (log, kind, id) =>
        record(log, kind, id).confidentiality === label,
  ),
  fc
    .constantFrom('prison', '"the mill"', 'held', 'ministry')
    .map((typed) => term(typed, (log, kind, id) => isText(record(log, kind, id), typed.replaceAll('"', '')))),
)

/** Fields of a place in the order in which it was typed. */
function placeAsTyped(log: Log, incident: string): object {
  const { precision: _precision, ...typed } = log.incidents[incident]?.where ?? { precision: 6 }
  const found = PLACES.find(([where]) => {
    const [one, other] = [Object.entries(where), Object.entries(typed)]
    return one.length === other.length && one.every(([name, value]) => Reflect.get(typed, name) === value)
  })
  return found?.[0] ?? {}
}

export const queryTreeArb: fc.Arbitrary<QueryTree> = fc.letrec<{ tree: QueryTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    termArb,
    tie('tree').map((of): QueryTree => ({ is: 'not', of })),
    fc
      .record({
        is: fc.constantFrom<'and' | 'or'>('and', 'or'),
        all: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
      })
      .map((tree): QueryTree => tree),
  ),
})).tree

/** The query as somebody types it. */
export function typedQuery(tree: QueryTree): string {
  if (tree.is === 'term') return tree.typed
  if (tree.is === 'not') return tree.of.is === 'term' ? `-${tree.of.typed}` : `-(${typedQuery(tree.of)})`
  return `(${tree.all.map(typedQuery).join(tree.is === 'or' ? ' OR ' : ' ')})`
}

/** What it means, read plainly, for one record at a time. */
export function naiveMatch(tree: QueryTree, log: Log, kind: QueriedKind, id: string): boolean {
  if (tree.is === 'term') return tree.holds(log, kind, id)
  if (tree.is === 'not') return !naiveMatch(tree.of, log, kind, id)
  const answers = tree.all.map((each) => naiveMatch(each, log, kind, id))
  return tree.is === 'and' ? answers.every(Boolean) : answers.some(Boolean)
}
