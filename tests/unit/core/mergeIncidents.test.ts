import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimSchema } from '../../../src/core/claim.ts'
import { type Incident, incidentSchema } from '../../../src/core/incident.ts'
import { applyChange, type Change, emptyLog, type Log } from '../../../src/core/log.ts'
import { conflictingFields } from '../../../src/core/mergeFields.ts'
import { markDuplicate, mergeIncidents } from '../../../src/core/mergeIncidents.ts'
import { resolveIncident } from '../../../src/core/resolveIncident.ts'
import type { Result } from '../../../src/core/result.ts'

const NOW = '2026-01-01T00:00:00Z'
const LATER = '2026-01-02T00:00:00Z'
const BASE = { createdAt: NOW, updatedAt: NOW, confidentiality: 'CLEAR' }

const incident = (id: string, fields: Readonly<Record<string, unknown>> = {}): Incident =>
  incidentSchema.parse({
    ...BASE,
    id,
    title: `Title of ${id}`,
    summary: '',
    when: '2017-04',
    where: {},
    violationTypes: [],
    status: 'possible',
    ...fields,
  })
const logOf = (...incidents: readonly Incident[]): Log => ({
  ...emptyLog(NOW),
  incidents: Object.fromEntries(incidents.map((each) => [each.id, each])),
})
function made(result: Result<Change, { readonly code: string }>): Change {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const merged = (log: Log, from: string, into: string): Log =>
  applyChange(log, made(mergeIncidents(log, from, into, LATER))).log

describe('a merge', () => {
  const log = logOf(
    incident('a', {
      violationTypes: ['030101000000'],
      tags: ['x'],
      acts: [{ key: 'a1', act: '030101000000' }, { act: '020111110000' }],
      counts: { killed: { best: 1 } },
      placeType: 'secret-place',
      related: [{ incident: 'b', relation: 'follows' }],
      duplicateOf: 'b',
      possibleDuplicateOf: ['b', 'c'],
    }),
    incident('b', {
      confidentiality: 'RED',
      summary: 'What b tells',
      violationTypes: ['030101000000', '030103000000'],
      tags: ['x', 'y'],
      acts: [{ key: 'a1', act: '030103000000' }, { act: '020111110000' }, { act: '020111110000' }],
      counts: { killed: { best: 9 }, injured: { best: 2 } },
      placeType: 'home',
      placeTypeNote: 'A note on home',
      remarks: 'of b',
      claims: ['k'],
      externalId: '7',
      importedFrom: 'elsewhere',
    }),
    incident('c'),
  )

  it('joins lists, fills gaps, keeps single values, and takes the more guarded label', () => {
    const { a } = merged(log, 'b', 'a').incidents
    expect(a).toMatchObject({
      title: 'Title of a',
      summary: 'What b tells',
      confidentiality: 'RED',
      violationTypes: ['030101000000', '030103000000'],
      tags: ['x', 'y'],
      counts: { killed: { best: 1 }, injured: { best: 2 } },
      placeType: 'secret-place',
      remarks: 'of b',
      claims: ['k'],
      related: [],
      possibleDuplicateOf: ['c'],
      updatedAt: LATER,
    })
    for (const field of ['placeTypeNote', 'duplicateOf', 'externalId', 'mergedInto'])
      expect(a).not.toHaveProperty(field)
    expect(a?.acts).toEqual([
      { key: 'a1', act: '030101000000' },
      { act: '020111110000' },
      { key: 'a2', act: '030103000000' },
      { act: '020111110000' },
    ])
  })

  it('leaves the other record as it was, with a redirect', () => {
    const { b } = merged(log, 'b', 'a').incidents
    expect(b).toEqual({ ...log.incidents.b, mergedInto: 'a', updatedAt: LATER })
  })

  it('lets claims about an act that was renamed follow it', () => {
    const claim = claimSchema.parse({
      ...BASE,
      id: 'k',
      statement: 'It was a disappearance',
      kind: 'label',
      status: 'rumour',
      credibility: 6,
      about: [{ id: 'b', act: 'a1' }, { id: 'b' }],
    })
    const { claims } = merged({ ...log, claims: { k: claim } }, 'b', 'a')
    expect(claims.k?.about).toEqual([{ id: 'a', act: 'a2' }, { id: 'b' }])
  })

  it('is refused into itself, into what was merged into it, twice, and for what is not there', () => {
    const once = merged(log, 'b', 'a')
    expect(mergeIncidents(log, 'a', 'a', NOW)).toMatchObject({ error: { code: 'merges/into-itself' } })
    expect(mergeIncidents(once, 'a', 'b', NOW)).toMatchObject({ error: { code: 'merges/into-itself' } })
    expect(mergeIncidents(once, 'b', 'c', NOW)).toMatchObject({ error: { code: 'merges/already-merged' } })
    expect(mergeIncidents(log, 'a', 'z', NOW)).toMatchObject({ error: { code: 'records/not-found' } })
    expect(mergeIncidents(log, 'z', 'a', NOW)).toMatchObject({ error: { code: 'records/not-found' } })
  })

  it('takes single values of the other where they were chosen, each with its note, and is undone', () => {
    const change = made(
      mergeIncidents(log, 'b', 'a', LATER, ['title', 'placeType', 'counts.killed', 'counts.missing']),
    )
    const { log: after, inverse } = applyChange(log, change)
    expect(after.incidents.a).toMatchObject({
      title: 'Title of b',
      placeType: 'home',
      placeTypeNote: 'A note on home',
      counts: { killed: { best: 9 }, injured: { best: 2 } },
      status: 'possible',
      tags: ['x', 'y'],
    })
    // What `b` says nothing of is not taken away.
    const other = made(mergeIncidents(log, 'c', 'a', LATER, ['placeType', 'summary', 'counts.killed']))
    expect(applyChange(log, other).log.incidents.a).toMatchObject({
      placeType: 'secret-place',
      counts: { killed: { best: 1 } },
    })
    expect(applyChange(after, inverse).log).toEqual(log)
  })

  it('leaves no note of the code that was not chosen', () => {
    const noted = logOf(
      incident('a', { status: 'likely', statusNote: 'two witnesses' }),
      incident('b', { status: 'unlikely' }),
    )
    const { a } = applyChange(noted, made(mergeIncidents(noted, 'b', 'a', LATER, ['status']))).log.incidents
    expect(a?.status).toBe('unlikely')
    expect(a).not.toHaveProperty('statusNote')
  })

  it('knows in what two records differ, whatever the order of their parts', () => {
    const one = incident('a', { where: { country: 'RU', name: 'Argun' }, placeType: 'home' })
    const other = incident('b', { where: { name: 'Argun', country: 'RU' }, counts: { killed: { best: 2 } } })
    expect(conflictingFields(one, other)).toEqual(['title'])
    expect(conflictingFields(one, incident('c', { when: '2018', summary: 'x' }))).toEqual([
      'title',
      'when',
      'where',
    ])
  })

  it('goes to what the other was itself merged into', () => {
    const twice = merged(merged(log, 'b', 'a'), 'c', 'b')
    expect(twice.incidents.c?.mergedInto).toBe('a')
  })
})

describe('any sequence of merges', () => {
  const IDS = ['a', 'b', 'c', 'd', 'e', 'f']
  const pairs = fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)), { maxLength: 20 })

  it('makes no circle, loses no list entry, and is undone exactly', () => {
    fc.assert(
      fc.property(pairs, (steps) => {
        const start = logOf(
          ...IDS.map((id) => incident(id, { tags: [id], acts: [{ key: 'a1', act: 'other', actNote: id }] })),
        )
        let log = start
        const inverses: Change[] = []
        // The oracle: merged incidents are one set, named by whoever it was merged into.
        const groups = new Map(IDS.map((id) => [id, id]))
        for (const [from, into] of steps) {
          const result = mergeIncidents(log, from, into, LATER)
          const isAllowed = groups.get(from) === from && groups.get(into) !== from
          expect(result.ok).toBe(isAllowed)
          if (!result.ok) continue
          const applied = applyChange(log, result.value)
          log = applied.log
          inverses.unshift(applied.inverse)
          const target = groups.get(into) ?? into
          for (const [id, group] of groups) if (group === from) groups.set(id, target)
        }
        for (const id of IDS) expect(resolveIncident(log.incidents, id)).toBe(groups.get(id))
        for (const id of IDS) {
          const members = IDS.filter((each) => groups.get(each) === id)
          if (members.length === 0) continue
          const held = log.incidents[id]
          expect([...(held?.tags ?? [])].sort()).toEqual(members)
          expect(held?.acts.map((act) => act.actNote).sort()).toEqual(members)
          expect(new Set(held?.acts.map((act) => act.key)).size).toBe(members.length)
        }
        for (const inverse of inverses) log = applyChange(log, inverse).log
        expect(log).toEqual(start)
      }),
    )
  })

  it('ends somewhere for any redirects, the same for all of a circle', () => {
    const redirects = fc.dictionary(fc.constantFrom(...IDS), fc.constantFrom(...IDS, 'gone'))
    fc.assert(
      fc.property(redirects, (mergedInto) => {
        const incidents = Object.fromEntries(
          IDS.map((id) => [id, mergedInto[id] === undefined ? {} : { mergedInto: mergedInto[id] }]),
        )
        for (const id of IDS) {
          const end = resolveIncident(incidents, id)
          expect(resolveIncident(incidents, end)).toBe(end)
          const next = mergedInto[id]
          if (next !== undefined && next !== 'gone') expect(resolveIncident(incidents, next)).toBe(end)
        }
      }),
    )
  })
})

describe('a duplicate', () => {
  const log = logOf(incident('a', { possibleDuplicateOf: ['b'] }), incident('b'))

  it('is marked as certain or possible, never as both', () => {
    const certain = applyChange(log, made(markDuplicate(log, 'a', 'b', 'certain', LATER))).log
    expect(certain.incidents.a).toMatchObject({ duplicateOf: 'b', possibleDuplicateOf: [] })
    const possible = applyChange(log, made(markDuplicate(log, 'b', 'a', 'possible', LATER))).log
    expect(possible.incidents.b).toMatchObject({ possibleDuplicateOf: ['a'] })
  })

  it('is never one of itself, directly or in a circle', () => {
    const certain = applyChange(log, made(markDuplicate(log, 'a', 'b', 'certain', LATER))).log
    for (const [id, of] of [
      ['b', 'a'],
      ['a', 'a'],
    ] as const)
      expect(markDuplicate(certain, id, of, 'certain', NOW)).toMatchObject({
        error: { code: 'merges/into-itself' },
      })
  })
})
