/**
 * The sentence everything serves (redaction.md): two logs that differ only in protected values give equal briefs.
 * Random logs with links in both directions; the twin has other names, places, ids, times and entry order.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DisclosureChoices } from '../../src/core/disclosure/applyDisclosure.ts'
import { emptyLog, type Log } from '../../src/core/log.ts'
import { PUBLIC_PROFILE } from '../../src/core/redaction/profile.ts'
import { redact } from '../../src/core/redaction/redact.ts'
import { parseLog } from '../support/parseLog.ts'

const NOW = '2026-11-22T10:00:00Z'
const SEED = 'ab'.repeat(32)

interface Spec {
  readonly incidents: readonly {
    quarterMonth: number
    admin1: string
    kind: string
    label: string
    claims: number[]
  }[]
  readonly claims: readonly { status: string; about: number[]; items: number[]; label: string }[]
  readonly items: readonly { source: number; derives: number[]; label: string }[]
  readonly sources: readonly { kind: string; reliability: string; label: string }[]
}

const label = fc.constantFrom('CLEAR', 'CLEAR', 'CLEAR', 'RED')
const pick = (max: number) => fc.array(fc.nat(max), { maxLength: 3 })
const spec: fc.Arbitrary<Spec> = fc.record({
  incidents: fc.array(
    fc.record({
      quarterMonth: fc.constantFrom(1, 2, 3, 5),
      admin1: fc.constantFrom('North', 'South'),
      kind: fc.constantFrom('020111110000', '030104000000'),
      label,
      claims: pick(5),
    }),
    { maxLength: 14 },
  ),
  claims: fc.array(
    fc.record({ status: fc.constantFrom('rumour', 'false'), about: pick(13), items: pick(5), label }),
    { maxLength: 8 },
  ),
  items: fc.array(fc.record({ source: fc.nat(3), derives: pick(5), label }), { maxLength: 8 }),
  sources: fc.array(
    fc.record({ kind: fc.constantFrom('media', 'person'), reliability: fc.constantFrom('A', 'F'), label }),
    { minLength: 1, maxLength: 4 },
  ),
})

/** Builds a log; everything protected is drawn from `secrets`, and entry order from `order`. */
function build(given: Spec, secrets: (what: string) => string, order: <T>(list: T[]) => T[]): Log {
  const id = (kind: string, n: number) => `${kind}${secrets(`${kind}-${n}`)}`
  const base = (kind: string, n: number, confidentiality: string) => ({
    id: id(kind, n),
    createdAt: NOW,
    updatedAt: NOW,
    confidentiality,
    remarks: secrets(`remarks ${kind} ${n}`),
  })
  const existing = (kind: string, list: readonly unknown[], picks: readonly number[]) =>
    [...new Set(picks)].filter((n) => n < list.length).map((n) => id(kind, n))
  const collect = <T extends { id: string }>(list: T[]) =>
    Object.fromEntries(order(list).map((r) => [r.id, r]))
  const draft = {
    ...emptyLog(NOW),
    incidents: collect(
      given.incidents.map((each, n) => ({
        ...base('i', n, each.label),
        title: secrets(`title ${n}`),
        summary: secrets(`summary ${n}`),
        when: `2017-0${each.quarterMonth}-1${secrets(`day ${n}`).length % 9}`,
        where: {
          text: secrets(`where ${n}`),
          name: secrets(`place ${n}`),
          admin1: each.admin1,
          country: 'RU',
          precision: 2,
        },
        violationTypes: [each.kind],
        status: 'possible',
        claims: existing('c', given.claims, each.claims),
      })),
    ),
    claims: collect(
      given.claims.map((each, n) => ({
        ...base('c', n, each.label),
        statement: secrets(`statement ${n}`),
        kind: 'event',
        status: each.status,
        credibility: 3,
        about: existing('i', given.incidents, each.about).map((incident) => ({ id: incident })),
        evidenceFor: existing('t', given.items, each.items).map((item) => ({ item })),
      })),
    ),
    sourceItems: collect(
      given.items.map((each, n) => ({
        ...base('t', n, each.label),
        title: secrets(`item ${n}`),
        itemType: 'news-article',
        source: id('s', each.source % given.sources.length),
        accessedAt: '2017-05',
        derivesFrom: existing('t', given.items, each.derives).map((item) => ({ item })),
      })),
    ),
    sources: collect(
      given.sources.map((each, n) => ({
        ...base('s', n, each.label),
        name: secrets(`name ${n}`),
        ...each,
        label: undefined,
      })),
    ),
  }
  return parseLog(JSON.parse(JSON.stringify(draft)))
}

const brief = (log: Log, choices: DisclosureChoices) =>
  redact({
    log,
    selection: {
      incidents: Object.keys(log.incidents),
      claims: Object.keys(log.claims),
      contacts: [],
      actions: [],
    },
    profile: PUBLIC_PROFILE,
    seed: SEED,
    asOf: '2017-12-31',
    language: 'en',
    title: 'Title',
    ...choices,
  }).data

/** What is made coarser and left out follows from the redacted rows, so it must be the same in both. */
const choices: fc.Arbitrary<DisclosureChoices> = fc.constantFrom<DisclosureChoices[]>(
  { keepSmallClasses: true },
  { coarsen: 'suggested' },
  { coarsen: {} },
  { coarsen: { date: 'year', category: 'group' } },
)

/** Letters only, so that every secret is a legal id too; its length differs as well. */
const secretsOf = (salt: string) => (what: string) =>
  `q${[...`${salt}${what}`].reduce((h, ch) => (h * 31 + ch.charCodeAt(0)) % 1_000_000_007, 7).toString(36)}`.repeat(
    salt.length,
  )

describe('non-interference', () => {
  it('gives equal briefs for logs that differ only in protected values and entry order', () => {
    fc.assert(
      fc.property(spec, choices, (given, chosen) => {
        const one = build(given, secretsOf('a'), (list) => list)
        const two = build(given, secretsOf('zz'), (list) => [...list].reverse())
        expect(brief(two, chosen)).toEqual(brief(one, chosen))
      }),
      { numRuns: 400 },
    )
  })

  it('shows what is not protected, so that equality is not empty', () => {
    const given: Spec = {
      incidents: [{ quarterMonth: 2, admin1: 'North', kind: '020111110000', label: 'CLEAR', claims: [0] }],
      claims: [{ status: 'rumour', about: [], items: [0], label: 'CLEAR' }],
      items: [{ source: 0, derives: [], label: 'CLEAR' }],
      sources: [{ kind: 'media', reliability: 'A', label: 'CLEAR' }],
    }
    const data = brief(
      build(given, secretsOf('a'), (list) => list),
      { keepSmallClasses: true },
    )
    expect(data.incidents).toMatchObject([
      { id: 'i1', when: '2017-33', place: { admin1: 'North' }, claims: ['c1'] },
    ])
    expect(data.claims).toMatchObject([
      { id: 'c1', status: 'rumour', independentSourcesFor: 1, sources: ['s1'] },
    ])
  })
})
